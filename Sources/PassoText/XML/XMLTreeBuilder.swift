internal import PassoDiagnostics

/// Builds the tree of a text that expat found well-formed, and resolves its namespaces.
struct XMLTreeBuilder {
    private let source: SourceText
    private let bytes: [UInt8]
    private let limits: XMLLimits
    private(set) var problems: DiagnosticCollector

    /// The elements whose end tags are still to come, each with what it holds so far.
    private var open: [MarkupTag] = []
    private var contents: [[MarkupNode]] = []
    /// How many nodes there were in the tree before each of them, and are now.
    private var sizes: [Int] = []
    private var size = 0

    private var prolog: [MarkupNode] = []
    private var root: MarkupElement?
    private var epilog: [MarkupNode] = []

    init(
        _ source: SourceText,
        _ bytes: [UInt8],
        limits: XMLLimits,
        problems: DiagnosticCollector
    ) {
        self.source = source
        self.bytes = bytes
        self.limits = limits
        self.problems = problems
    }

    /// Builds the document; nil when a limit is exceeded.
    mutating func document(
        of events: [ExpatScan.Event],
        visitor: inout some MarkupVisitor
    ) -> MarkupDocument? {
        for event in events {
            guard !problems.isStopped else { return nil }
            switch event.kind {
            case .start: openElement(event.range)
            case .end: closeElement(at: event.range, &visitor)
            default: if let node = leaf(event) { add(node) }
            }
            guard size <= limits.maximumNodes else {
                problems.stop(
                    with: .elementLimit(limits.maximumNodes, at: event.range, in: source)
                )
                return nil
            }
        }
        guard let root, !problems.isStopped else { return nil }
        return MarkupDocument(source: source, prolog: prolog, root: root, epilog: epilog)
    }

    private mutating func add(_ node: MarkupNode) {
        if case .element = node {} else { size += 1 }
        if let last = contents.indices.last {
            contents[last].append(node)
        } else if root == nil {
            prolog.append(node)
        } else {
            epilog.append(node)
        }
    }

    private mutating func leaf(_ event: ExpatScan.Event) -> MarkupNode? {
        let range = event.range
        switch event.kind {
        case .comment:
            let inner = SourceRange(range.lowerBound + 4, range.upperBound - 3)
            return .comment(MarkupComment(text: text(inner), range: range))
        case .instruction:
            return .instruction(instruction(range))
        default:
            let isSection = event.kind == .cdata
            guard range.count <= limits.maximumTextBytes else {
                let limit = limits.maximumTextBytes
                problems.stop(with: .textLimit(range.count, limit: limit, at: range, in: source))
                return nil
            }
            let scalar =
                isSection
                ? XMLDecoder.section(
                    bytes,
                    SourceRange(range.lowerBound + 9, range.upperBound - 3)
                ) : XMLDecoder.text(bytes, range)
            return .text(MarkupText(scalar: scalar, range: range, isSection: isSection))
        }
    }

    private func instruction(_ range: SourceRange) -> MarkupInstruction {
        let end = XMLScan.nameEnd(bytes, from: range.lowerBound + 2)
        let start = XMLScan.skipSpace(bytes, from: end)
        return MarkupInstruction(
            target: text(SourceRange(range.lowerBound + 2, end)),
            text: text(SourceRange(start, range.upperBound - 2)),
            range: range
        )
    }

    private func text(_ range: SourceRange) -> String {
        String(decoding: bytes[range.offsets], as: UTF8.self)
    }
}

extension XMLTreeBuilder {
    private mutating func closeElement(
        at range: SourceRange,
        _ visitor: inout some MarkupVisitor
    ) {
        guard let tag = open.popLast(), let children = contents.popLast(),
            let before = sizes.popLast()
        else { return }
        let element = MarkupElement(tag, children: children, end: range)
        if open.isEmpty {
            root = element
        } else if visitor.takes(element, within: open) {
            size = before - dropBlank()
        } else {
            add(.element(element))
        }
    }

    /// Drops the blanks before an element that was taken; returns how many nodes that are.
    private mutating func dropBlank() -> Int {
        guard let last = contents.indices.last, case .text(let text) = contents[last].last,
            text.isBlank, !text.isSection
        else { return 0 }
        contents[last].removeLast()
        return 1
    }

