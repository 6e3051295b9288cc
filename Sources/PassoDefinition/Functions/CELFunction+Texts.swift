public import PassoCEL
internal import PassoICU

extension CELFunction {
    /// The functions over texts that definitions have beside the standard ones: `characters`,
    /// `folded`, `trimmed`, `oneLine`, `manyLines` and `heaviest`.
    public static let texts: [CELFunction] = [
        CELFunction(
            "characters",
            CELOverload("characters_string", .string, .int) { (text: CELValue) throws(CELError) in
                .int(Int64(TextCount.characters(in: text.text)))
            }
        ),
        CELFunction(
            "folded",
            CELOverload("folded_string", .string, .string) { (text: CELValue) throws(CELError) in
                CELValue(TextFold.folded(text.text))
            }
        ),
        CELFunction(
            "trimmed",
            CELOverload("trimmed_string", .string, .string) { (text: CELValue) throws(CELError) in
                CELValue(TextFold.trimmed(text.text))
            }
        ),
        CELFunction(
            "oneLine",
            CELOverload("oneLine_string", .string, .string) { (text: CELValue) throws(CELError) in
                CELValue(TextFold.oneLine(text.text))
            }
        ),
        CELFunction(
            "manyLines",
            CELOverload("manyLines_string", .string, .string) {
                (text: CELValue) throws(CELError) in CELValue(TextFold.manyLines(text.text))
            }
        ),
        CELFunction(
            "heaviest",
            CELOverload("heaviest_string", .string, .int) { (text: CELValue) throws(CELError) in
                .int(Int64(TextCount(of: text.text).heaviestBytes))
            }
        ),
    ]
}

extension CELValue {
    /// The text of a value whose type was checked.
    var text: String { stringValue ?? "" }

    /// The number of a value whose type was checked.
    var number: Int { intValue.flatMap { Int(exactly: $0) } ?? 0 }

    /// The texts of a list of texts whose type was checked.
    var texts: [String] { (listValue ?? []).map(\.text) }
}
