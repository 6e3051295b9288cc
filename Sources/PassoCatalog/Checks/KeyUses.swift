public import PassoDiagnostics
internal import PassoMessages
internal import PassoText

/// Where the keys of bundles are used: in definitions and in Swift.
///
/// Filled by whoever knows the files; the checks compare it with the tables.
public struct KeyUses: Sendable {
    /// A place that needs a key.
    public struct Use: Sendable {
        /// The key that is needed.
        public let key: String
        /// The bundle that has to have it; nil for any.
        public var bundle: String?
        /// The file.
        public let source: SourceText
        /// The place in the file.
        public let range: SourceRange

        /// Names a use.
        public init(_ key: String, in bundle: String?, source: SourceText, range: SourceRange) {
            self.key = key
            self.bundle = bundle
            self.source = source
            self.range = range
        }
    }

    /// Texts that are keys if a bundle has them: every literal and scalar that was read.
    public private(set) var mentioned: Set<String> = []
    /// What keys begin with that are put together at run time.
    public private(set) var prefixes: Set<String> = []
    /// The members of types that Swift files name: typed keys are among them.
    public private(set) var members: Set<String> = []
    /// The places where a key is needed for sure.
    public private(set) var needed: [Use] = []

    /// Makes uses of nothing.
    public init() {}

    /// Adds a use for sure.
    public mutating func add(_ use: Use) {
        mentioned.insert(use.key)
        needed.append(use)
    }

    /// Adds all texts of a YAML file, in keys and in values: a definition, a scenario.
    ///
    /// Whether a definition's keys exist is said where it is compiled.
    public mutating func add(yaml source: SourceText) {
        guard let root = YAMLReader.read(source).0 else { return }
        var rest = [root]
        while let node = rest.popLast() {
            switch node.content {
            case .scalar(let scalar): mentioned.insert(scalar.text)
            case .sequence(let nodes): rest += nodes
            case .mapping(let entries):
                for entry in entries {
                    mentioned.insert(entry.name)
                    rest.append(entry.value)
                }
            }
        }
    }

    /// Adds the string literals of a Swift file.
    ///
    /// A literal that ends with `.` or `-`, or goes on there with an interpolation
    /// (`"state.\(name)"`), uses all keys that begin so. A key is needed for sure in `Notice(key: "…")`, `.label(key: "…")`,
    /// `.message(key: "…")` and as the id of a diagnostic, note or fix-it. A typed key
    /// (`DeskTexts.tagTooLong`) uses its key; one that does not exist does not compile.
    public mutating func add(swift source: SourceText) {
        var scan = SwiftLiterals(source.utf8)
        defer { members.formUnion(scan.members.map(Self.typedName)) }
        while let literal = scan.next() {
            if let last = literal.text.last, last == "." || last == "-",
                literal.text.count > 1, !literal.text.contains(" ")
            {
                prefixes.insert(literal.text)
            }
            guard !literal.isOpen else { continue }
            mentioned.insert(literal.text)
            guard let bundle = Self.keyOpener(in: literal.before) else { continue }
            let range = SourceRange(literal.range)
            let home = bundle.isEmpty ? nil : bundle
            needed.append(Use(literal.text, in: home, source: source, range: range))
        }
    }

    /// How a typed key is compared with keys: without signs and capitals in the member's name, since
    /// both are made of the key's.
    static func typedName(_ member: String) -> String {
        guard let dot = member.firstIndex(of: ".") else { return member }
        let name = member[dot...].filter { $0.isLetter || $0.isNumber }
        return member[..<dot] + "." + name.lowercased()
    }

    /// The bundle of a key that the code before a literal asks for.
    ///
    /// Empty for any; nil where the literal is no key. The words of diagnostics are the engine's.
    private static func keyOpener(in before: String) -> String? {
        let code = before.filter { !$0.isWhitespace }
        let openers = [
            "Notice(key:": "", ".label(key:": "", ".message(key:": "", "Diagnostic(id:": "engine",
            "DiagnosticNote(id:": "engine", "FixIt(id:": "engine",
        ]
        return openers.first { code.hasSuffix($0.key) }?.value
    }

    /// Gives each needed key without a bundle to the one that lacks it, if none has it.
    ///
    /// - Parameter catalogs: all bundles of the run; a key that none of them has is the first one's,
    ///   or that of the bundle with the nearest key.
    public mutating func settle(among catalogs: [Catalog]) {
        let known = catalogs.reduce(into: Set<String>()) { $0.formUnion($1.template.keys) }
        needed = needed.compactMap { use in
            guard use.bundle == nil else { return use }
            guard !known.contains(use.key), let first = catalogs.first else { return nil }
            let near = nearest(to: use.key, in: known)
            let home = catalogs.first { catalog in near.map { catalog.template[$0] != nil } ?? false
            }
            var settled = use
            settled.bundle = (home ?? first).name
            return settled
        }
    }
}
