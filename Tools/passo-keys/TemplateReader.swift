internal import PassoDiagnostics

/// Makes a ``Template`` of the tree of a table, and collects every mistake in it.
struct TemplateReader {
    let source: SourceText
    var template: Template
    var diagnostics: [Diagnostic] = []

    init(source: SourceText) {
        self.source = source
        template = Template(source: source)
    }

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - root: the tree of the file.
    ///   - bundle: the bundle's name, from which the type has its own unless the table says more.
    mutating func read(_ root: JSONNode, bundle: String) {
        guard let members = root.members else {
            report(.notThat("the table", expected: "an object", place(root)))
            return
        }
        readAttributes(root, bundle: bundle)
        let described = Dictionary(
            members.map { ($0.name, $0.node) },
            uniquingKeysWith: { first, _ in first }
        )
        var names: [String: String] = [:]
        for member in members where !member.name.hasPrefix("@") {
            guard let entry = entry(member, metadata: described["@" + member.name]),
                take(entry.swiftName, of: entry.key, in: &names, at: place(member.nameRange))
            else { continue }
            template.entries.append(entry)
        }
        template.entries.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }

    private mutating func readAttributes(_ root: JSONNode, bundle: String) {
        template.locale = root["@@locale"]?.text?.text ?? "en"
        template.typeName = SwiftName.type(of: bundle) ?? ""
        if let node = root["@@x-swift-name"] {
            template.typeName = node.text.flatMap { SwiftName.type(of: $0.text) } ?? ""
            if node.text?.text != template.typeName {
                let expected = "the name of a Swift type, such as \"DeskTexts\""
                report(.badAttribute("@@x-swift-name", expected: expected, place(node)))
            }
        }
        if template.typeName.isEmpty {
            report(.noName(bundle, place(root.range.lowerBound..<root.range.lowerBound)))
        } else if Self.usedTypes.contains(template.typeName) {
            let place = place(root["@@x-swift-name"] ?? root)
            report(.reservedName(template.typeName, of: bundle, place))
        }
        if let node = root["@@x-swift-access"] {
            let access = node.text?.text ?? ""
            template.access = access == "internal" ? "" : access + " "
            if !["internal", "package", "public"].contains(access) {
                let expected = "\"internal\", \"package\" or \"public\""
                report(.badAttribute("@@x-swift-access", expected: expected, place(node)))
            }
        }
    }

    /// The types that generated code names.
    private static let usedTypes: Set<String> = [
        "String", "Int", "Int64", "Double", "MessageInstant", "MessageArgument",
        "MessageNamedArgument", "LocalizedMessage", "EmbeddedTables",
    ]

    private mutating func entry(_ member: JSONMember, metadata: JSONNode?) -> Template.Entry? {
        guard let text = member.node.text else {
            report(.notThat(member.name, expected: "a text", place(member.node)))
            return nil
        }
        let pieces: [Piece]
        do {
            pieces = try PatternScanner.read(text.text)
        } catch {
            let offset = text.offset(of: error.place)
            report(.invalidMessage(expected: error.expected, place(offset..<offset)))
            return nil
        }
        let parameters = parameters(metadata?["placeholders"])
        compare(Piece.arguments(in: pieces), with: parameters, text, key: member.name)
        guard let swiftName = SwiftName.member(of: member.name) else {
            report(.noName(member.name, place(member.nameRange)))
            return nil
        }
        guard swiftName != SwiftWriter.ownMember else {
            report(.reservedName(swiftName, of: member.name, place(member.nameRange)))
            return nil
        }
        return Template.Entry(
            key: member.name,
            swiftName: swiftName,
            text: text.text,
            pieces: pieces,
            description: metadata?["description"]?.text?.text,
            maximumLength: metadata?["x-maxLength"]?.integer,
            parameters: parameters.values
        )
    }

    /// Reads the placeholders in their order, which is the order of the Swift parameters.
    private mutating func parameters(_ node: JSONNode?) -> Described {
        guard let node else { return Described() }
        guard let members = node.members else {
            report(.notThat("placeholders", expected: "an object", place(node)))
            return Described()
        }
        var described = Described(names: Set(members.map(\.name)))
        var names: [String: String] = [:]
        for member in members {
            let place = place(member.nameRange)
            guard let type = type(of: member) else { continue }
            guard let swiftName = SwiftName.member(of: member.name) else {
                report(.noName(member.name, place))
                continue
            }
            guard take(swiftName, of: member.name, in: &names, at: place) else { continue }
            described.values.append(
                Template.Parameter(
                    name: member.name,
                    swiftName: swiftName,
                    type: type,
                    example: member.node["example"]?.text?.text
                )
            )
        }
        return described
    }

    private mutating func type(of member: JSONMember) -> ValueType? {
        guard let node = member.node["type"], let name = node.text?.text else {
            report(.missingType(member.name, place(member.nameRange)))
            return nil
        }
        guard let type = ValueType(name) else {
            report(.unknownType(name, of: member.name, place(node)))
            return nil
        }
        return type
    }

    /// What a table says about the placeholders of one message; a name whose type is wrong is
    /// described all the same.
    private struct Described {
        var names: Set<String> = []
        var values: [Template.Parameter] = []
    }

    private mutating func compare(
        _ arguments: [Piece.Argument],
        with described: Described,
        _ text: JSONText,
        key: String
    ) {
        var missing: Set<String> = []
        for argument in arguments {
            let lower = text.offset(of: argument.range.lowerBound)
            let place = place(lower..<text.offset(of: argument.range.upperBound))
            if !described.names.contains(argument.name) {
                guard missing.insert(argument.name).inserted else { continue }
                report(.undescribed(argument.name, key: key, place))
            } else if let type = described.values.first(where: { $0.name == argument.name })?.type,
                !type.fits(argument.kind)
            {
                report(
                    .argumentUse(argument.name, type: type.swift, use: argument.kind, place)
                )
            }
        }
    }

    /// Takes a Swift name for a name of the table unless it is taken already.
    private mutating func take(
        _ swiftName: String,
        of name: String,
        in names: inout [String: String],
        at place: Place
    ) -> Bool {
        if let other = names[swiftName] {
            let isTwice = other == name
            report(
                isTwice
                    ? .duplicateMember(name, place)
                    : .duplicateName(swiftName, of: name, and: other, place)
            )
            return false
        }
        names[swiftName] = name
        return true
    }

    private mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    private func place(_ node: JSONNode) -> Place { place(node.range) }

    private func place(_ range: Range<Int>) -> Place { Place(source: source, range: range) }
}

extension JSONNode {
    /// The value of a number without a fraction.
    fileprivate var integer: Int? {
        if case .number(let text) = value { Int(text) } else { nil }
    }
}
