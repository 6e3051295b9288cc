/// A message as a flat program, for formatting without a walk over the tree.
///
/// Operations and choices hold no references, so running a program copies none.
final class MessageProgram: Sendable {
    /// One step; numbers are places in the arrays below.
    enum Operation: Sendable {
        case text(from: Int32, to: Int32)
        case plain(name: Int32)
        case number(name: Int32, style: Int32)
        case pluralNumber(name: Int32, offset: Double)
        case date(name: Int32, style: Int32)
        case time(name: Int32, style: Int32)
        case list(name: Int32, style: MessageListStyle)
        case choose(Int32)
        case jump(Int32)
    }

    /// A selection: where each branch begins.
    struct Choice: Sendable {
        let name: Int32
        let function: MessageSelection.Function
        /// The places of its exact numbers in ``exactNumbers``.
        var exact: Range<Int32>
        /// The places of its words in ``words``.
        var words: Range<Int32>
        /// Where each plural category goes on, in the order of CLDR; -1 for `other`.
        var categories: SIMD8<Int32>
        let hasOther: Bool
        /// Where everything else goes on.
        var other: Int32
    }

    let operations: [Operation]
    /// The UTF-8 of all texts.
    let pool: [UInt8]
    let names: [String]
    let numberStyles: [MessageNumberStyle]
    let dateStyles: [MessageDateStyle]
    let choices: [Choice]
    let exactNumbers: [Double]
    let exactTargets: [Int32]
    let words: [String]
    let wordTargets: [Int32]
    /// The whole text of a message without arguments.
    let wholeText: String?
    /// How long the text will roughly be.
    let expectedBytes: Int

    init(_ message: Message) {
        var compiler = MessageCompiler()
        compiler.compile(message.pattern)
        operations = compiler.operations
        pool = compiler.pool
        names = compiler.names
        numberStyles = compiler.numberStyles
        dateStyles = compiler.dateStyles
        choices = compiler.choices
        exactNumbers = compiler.exactNumbers
        exactTargets = compiler.exactTargets
        words = compiler.words
        wordTargets = compiler.wordTargets
        wholeText = compiler.wholeText
        expectedBytes = compiler.expectedBytes
    }
}
