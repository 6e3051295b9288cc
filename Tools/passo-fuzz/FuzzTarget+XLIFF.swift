import PassoCatalog
import PassoDiagnostics

extension FuzzTarget {
    /// A file of any version is read, and what it says comes back through either version.
    func xliffFault(_ source: SourceText) -> String? {
        exchangeFault(source, XLIFF1Codec.self) ?? exchangeFault(source, XLIFF2Codec.self)
    }
}
