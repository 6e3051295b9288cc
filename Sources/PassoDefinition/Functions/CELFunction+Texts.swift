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
            .costing(.countingText)
        ),
        CELFunction(
            "folded",
            CELOverload("folded_string", .string, .string) { (text: CELValue) throws(CELError) in
                CELValue(TextFold.folded(text.text))
            }
            .costing(.foldingText)
        ),
        CELFunction(
            "trimmed",
            CELOverload("trimmed_string", .string, .string) { (text: CELValue) throws(CELError) in
                CELValue(TextFold.trimmed(text.text))
            }
            .costing(.foldingText)
        ),
        CELFunction(
            "oneLine",
            CELOverload("oneLine_string", .string, .string) { (text: CELValue) throws(CELError) in
                CELValue(TextFold.oneLine(text.text))
            }
            .costing(.foldingText)
        ),
        CELFunction(
            "manyLines",
            CELOverload("manyLines_string", .string, .string) {
                (text: CELValue) throws(CELError) in CELValue(TextFold.manyLines(text.text))
            }
            .costing(.foldingText)
        ),
        CELFunction(
            "heaviest",
            CELOverload("heaviest_string", .string, .int) { (text: CELValue) throws(CELError) in
                .int(Int64(TextCount(of: text.text).heaviestBytes))
            }
            .costing(.countingText)
        ),
    ]
}

extension CELFunctionCost {
    /// What counting the characters of a text costs: 5 nanoseconds for a byte.
    fileprivate static let countingText = CELFunctionCost(
        .reading(0, times: 8),
        building: .nothing
    )

    /// What bringing a text into another form costs, its memory among it.
    ///
    /// A text that is folded or composed grows to three times its bytes at most (Unicode Technical Report 15).
    fileprivate static let foldingText = CELFunctionCost(
        .reading(0, times: 8),
        building: .nothing
    ) { arguments in
        .text(bytes: UInt64(min(arguments[0].bytes, 1 << 40)) * 3)
    }
}

extension CELValue {
    /// The text of a value whose type was checked.
    var text: String { stringValue ?? "" }

    /// The number of a value whose type was checked.
    var number: Int { intValue.flatMap { Int(exactly: $0) } ?? 0 }

    /// The texts of a list of texts whose type was checked.
    var texts: [String] { (listValue ?? []).map(\.text) }
}
