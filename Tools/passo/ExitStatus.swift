import PassoDiagnostics

/// What the program says by its exit status; thrown to end a command that has printed its say.
enum ExitStatus: Int32, Error {
    /// Refused, over the limit, mistakes found, or an expectation failed.
    case refused = 1

    /// The command line is wrong, or a file it names cannot be read.
    case usage = 2
}

extension ExitStatus {
    /// What diagnostics amount to; nil when none of them is an error.
    ///
    /// A file that is not there is a mistake on the command line, not one in the file.
    init?(_ diagnostics: [Diagnostic]) {
        let errors = diagnostics.filter { $0.severity == .error }
        guard !errors.isEmpty else { return nil }
        let unreadable: Set<DiagnosticID> = [
            "bundle-missing", "file-is-directory", "file-missing", "file-unreadable",
            "file-unwritable",
        ]
        self = errors.contains { unreadable.contains($0.id) } ? .usage : .refused
    }
}