    private mutating func openElement(_ range: SourceRange) {
        let scan = XMLTagScan(bytes, at: range.lowerBound)
        guard checkLimits(scan, at: range) else { return }
        let raw = scan.attributes.map { attribute in
            (attribute, QualifiedName(text(attribute.name)))
        }
        var namespaces = open.last?.namespaces ?? ["xml": XMLNamespace.xml]
        for (attribute, name) in raw where name.isDeclaration {
            declare(name, attribute, in: &namespaces)
        }
        let name = QualifiedName(text(scan.name))
        let resolved = MarkupName(
            prefix: name.prefix,
            local: name.local,
            namespace: namespace(of: name, at: scan.name, in: namespaces)
        )
        let attributes = raw.map { attribute, name in
            MarkupAttribute(
                name: MarkupName(
                    prefix: name.prefix,
                    local: name.local,
                    namespace: name.isDeclaration
                        ? XMLNamespace.declarations
                        : name.prefix == nil
                            ? nil : namespace(of: name, at: attribute.name, in: namespaces)
                ),
                nameRange: attribute.name,
                value: XMLDecoder.attribute(bytes, attribute.value),
                valueRange: attribute.value
            )
        }
        checkUnique(attributes)
        sizes.append(size)
        size += 1
        contents.append([])
        open.append(
            MarkupTag(
                name: resolved,
                nameRange: scan.name,
                attributes: attributes,
                namespaces: namespaces,
                startTag: range
            )
        )
    }

    private mutating func checkLimits(_ scan: XMLTagScan, at range: SourceRange) -> Bool {
        if scan.attributes.count > limits.maximumAttributes {
            let limit = limits.maximumAttributes
            let place = scan.attributes[limit].name
            problems.stop(with: .attributeLimit(limit, at: place, in: source))
            return false
        }
        if let long = scan.attributes.first(where: {
            $0.value.count > limits.maximumAttributeBytes
        }) {
            let limit = limits.maximumAttributeBytes
            problems.stop(
                with: .textLimit(long.value.count, limit: limit, at: long.value, in: source)
            )
            return false
        }
        return true
    }

    /// Two names can differ in their prefixes and yet be one (Namespaces in XML, section 6.3).
    private mutating func checkUnique(_ attributes: [MarkupAttribute]) {
        var first: [MarkupName: SourceRange] = [:]
        for attribute in attributes {
            guard let namespace = attribute.name.namespace, !attribute.isDeclaration else {
                continue
            }
            let name = MarkupName(local: attribute.name.local, namespace: namespace)
            if let other = first[name] {
                let range = attribute.nameRange
                let written = attribute.name.qualified
                problems.report(
                    .duplicateAttribute(written, at: range, first: other, in: source)
                )
            } else {
                first[name] = attribute.nameRange
            }
        }
    }
}

extension XMLTreeBuilder {
    /// A name cut at its colon.
    private struct QualifiedName {
        let prefix: String?
        let local: String
        /// Whether it has at most one colon, with a name on both sides of it.
        let isGood: Bool

        init(_ text: String) {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            isGood =
                parts.count <= 2 && parts.allSatisfy { $0.utf8.first.map(Self.isStart) ?? false }
            prefix = isGood && parts.count == 2 ? String(parts[0]) : nil
            local = isGood && parts.count == 2 ? String(parts[1]) : text
        }

        private static func isStart(_ byte: UInt8) -> Bool { XMLScan.isNameStart(byte) }

        var isDeclaration: Bool { prefix == "xmlns" || (prefix == nil && local == "xmlns") }
    }

    private mutating func namespace(
        of name: QualifiedName,
        at range: SourceRange,
        in namespaces: [String: String]
    ) -> String? {
        guard name.isGood else {
            problems.report(.badXMLName(name.local, at: range, in: source))
            return nil
        }
        guard let prefix = name.prefix else { return namespaces[""] }
        if let namespace = namespaces[prefix] { return namespace }
        let place = SourceRange(range.lowerBound, range.lowerBound + prefix.utf8.count)
        let near = nearest(to: prefix, in: namespaces.keys.filter { !$0.isEmpty }.sorted())
        problems.report(.undeclaredPrefix(prefix, at: place, nearest: near, in: source))
        return nil
    }

    private mutating func declare(
        _ name: QualifiedName,
        _ attribute: XMLTagScan.Attribute,
        in namespaces: inout [String: String]
    ) {
        let prefix = name.prefix == nil ? "" : name.local
        let namespace = XMLDecoder.attribute(bytes, attribute.value).text
        let isReserved =
            prefix == "xmlns" || namespace == XMLNamespace.declarations
            || (prefix == "xml") != (namespace == XMLNamespace.xml)
        if isReserved {
            problems.report(
                .reservedNamespace(text(attribute.name), at: attribute.name, in: source)
            )
        } else if namespace.isEmpty {
            if !prefix.isEmpty {
                problems.report(.emptyNamespace(prefix, at: attribute.value, in: source))
            }
            namespaces[prefix] = nil
        } else {
            namespaces[prefix] = namespace
        }
    }
}
