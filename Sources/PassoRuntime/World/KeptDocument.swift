import PassoDefinition
import PassoDiagnostics
import Synchronization

/// A document that instances run, with what it took from other documents, as texts.
public struct KeptDocument: Hashable, Sendable, Codable {
    /// The name that mistakes in it are reported under.
    public let name: String
    /// The text.
    public let text: String
    /// The texts that its data and scripts were taken from, by address; one that the host had not
    /// is missing.
    public let attachments: [String: String]

    init(_ source: SourceText, attachments: [String: SourceText] = [:]) {
        name = source.name
        text = source.text
        self.attachments = attachments.mapValues(\.text)
    }

    /// Compiles the document again from what is kept of it; one that was compiled lately is there.
    func compile() -> Definition? {
        if let known = CompiledDocuments.definition(of: self) { return known }
        let result = DefinitionCompiler.compile(SourceText(name: name, text), strings: nil) {
            address in attachments[address].map { SourceText(name: address, $0) }
        }
        if let definition = result.definition { CompiledDocuments.add(definition, of: self) }
        return result.definition
    }
}

/// The documents that were compiled lately, for all worlds together: an invocation that begins often,
/// or a world that is taken up often, compiles them once.
private enum CompiledDocuments {
    private static let known = Mutex<[KeptDocument: Definition]>([:])
    /// How many there are before all are let go.
    private static let capacity = 256

    static func definition(of document: KeptDocument) -> Definition? {
        known.withLock { $0[document] }
    }

    static func add(_ definition: Definition, of document: KeptDocument) {
        known.withLock { known in
            if known.count >= capacity { known.removeAll() }
            known[document] = definition
        }
    }
}

extension SourceText {
    /// The whole text; bytes that are no UTF-8 are replaced.
    var text: String { String(decoding: utf8, as: UTF8.self) }

    /// A hash of the text (FNV-1a of 64 bits) in hexadecimal digits.
    var hash: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return String(hash, radix: 16)
    }
}
