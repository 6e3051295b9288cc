public import PassoDiagnostics

/// Why a bundle was not loaded or reloaded; the one in use stays.
public enum LiveBundleError: Error, Sendable {
    /// The folder cannot be read; `code` is the system's error number.
    case cannotReadFolder(path: String, code: Int32)
    /// There is no table in the folder.
    case noTables(path: String)
    /// A compiled table cannot be used.
    case table(path: String, CompiledTableError)
    /// A table that translators edit has mistakes: the errors of all files.
    case mistakes([Diagnostic])
    /// The compiled table of a file belongs to another bundle.
    case otherBundle(path: String, found: String, expected: String)
    /// Two files hold tables of one language.
    case sameLocale(String)
    /// No table is of the template's language.
    case templateMissing(locale: String)
}
