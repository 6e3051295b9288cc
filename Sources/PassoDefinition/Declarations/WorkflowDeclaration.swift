import PassoDiagnostics
import PassoText

/// A definition as written: every part with its place, nothing resolved yet.
struct WorkflowDeclaration: Sendable {
    var language: Located<Int>?
    var name: Located<String>?
    var version: Located<Int>?
    var strings: Located<String>?
    /// Which rules the document follows: `passo`, or `scxml` for those of the Recommendation to the
    /// letter, where data are untyped, any event is heard, and a mistake in an expression is an
    /// `error.execution` when it is reached.
    var semantics: Located<String>?
    /// Of `scxml`: `cel` or `null`.
    var datamodel: Located<String>?
    /// Of `scxml`: whether data are bound `early` or `late` (Recommendation, 5.3.3).
    var binding: Located<String>?
    /// What is run once the data are there, before any state is entered (Recommendation, 5.8).
    var script: [ActionDeclaration] = []
    var title: Located<String>?
    var summary: [ParagraphDeclaration] = []
    var modes: [ModeDeclaration] = []
    var constants: [ConstantDeclaration] = []
    var inputs: [SlotDeclaration] = []
    var data: [SlotDeclaration] = []
    var refusals: [RefusalKeyDeclaration] = []
    var events: [EventDeclaration] = []
    var actions: [SignatureDeclaration] = []
    var targets: [TargetDeclaration] = []
    var initial: InitialDeclaration?
    var states: [StateDeclaration] = []
    var invariants: [AssignmentDeclaration] = []
    var steps: [StepDeclaration] = []
    var guide: [RefusalKeyDeclaration] = []
}

/// A way of working, with its label.
struct ModeDeclaration: Sendable {
    let name: Located<String>
    let label: Located<String>?
}

/// A named literal.
struct ConstantDeclaration: Sendable {
    let name: Located<String>
    let value: TextNode
}

/// A data item or an input: its dotted name, its type and, for a field, its rules.
struct SlotDeclaration: Sendable {
    /// The dotted name, with the place of its last part.
    let name: Located<String>
    let type: Located<String>
    var initial: ExpressionDeclaration?
    /// Inline content in place of an expression (Recommendation, 5.3).
    var content: ContentDeclaration?
    /// The document that holds the content.
    var src: Located<String>?
    /// Whether explanations mask its values.
    var isSensitive = false
    var label: Located<String>?
    var limit: ExpressionDeclaration?
    var lines: Located<String>?
    var required: ExpressionDeclaration?
    var each: ExpressionDeclaration?
    var unique: Located<String>?
    var max: ExpressionDeclaration?
    var refusals: [RefusalKeyDeclaration] = []
}

/// The message of one rule, such as `tooLong: field.tooLong`.
struct RefusalKeyDeclaration: Sendable {
    let rule: Located<String>
    let key: Located<String>
}

/// A name with typed parameters, in order: a host action, or an event of another chart.
struct SignatureDeclaration: Sendable {
    let name: Located<String>
    var parameters: [ParameterDeclaration] = []
}

/// One typed parameter.
struct ParameterDeclaration: Sendable {
    let name: Located<String>
    let type: Located<String>
    /// Whether explanations mask its values.
    var isSensitive = false
}

/// An event this chart hears.
struct EventDeclaration: Sendable {
    var signature: SignatureDeclaration
    var title: Located<String>?
    var unheard: Located<String>?
    var isInternal = false

    var name: Located<String> { signature.name }
}

/// Another chart, with the events that are sent to it.
struct TargetDeclaration: Sendable {
    let name: Located<String>
    let workflow: Located<String>
    /// The events it takes; nil when the short form leaves them open.
    var events: [SignatureDeclaration]?
}
