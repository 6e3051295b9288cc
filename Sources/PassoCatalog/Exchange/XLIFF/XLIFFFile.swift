internal import PassoDiagnostics
internal import PassoText

/// Reads a file of any version.
enum XLIFFFile {
    /// Reads a file, in UTF-8 or UTF-16.
    static func read(
        _ file: SourceText,
        limits: ExchangeLimits
    ) -> (ReturnedDocument?, [Diagnostic]) {
        // Only what the limit lets in is worth decoding.
        let isSmall = file.utf8.count <= limits.maximumBytes
        let source = isSmall ? UTF16Text.decoded(file) ?? file : file
        let (found, problems) = XMLReader.read(source, limits: xmlLimits(limits))
        var diagnostics = problems
        guard let document = found, !diagnostics.contains(where: { $0.severity == .error }),
            let version = XLIFFVersion(document.root, in: source, &diagnostics),
            let outline = XLIFFOutline(document, version, limits: limits, &diagnostics)
        else { return (nil, diagnostics) }
        var returned = outline.returned
        switch version {
        case .one:
            let reader = XLIFF1Reader(source: source)
            returned.units = outline.units.map(reader.unit(_:))
        case .two:
            var reader = XLIFF2Reader(document)
            let units = reader.read(outline.units)
            diagnostics += reader.diagnostics
            guard let units else { return (nil, diagnostics) }
            returned.units = units
        }
        for (place, stranger) in outline.strangers { returned.units[place].mistakes = [stranger] }
        returned.markKeysGivenTwice()
        return (returned, diagnostics)
    }

    private static func xmlLimits(_ limits: ExchangeLimits) -> XMLLimits {
        var xml = XMLLimits()
        xml.maximumBytes = limits.maximumBytes
        xml.maximumDiagnostics = limits.maximumDiagnostics
        xml.maximumDepth = maximumDepth
        xml.maximumElements = maximumElements
        return xml
    }

    /// Groups in groups and codes in codes; people write a handful.
    static let maximumDepth = 100
    /// Some twenty for each of 25,000 messages with all that we write about them.
    static let maximumElements = 500_000
}
