import PassoMessages

extension FuzzTarget {
    /// The keys of one table that are formatted.
    private static let maximumKeys = 64

    /// Bytes are refused or are a table from which every message can be formatted, whatever they say.
    ///
    /// Read as they are, and again with the checksum that they should have: otherwise hardly any
    /// change would come further than that.
    func bundleFault(_ bytes: [UInt8]) -> String? {
        bundleFault(reading: bytes) ?? bundleFault(reading: CompiledTable.sealed(bytes))
    }

    private func bundleFault(reading bytes: [UInt8]) -> String? {
        // The reason of a refusal does not matter here; that there is one, and no trap, does.
        guard let table = try? CompiledTable(bytes: bytes) else { return nil }
        if table.bytes != bytes { return "a table is not its bytes" }
        let keys = table.keys
        if keys.count != table.count || Set(keys).count != keys.count { return "keys are lost" }
        let bundle = CompiledBundle(name: "fuzz", tables: [table], templateLocale: table.locale)
        for key in keys.prefix(Self.maximumKeys) {
            if !table.contains(key) { return "\(key) is not found" }
            for arguments in HostileArguments.all(for: table.names) {
                let text = bundle.text(key, arguments, in: table.locale, isolating: true)
                if let fault = fault(of: text) { return "\(key): \(fault)" }
                if text.locale == nil { return "\(key) is not found" }
            }
        }
        return nil
    }
}
