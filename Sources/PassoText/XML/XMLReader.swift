public import PassoDiagnostics

/// Reads XML 1.0 with namespaces into a tree whose every node, name and value knows its place.
///
/// Only UTF-8 is read. A document type declaration is a mistake, so no entity but the five of XML
/// itself is ever known and nothing is fetched. Time is linear in the size of the file, times the
/// number of mistakes.
///
/// ```swift
/// let (document, mistakes) = XMLReader.read(SourceText(name: "a.scxml", "<scxml/>"))
/// ```
public enum XMLReader {
    /// Reads one document and collects its mistakes.
    ///
    /// Where a text is not well-formed reading goes on behind what can be skipped: a reference, a
    /// character, an attribute. A missing tag cannot, so what follows it stays unseen.
    ///
    /// - Parameters:
    ///   - source: the file.
    ///   - limits: what it may cost.
    /// - Returns: the document unless it is not well-formed or exceeds a limit; one whose prefixes
    ///   are not declared is returned beside these mistakes. The mistakes come in the order of the
    ///   file.
    public static func read(
        _ source: SourceText,
        limits: XMLLimits = XMLLimits()
    ) -> (MarkupDocument?, [Diagnostic]) {
        var visitor = MarkupKeeper()
        return read(source, limits: limits, visitor: &visitor)
    }

    /// Reads one document as ``read(_:limits:)`` does, without the elements that a visitor takes.
    ///
    /// - Parameters:
    ///   - source: the file.
    ///   - limits: what it may cost.
    ///   - visitor: takes elements as they end. What it took before a mistake was found remains with
    ///     it; where the text is not well-formed it takes nothing.
    /// - Returns: the document with what was not taken, and the mistakes.
    package static func read(
        _ source: SourceText,
        limits: XMLLimits = XMLLimits(),
        visitor: inout some MarkupVisitor
    ) -> (MarkupDocument?, [Diagnostic]) {
        var problems = DiagnosticCollector(source: source, limit: limits.maximumDiagnostics)
        guard let start = start(of: source, limits, &problems) else {
            return (nil, problems.diagnostics)
        }
        var scan = ExpatScan(source.utf8, limits: limits)
        var repairs = XMLRepairs(source.utf8)
        while scan.status != .complete, !problems.isStopped {
            let finding = XMLDiagnosis(source, repairs.bytes, scan, start: start, limits: limits)
                .finding()
            if finding.isFollowing && repairs.count > 0 { break }
            problems.report(finding.diagnostic)
            guard repairs.blank(finding) else { break }
            scan = ExpatScan(repairs.bytes, limits: limits)
        }
        var document: MarkupDocument?
        if scan.status == .complete, repairs.isTreeWhole {
            var builder = XMLTreeBuilder(source, repairs.bytes, limits: limits, problems: problems)
            document = builder.document(of: scan.events, visitor: &visitor)
            problems = builder.problems
        }
        let isRead = repairs.count == 0 && scan.status == .complete
        return (isRead ? document : nil, problems.diagnostics.inOrder)
    }

    /// Looks at the size, the encoding and the characters; returns where the document begins.
    private static func start(
        of source: SourceText,
        _ limits: XMLLimits,
        _ problems: inout DiagnosticCollector
    ) -> Int? {
        let bytes = source.utf8
        if bytes.starts(with: [0x3C, 0]) || bytes.starts(with: [0, 0x3C]) {
            problems.stop(with: .unsupportedEncoding("UTF-16", in: source))
            return nil
        }
        if bytes.count <= limits.maximumBytes, let declared = XMLDeclaration.encoding(of: source) {
            let name = source.text(in: declared)
            guard name.lowercased() == "utf-8" else {
                problems.stop(with: .unsupportedEncoding(name, at: declared, in: source))
                return nil
            }
        }
        var text = TextLimits()
        text.maximumBytes = limits.maximumBytes
        let intake = TextIntake(source, limits: text, controls: false, problems: &problems)
        return intake.isReadable ? intake.start : nil
    }
}

/// The declaration with which a document may begin: `<?xml version="1.0" encoding="UTF-8"?>`.
enum XMLDeclaration {
    /// The place of the encoding's name, if the declaration gives one.
    static func encoding(of source: SourceText) -> SourceRange? {
        let bytes = source.utf8
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let end = end(in: bytes, from: start) else { return nil }
        // What stands between the name and the end is written like attributes.
        let scan = XMLTagScan(bytes, at: start + 1)
        return scan.attributes.first {
            $0.value.upperBound < end && source.text(in: $0.name) == "encoding"
        }?.value
    }

    /// Where the declaration ends that begins at an offset; nil when there is none.
    static func end(in bytes: [UInt8], from start: Int) -> Int? {
        guard XMLScan.has("<?xml", in: bytes, at: start), start + 5 < bytes.count,
            XMLScan.isSpace(bytes[start + 5])
        else { return nil }
        return XMLScan.find("?>", in: bytes, from: start).map { $0 + 2 }
    }
}

/// The file with what cannot be read turned to blanks, so that the rest can be.
struct XMLRepairs {
    private(set) var bytes: [UInt8]
    private(set) var count = 0

    /// Whether all attributes are there, which the names of elements depend on.
    private(set) var isTreeWhole = true

    /// More repairs than these help nobody, and each costs a scan.
    private static let maximum = 20

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Blanks what a finding says can be skipped; false when nothing can.
    mutating func blank(_ finding: XMLDiagnosis.Finding) -> Bool {
        guard let range = finding.skipped, !range.isEmpty, count < Self.maximum else {
            return false
        }
        for index in range.offsets { bytes[index] = 0x20 }
        count += 1
        if finding.isAttribute { isTreeWhole = false }
        return true
    }
}

extension [Diagnostic] {
    /// The mistakes in the order of the file; of those at one place the first found comes first.
    fileprivate var inOrder: [Diagnostic] {
        enumerated()
            .sorted {
                ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
            }
            .map(\.element)
    }
}
