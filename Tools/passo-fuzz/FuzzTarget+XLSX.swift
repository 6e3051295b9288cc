import PassoCatalog
import PassoDiagnostics

extension FuzzTarget {
    /// A workbook is read as it is, and again with its sizes and checksums made right: otherwise hardly
    /// any change would come as far as its parts.
    func xlsxFault(_ bytes: [UInt8]) -> String? {
        [bytes, XLSXCodec.sealed(bytes)].lazy.compactMap { archive in
            exchangeFault(SourceText(name: "fuzz", utf8: archive), XLSXCodec.self)
        }.first
    }
}
