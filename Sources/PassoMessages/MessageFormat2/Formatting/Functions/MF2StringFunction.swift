internal import PassoICU

/// `:string` (section *String Value Selection and Formatting*).
enum MF2StringFunction {
    static func string(
        _ call: inout MF2FunctionCall
    ) throws(MF2FunctionError) -> any MF2ResolvedValue {
        guard let text = call.operand?.string else { throw .badOperand("") }
        return MF2StringValue(words: text)
    }
}

/// What `:string` comes to.
struct MF2StringValue: MF2ResolvedValue {
    let words: String

    var value: MF2Value { .text(words) }
    var isSelectable: Bool { true }

    func text() throws(MF2FunctionError) -> String { words }

    func matches(_ key: String) throws(MF2FunctionError) -> Bool {
        TextFold.nfc(words).utf8.elementsEqual(key.utf8)
    }
}
