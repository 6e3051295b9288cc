/// Lays values out as the lines of a file.
struct YAMLLayout {
    /// The columns of a line that is not longer than it must be.
    static let width = 100

    private var lines: [String] = []

    /// The file of a mapping.
    static func text(of mapping: YAMLMapping) -> String {
        var layout = YAMLLayout()
        layout.add(mapping, indent: 0, first: "")
        return layout.lines.map { $0 + "\n" }.joined()
    }

    /// Adds the entries of a mapping, the first of them behind what begins its line.
    private mutating func add(_ mapping: YAMLMapping, indent: Int, first: String) {
        let margin = String(repeating: " ", count: indent)
        var start = first
        let top = lines.count
        var wasLong = false
        for entry in mapping.entries {
            let before = lines.count
            add(entry.value, start + entry.key.inline(.key) + ":", indent: indent)
            start = margin
            guard mapping.layout == .spaced else { continue }
            let isLong = lines.count > before + 1
            if isLong || wasLong, before > top { lines.insert("", at: before) }
            wasLong = isLong
        }
    }

    /// Adds a value behind its key or its dash.
    private mutating func add(_ value: YAMLOutput, _ head: String, indent: Int) {
        let room = Self.width - head.count - 1
        switch value {
        case .scalar(let scalar):
            guard let literal = scalar.literal else {
                lines.append(head + " " + scalar.inline(.block))
                return
            }
            lines.append(head + " " + literal.header)
            let margin = String(repeating: " ", count: indent + 2)
            lines += literal.lines.map { $0.isEmpty ? "" : margin + $0 }
        case .list(let items):
            if let flow = Self.flow(value, room: room) { return lines.append(head + " " + flow) }
            lines.append(head)
            for item in items { addItem(item, indent: indent + 2) }
        case .mapping(let mapping):
            if let flow = Self.flow(value, room: room) { return lines.append(head + " " + flow) }
            lines.append(head)
            let margin = String(repeating: " ", count: indent + 2)
            add(mapping, indent: indent + 2, first: margin)
        }
    }

    private mutating func addItem(_ item: YAMLOutput, indent: Int) {
        let dash = String(repeating: " ", count: indent) + "-"
        let flow = Self.flow(item, room: Self.width - dash.count - 1)
        guard case .mapping(let mapping) = item, flow == nil else {
            return add(item, dash, indent: indent)
        }
        add(mapping, indent: indent + 2, first: dash + " ")
    }
}

extension YAMLLayout {
    /// Values in one line, when they may stand so and there is room.
    private static func flow(_ value: YAMLOutput, room: Int) -> String? {
        switch value {
        case .scalar: return nil
        case .list(let items):
            if items.isEmpty { return "[]" }
            guard items.count < 2 || items.allSatisfy(\.isScalar) else { return nil }
        case .mapping(let mapping):
            if mapping.entries.isEmpty { return "{}" }
            guard mapping.layout == .compact else { return nil }
        }
        var room = room
        return inline(value, &room)
    }

    /// A value between brackets; nil as soon as the room is used up, so that the cost does not grow
    /// with what does not fit.
    private static func inline(_ value: YAMLOutput, _ room: inout Int) -> String? {
        switch value {
        case .scalar(let scalar):
            guard scalar.text.utf8.count <= room * 4, scalar.literal == nil else { return nil }
            let text = scalar.inline(.flow)
            room -= text.count
            return room >= 0 ? text : nil
        case .list(let items):
            room -= 2
            var parts: [String] = []
            for item in items {
                guard let part = inline(item, &room) else { return nil }
                room -= 2
                parts.append(part)
            }
            return room >= -2 ? "[" + parts.joined(separator: ", ") + "]" : nil
        case .mapping(let mapping):
            return inline(mapping, &room)
        }
    }

    private static func inline(_ mapping: YAMLMapping, _ room: inout Int) -> String? {
        guard !mapping.entries.isEmpty else {
            room -= 2
            return room >= 0 ? "{}" : nil
        }
        guard mapping.layout == .compact else { return nil }
        room -= 4
        var parts: [String] = []
        for entry in mapping.entries {
            let key = YAMLScalar(text: entry.key.text, kind: entry.key.kind).inline(.flow)
            room -= key.count + 2
            guard let part = inline(entry.value, &room) else { return nil }
            room -= 2
            parts.append(key + ": " + part)
        }
        return room >= -2 ? "{ " + parts.joined(separator: ", ") + " }" : nil
    }
}

extension YAMLOutput {
    fileprivate var isScalar: Bool {
        if case .scalar = self { true } else { false }
    }
}
