package import PassoDiagnostics
package import PassoText

/// The rules of XLIFF 2.0, 2.1 and 2.2 beyond those of XML.
///
/// The structure stands in tables (``XLIFFRules``), the constraints of the specification's prose in
/// code. Errors are what the prose forbids, and what the published test suite refuses; what only
/// the Schematron of 2.1 asks for is a warning.
package enum XLIFFValidation {
    /// Finds what breaks the rules, each with its place.
    ///
    /// What is wrong within a unit has its place within that unit.
    ///
    /// - Parameter document: the file.
    /// - Returns: the mistakes in the order of the file, up to
    ///   ``ExchangeLimits/maximumDiagnostics``; those of severity error make it no XLIFF.
    /// - Complexity: linear in the size of the file.
    package static func diagnostics(of document: MarkupDocument) -> [Diagnostic] {
        let root = document.root
        var report = XLIFFReport(source: document.source)
        guard root.name.local == "xliff" else {
            report.add(.xliffRoot(root.name.qualified, in: document.source, at: root.nameRange))
            return report.inOrder
        }
        guard let core = root.name.namespace, XLIFFVocabulary.cores.contains(core) else {
            let namespace = root.attributes.first { $0.isDeclaration && $0.name.local == "xmlns" }
            let range = namespace?.valueRange ?? root.nameRange
            report.add(.xliffNamespace(at: range, in: document.source))
            return report.inOrder
        }
        var check = XLIFFCheck(core: core, report: report)
        check.visit(root, XLIFFContext())
        check.resolveReferences()
        return check.report.inOrder
    }
}

/// The mistakes found so far.
struct XLIFFReport {
    let source: SourceText
    private var diagnostics: [Diagnostic] = []

    /// What is found late can stand early in the file, so more are kept than are shown.
    private static let maximum = 10 * ExchangeLimits.standard.maximumDiagnostics

    init(source: SourceText) { self.source = source }

    /// Adds a mistake, unless there are very many.
    mutating func add(_ diagnostic: Diagnostic) {
        if diagnostics.count < Self.maximum { diagnostics.append(diagnostic) }
    }

    /// The first mistakes in the order of the file.
    var inOrder: [Diagnostic] {
        diagnostics.enumerated()
            .sorted {
                ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
            }
            .prefix(ExchangeLimits.standard.maximumDiagnostics).map(\.element)
    }
}
