internal import PassoDiagnostics

extension SourceText {
    /// The stretches between the tabs of a line.
    func cells(of line: SourceRange) -> [SourceRange] {
        utf8[line.offsets].split(separator: 0x09, omittingEmptySubsequences: false)
            .map { SourceRange($0.startIndex, $0.endIndex) }
    }
}
