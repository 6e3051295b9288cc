/// A parsed message: an immutable tree, shaped like the data model of MessageFormat 2.
///
/// The syntax is MessageFormat 1 as ICU 72 reads it (apostrophes in its default mode), in a safe
/// profile: named arguments; `plural`, `selectordinal` and `select`, not nested; `number`, `date`
/// and `time` with named styles or `::` skeletons. The tree follows Unicode's data model for
/// MessageFormat 2 (LDML 48, part 9): ``declarations`` are its *input declarations*, a
/// ``MessagePattern`` is its *pattern*, a ``MessageExpression`` its *expression* with a variable
/// operand and a function, a ``MessageVariant`` its *variant* with one key.
///
/// One thing differs on purpose. MessageFormat 2 selects for a whole message at once; here a
/// ``MessageSelection`` is an element of a pattern, because a message with several selectors in
/// a row would otherwise become the product of their branches.
///
/// ```swift
/// let (message, problems) = Message.parse("{count, plural, one {# tag} other {# tags}}")
/// ```
public struct Message: Sendable, Hashable {
    /// The names that the message expects arguments for, in the order of their first use.
    public let declarations: [MessageParameter]
    /// What the message says.
    public let pattern: MessagePattern

    /// The names that the message expects arguments for, in the order of their first use.
    public var parameters: [MessageParameter] { declarations }
}
