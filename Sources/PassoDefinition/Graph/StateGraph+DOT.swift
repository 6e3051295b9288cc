extension StateGraph {
    /// The picture in the DOT language of Graphviz.
    ///
    /// States that hold others are clusters; active states have a thick border and a fill of their own,
    /// so that no one needs to tell colours apart.
    public var dot: String {
        var writer = DOTWriter(graph: self)
        return writer.run()
    }
}

/// Writes one picture, line by line.
private struct DOTWriter {
    let graph: StateGraph
    let words: GraphWords
    let names: GraphNames
    let ports: GraphPorts
    /// The numbers of the states that lie in each state.
    private let children: [Int?: [Int]]
    /// The states, and nil for the chart, that show where they begin.
    private let initials: Set<Int?>
    private var lines: [String] = []
    private var depth = 1

    init(graph: StateGraph) {
        self.graph = graph
        words = GraphWords(locale: graph.locale)
        names = GraphNames(graph.nodes)
        ports = GraphPorts(graph)
        children = graph.children
        initials = Set(
            graph.edges.compactMap { edge -> Int?? in
                if case .initial(let parent) = edge.source { .some(parent) } else { nil }
            }
        )
    }

    mutating func run() -> String {
        lines.append("digraph {")
        write(
            "graph [label=\(Self.bold(words.line(ofTitle: graph.title))), labelloc=t, compound=true]"
        )
        write("graph [bgcolor=white, fontname=\"sans-serif\", fontsize=12, nodesep=0.4]")
        write("node [shape=box, style=\"rounded,filled\", color=\"#444444\", fillcolor=white]")
        write("node [fontname=\"sans-serif\", fontsize=11, margin=\"0.12,0.06\", height=0.3]")
        write("edge [color=\"#444444\", fontname=\"sans-serif\", fontsize=10, arrowsize=0.7]")
        writeStates(in: nil)
        for arrow in graph.arrows { write(arrow) }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    private mutating func write(_ line: String) {
        lines.append(String(repeating: "  ", count: depth) + line)
    }

    private mutating func writeStates(in parent: Int?) {
        if initials.contains(parent) {
            write("\(initial(of: parent)) [class=initial, shape=point, width=0.14, \(Self.dark)]")
        }
        for number in children[parent] ?? [] {
            if graph.nodes[number].kind.isCompound {
                writeCluster(number)
            } else {
                write("\(name(number)) [\(attributes(of: number))]")
            }
        }
    }

    private mutating func writeCluster(_ number: Int) {
        let node = graph.nodes[number]
        write("subgraph \"cluster_\(names[number])\" {")
        depth += 1
        write("label=\(Self.bold(words.title(of: node))); labelloc=t")
        write(
            node.isActive
                ? "class=\"active\"; style=\"rounded,filled\"; \(Self.activeCluster)"
                : "class=\"idle\"; style=\"rounded,filled\(node.isRegion ? ",dashed" : "")\"; \(Self.cluster)"
        )
        writePort(number)
        writeStates(in: number)
        depth -= 1
        write("}")
    }

    /// The mark by which arrows find a box, with what the box hears itself.
    private mutating func writePort(_ number: Int) {
        let reactions = words.lines(of: graph.nodes[number].reactions)
        if !reactions.isEmpty {
            write(
                "\(port(of: number)) [class=reactions, shape=plain, label=\(Self.table(nil, reactions))]"
            )
        } else if ports.isNeeded(by: number) {
            write("\(port(of: number)) [class=port, shape=point, width=0.08, color=\"#888888\"]")
        } else {
            write("\(port(of: number)) [shape=point, style=invis, width=0.01]")
        }
    }

    private func attributes(of number: Int) -> String {
        let node = graph.nodes[number]
        if let mark = node.kind.mark {
            return "class=history, shape=circle, width=0.3, margin=0, label=\"\(mark)\""
        }
        let reactions = words.lines(of: node.reactions)
        let title = words.title(of: node)
        let label = reactions.isEmpty ? Self.plain([title]) : Self.table(title, reactions)
        let end = node.kind == .final ? ", peripheries=2" : ""
        return node.isActive
            ? "class=active, label=\(label), \(Self.active)\(end)" : "label=\(label)\(end)"
    }

    private mutating func write(_ arrow: GraphArrow) {
        let label = words.lines(on: arrow)
        for target in arrow.targets {
            var attributes = label.isEmpty ? [] : ["label=\(Self.plain(label))"]
            var tail: String
            var head = name(target)
            switch arrow.source {
            case .initial(let parent):
                tail = initial(of: parent)
                if graph.nodes[target].kind.isCompound {
                    attributes.append("lhead=\"cluster_\(names[target])\"")
                }
            case .state(let source):
                tail = name(source)
                if graph.nodes[source].kind.isCompound {
                    tail = port(of: source)
                    if !ports.isInside(source, target) {
                        attributes.append("ltail=\"cluster_\(names[source])\"")
                    }
                }
                if graph.nodes[target].kind.isCompound, !ports.isInside(target, source) {
                    attributes.append("lhead=\"cluster_\(names[target])\"")
                }
            }
            if graph.nodes[target].kind.isCompound { head = port(of: target) }
            let list = attributes.isEmpty ? "" : " [\(attributes.joined(separator: ", "))]"
            write("\(tail) -> \(head)\(list)")
        }
    }

    private func name(_ number: Int) -> String { "\"\(names[number])\"" }
    private func port(of number: Int) -> String { "\"\(names.port(of: number))\"" }
    private func initial(of number: Int?) -> String {
        "\"\(number.map { names[$0] } ?? "").initial\""
    }
}

// MARK: - Looks and labels

extension DOTWriter {
    private static let dark = "color=\"#222222\", fillcolor=\"#222222\""
    private static let active = "color=\"#D55E00\", penwidth=3, fillcolor=\"#FFE08A\""
    private static let activeCluster = "color=\"#D55E00\"; penwidth=3; fillcolor=\"#FFF8E3\""
    private static let cluster = "color=\"#777777\"; penwidth=1; fillcolor=\"#F7F7F7\""

    private static func bold(_ text: String) -> String {
        text.isEmpty ? "\"\"" : "<<b>\(escaped(text))</b>>"
    }

    /// Lines below each other.
    private static func plain(_ lines: [String]) -> String {
        "<\(lines.map { escaped($0) }.joined(separator: "<br/>"))>"
    }

    /// A title over a rule, and lines below it.
    private static func table(_ title: String?, _ lines: [String]) -> String {
        let rows = lines.map {
            "<tr><td align=\"left\"><font point-size=\"10\">\(escaped($0))</font></td></tr>"
        }
        let head = title.map { "<tr><td>\(escaped($0))</td></tr><hr/>" } ?? ""
        return
            "<<table border=\"0\" cellspacing=\"0\" cellpadding=\"2\">\(head)\(rows.joined())</table>>"
    }

    /// A text in a label of the kind that looks like HTML.
    ///
    /// What XML has no character for becomes U+FFFD.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            // Before some letters it stands for a name, and before another for itself.
            case "\\": result += "\\\\"
            case _ where scalar.value < 0x20 || scalar.value & 0xFFFE == 0xFFFE:
                result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
