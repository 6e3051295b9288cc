/// A value to be written as YAML.
indirect enum YAMLOutput: Sendable {
    case scalar(YAMLScalar)
    /// Items; those that are scalars stand in one line where they fit.
    case list([YAMLOutput])
    case mapping(YAMLMapping)

    /// A text that is read as a text.
    static func text(_ text: String) -> YAMLOutput { .scalar(YAMLScalar(text: text, kind: .text)) }

    /// A text that may be read as a number or a truth value, but not as nothing.
    static func expression(_ text: String) -> YAMLOutput {
        .scalar(YAMLScalar(text: text, kind: .expression))
    }

    /// What is written as it stands.
    static func word(_ text: String) -> YAMLOutput { .scalar(YAMLScalar(text: text, kind: .word)) }

    static func truth(_ value: Bool) -> YAMLOutput { word(value ? "true" : "false") }

    static let nothing = word("null")
}

/// A scalar to be written.
struct YAMLScalar: Sendable {
    /// What it must be read as.
    enum Kind: Sendable {
        /// A text.
        case text
        /// A text, a number or a truth value.
        case expression
        /// What is written as it stands.
        case word
        /// A text that means something else without quotes.
        case quoted
    }

    let text: String
    let kind: Kind
}

/// A mapping to be written.
struct YAMLMapping: Sendable {
    /// How its entries stand.
    enum Layout: Sendable {
        /// In one line where they fit.
        case compact
        /// Each on lines of its own.
        case block
        /// Each on lines of its own, with an empty line around those of several lines.
        case spaced
    }

    struct Entry: Sendable {
        let key: YAMLScalar
        let value: YAMLOutput
    }

    var layout: Layout
    private(set) var entries: [Entry] = []

    init(_ layout: Layout = .compact) {
        self.layout = layout
    }

    /// Adds an entry under a key of the language.
    mutating func add(_ key: String, _ value: YAMLOutput?) {
        if let value { add(YAMLScalar(text: key, kind: .word), value) }
    }

    /// Adds an entry under one of the author's names.
    mutating func add(named name: String, _ value: YAMLOutput) {
        add(YAMLScalar(text: name, kind: .text), value)
    }

    mutating func add(_ key: YAMLScalar, _ value: YAMLOutput) {
        entries.append(Entry(key: key, value: value))
    }
}
