/// Why a condition came out as it did: the smallest set of its parts that decided it.
///
/// The tree follows the expression, but holds only what decided. Of a false `&&` one false operand is
/// enough, the one with the fewest deciding parts, of several the leftmost; of a true one all operands
/// are needed; `||` is the same the other way round. Operands that cannot come out otherwise, such as
/// constants, are left out. As long as the ``deciding`` parts come out as they did, the condition does,
/// whatever the rest of the data is, unless a limit ends the evaluation, which nothing absorbs; and
/// none of them can be left out of that sentence.
///
/// ```swift
/// let explanation = program.explain(data: snapshot.values)
/// for part in explanation.deciding { print(part.text, part.outcome, part.operands) }
/// ```
public struct CELExplanation: Hashable, Sendable {
    /// What a part of a condition is.
    public enum Form: String, Hashable, Sendable, CaseIterable {
        /// A condition without conditions in it: a comparison, a call, a variable.
        case test
        /// `&&`
        case and
        /// `||`
        case or
        /// `!`
        case not
        /// `a ? b : c`
        case choice
        /// A macro over the elements of a list or map: `all`, `exists`, `exists_one`.
        case macro
        /// A name for a value, with the condition in which it stands.
        case binding
    }

    /// What the part is.
    public let form: Form
    /// Where it stands: UTF-8 offsets in the text of the expression.
    public let range: Range<Int>
    /// The part in canonical form, shortened to ``CELLimits/shownBytes``.
    public let text: String
    /// How it came out.
    public let outcome: CELOutcome
    /// Whether the part itself is one of those that decided; otherwise those of its children are.
    ///
    /// The children of such a part only illustrate it, for instance by the first element that failed.
    public let isDeciding: Bool
    /// What a test compares or is called with, and what a macro goes through, with the values.
    public let operands: [Operand]
    /// The variables in the operands, and members of variables, with their values.
    public let reads: [Operand]
    /// How many elements a macro went through; nil where it is no macro, or where that is secret.
    public let elementCount: Int?
    /// The elements that decided a macro; none where all of them did together.
    public let elements: [Element]
    /// The parts that decided, in the order of the text; of a macro one for each of ``elements``.
    public let children: [CELExplanation]

    /// A part of the expression with its value.
    public struct Operand: Hashable, Sendable {
        /// Where it stands: UTF-8 offsets in the text of the expression.
        public let range: Range<Int>
        /// The part in canonical form, or the name of a variable.
        public let text: String
        /// What it was.
        public let value: CELShownValue
    }

    /// An element of a list or map, or a value with a name.
    public struct Element: Hashable, Sendable {
        /// The index or key; nil for a value that an expression names.
        public let place: CELShownValue?
        /// The variables that the element had in the macro.
        public let variables: [Operand]
    }

    /// The parts that decided, in the order of the text.
    public var deciding: [CELExplanation] {
        isDeciding ? [self] : children.flatMap(\.deciding)
    }
}
