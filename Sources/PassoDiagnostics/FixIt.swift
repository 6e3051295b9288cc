/// One replacement that would repair a mistake.
public struct FixIt: Hashable, Sendable {
    /// The stable name of what the repair does.
    public var id: DiagnosticID

    /// What the words speak of.
    public var arguments: [DiagnosticArgument]

    /// What to replace; empty to insert.
    public var range: SourceRange

    /// What to put there; empty to remove.
    public var replacement: String

    /// Makes a fix-it.
    public init(
        id: DiagnosticID,
        arguments: [DiagnosticArgument] = [],
        range: SourceRange,
        replacement: String
    ) {
        self.id = id
        self.arguments = arguments
        self.range = range
        self.replacement = replacement
    }
}

extension FixIt {
    /// Suggests the near name that was probably meant: `did-you-mean(name)`.
    ///
    /// - Parameters:
    ///   - name: the name that was probably meant.
    ///   - range: the name as written.
    ///   - replacement: what to write for it, where that differs from the name (quotes, say).
    /// - Returns: the fix-it.
    public static func didYouMean(
        _ name: String,
        at range: SourceRange,
        writing replacement: String? = nil
    ) -> FixIt {
        FixIt(
            id: "did-you-mean",
            arguments: [.init("name", name)],
            range: range,
            replacement: replacement ?? name
        )
    }

    /// Inserts a text: `insert(text)`.
    public static func insert(_ text: String, at offset: Int) -> FixIt {
        FixIt(
            id: "insert",
            arguments: [.init("text", text)],
            range: SourceRange(at: offset),
            replacement: text
        )
    }

    /// Removes what is written: `remove(text)`.
    public static func remove(_ text: String, at range: SourceRange) -> FixIt {
        FixIt(id: "remove", arguments: [.init("text", text)], range: range, replacement: "")
    }

    /// Writes something else in its place: `replace-with(text)`.
    public static func replace(_ range: SourceRange, with text: String) -> FixIt {
        FixIt(
            id: "replace-with",
            arguments: [.init("text", text)],
            range: range,
            replacement: text
        )
    }
}
