/// The files that `passo init` writes.
enum Starter {
    /// The files with their paths in the new folder: tables lie where `passo` looks for them.
    static let files: [(path: String, text: String)] = EmbeddedTexts.all.compactMap { name, text in
        let parts = name.split(separator: "/")
        guard parts.count == 2, parts[0] == "starter" else { return nil }
        let file = String(parts[1])
        return (path: file.hasSuffix(".arb") ? "Localization/question/\(file)" : file, text: text)
    }
}
