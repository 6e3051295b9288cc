extension StateGraph {
    /// The picture as a state diagram of Mermaid.
    ///
    /// States that hold others are composite states, and regions have a dashed border: `--`, which
    /// divides regions, fails where they are nested. Active states have a thick border and a fill of
    /// their own, so that no one needs to tell colours apart.
    public var mermaid: String {
        var writer = MermaidWriter(graph: self)
        return writer.run()
    }
}

/// Writes one picture, line by line.
///
/// Arrows come after all states, at the top: a state belongs to the box in which it is named first.
private struct MermaidWriter {
    let graph: StateGraph
    let words: GraphWords
    let names: GraphNames
    let ports: GraphPorts
    /// The numbers of the states that lie in each state.
    private let children: [Int?: [Int]]
    /// Where each state begins.
    private var initials: [Int?: [Int]] = [:]
    private var lines: [String] = []
    private var depth = 1

    init(graph: StateGraph) {
        self.graph = graph
        words = GraphWords(locale: graph.locale)
        names = GraphNames(graph.nodes)
        ports = GraphPorts(graph)
        children = graph.children
        for edge in graph.edges {
            guard case .initial(let parent) = edge.source else { continue }
            initials[parent] = edge.targets
        }
    }

    mutating func run() -> String {
        let title = words.line(ofTitle: graph.title)
        if !title.isEmpty {
            lines += ["---", "title: \"\(Self.quotedInHeader(title))\"", "---"]
        }
        lines.append("stateDiagram-v2")
        writeContents(of: nil)
        for arrow in graph.arrows { write(arrow) }
        writeClasses()
        return lines.joined(separator: "\n") + "\n"
    }

    private mutating func write(_ line: String) {
        lines.append(String(repeating: "    ", count: depth) + line)
    }

    private mutating func writeContents(of parent: Int?) {
        for target in initials[parent] ?? [] {
            write("[*] --> \(names[child(of: parent, holding: target)])")
        }
        let states = children[parent] ?? []
        for number in states { write(number) }
        for number in states where graph.nodes[number].kind == .final {
            write("\(names[number]) --> [*]")
        }
    }

    /// A mark for the start can only lead to what lies in the same box.
    private func child(of parent: Int?, holding target: Int) -> Int {
        var current = target
        while let outer = graph.nodes[current].parent, outer != parent { current = outer }
        return current
    }

    private mutating func write(_ number: Int) {
        let node = graph.nodes[number]
        let title = node.kind.mark ?? words.title(of: node)
        let head = "state \"\(Self.escaped(title))\" as \(names[number])"
        guard node.kind.isCompound else {
            write(head)
            for line in words.lines(of: node.reactions) {
                write("\(names[number]) : \(Self.escaped(line))")
            }
            return
        }
        write(head + " {")
        depth += 1
        writePort(of: number)
        writeContents(of: number)
        depth -= 1
        write("}")
    }

    /// The mark by which arrows find a box, with what the box hears itself.
    private mutating func writePort(of number: Int) {
        guard ports.isNeeded(by: number) else { return }
        let reactions = words.lines(of: graph.nodes[number].reactions)
        let lines = reactions.isEmpty ? ["•"] : reactions
        let text = lines.map { Self.escaped($0) }.joined(separator: "<br>")
        write("state \"\(text)\" as \(names.port(of: number))")
    }

    private mutating func write(_ arrow: GraphArrow) {
        guard case .state(let source) = arrow.source else { return }
        let text = words.lines(on: arrow).map { Self.escaped($0) }.joined(separator: "<br>")
        for target in arrow.targets {
            let tail = ports.isInside(source, target) ? names.port(of: source) : names[source]
            let head = ports.isInside(target, source) ? names.port(of: target) : names[target]
            write("\(tail) --> \(head)" + (text.isEmpty ? "" : " : \(text)"))
        }
    }

    private mutating func writeClasses() {
        let active = graph.nodes.indices.filter { graph.nodes[$0].isActive }
        let boxes = active.filter { graph.nodes[$0].kind.isCompound }.map { names[$0] }
        let states = active.filter { !graph.nodes[$0].kind.isCompound }.map { names[$0] }
        let regions = graph.nodes.indices.filter {
            graph.nodes[$0].isRegion && !graph.nodes[$0].kind.isHistory
        }
        if !regions.isEmpty {
            write("classDef region stroke-dasharray:5 5")
            write("class \(regions.map { names[$0] }.joined(separator: ",")) region")
        }
        guard !active.isEmpty else { return }
        // Their own text colour makes active states readable on light and on dark pages.
        write("classDef active fill:#FFE08A,stroke:#D55E00,stroke-width:3px,color:#1A1A1A")
        write("classDef around stroke:#D55E00,stroke-width:3px")
        if !states.isEmpty { write("class \(states.joined(separator: ",")) active") }
        if !boxes.isEmpty { write("class \(boxes.joined(separator: ",")) around") }
    }
}

// MARK: - Texts

extension MermaidWriter {
    /// A text in a label: what its grammar or Markdown would read as something else is written as a
    /// number.
    private static func escaped(_ text: String) -> String {
        var result = ""
        var before: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if isPlain(scalar, after: before, isFirst: result.isEmpty) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "#\(scalar.value);"
            }
            before = scalar
        }
        // Wherever these words stand, they would turn the picture.
        return result.replacing("irection", with: "irectio#110;").replacing(
            "IRECTION",
            with: "IRECTIO#78;"
        )
    }

    private static func isPlain(
        _ scalar: Unicode.Scalar,
        after before: Unicode.Scalar,
        isFirst: Bool
    ) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        case " ", ",", "'", "/", "?", "=", "!", "[", "]": !isFirst || scalar == "["
        case "(": !isFirst && before != "]"
        case ".", ")": !isFirst && !("0"..."9").contains(before)
        case "&": before == "&" || before == " "
        default: scalar.value > 0x9F
        }
    }

    /// A text between quotation marks in the header, which is YAML.
    private static func quotedInHeader(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }
}
