import PassoCatalog
import PassoDiagnostics
import PassoMessages

extension FuzzTarget {
    /// A message and a message resource: both are tried with the same text.
    func mf2Fault(_ source: SourceText) -> String? {
        messageFault2(String(decoding: source.utf8, as: UTF8.self))
            ?? exchangeFault(source, MF2Codec.self)
    }

    /// Problems lie within the text; what is read is written as the same, and what MessageFormat 1
    /// can say is read there as the same and finds its way back.
    private func messageFault2(_ text: String) -> String? {
        let limit = MessageLimits.standard.maximumPatternBytes
        let (message, problems) = MF2Message.parse(text)
        if let outside = problems.first(where: { $0.range.upperBound > text.utf8.count }) {
            return "\(outside) lies outside"
        }
        guard let message else { return problems.isEmpty ? "refused without a mistake" : nil }
        let written = message.text
        if written.utf8.count <= limit {
            guard let again = MF2Message.parse(written).0 else { return "cannot read \(written)" }
            if !again.text.utf8.elementsEqual(written.utf8) { return "\(written) is \(again.text)" }
        }
        guard problems.isEmpty else { return nil }
        let (converted, losses) = Message.converting(message)
        if let outside = losses.first(where: { $0.range.upperBound > text.utf8.count }) {
            return "\(outside) lies outside"
        }
        guard let converted else { return losses.isEmpty ? "lost without a reason" : nil }
        return conversionFault(converted)
    }

    private func conversionFault(_ message: Message) -> String? {
        let pattern = message.messageFormat1
        if !Message.parse(pattern).0.isSame(as: message) { return "\(pattern) is something else" }
        guard let back = message.messageFormat2 else { return nil }
        guard let read = MF2Message.parse(back.text).0 else { return "cannot read \(back.text)" }
        return Message.converting(read).0 == nil ? "\(back.text) has no way back" : nil
    }
}
