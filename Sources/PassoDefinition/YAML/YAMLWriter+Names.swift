extension YAMLWriter {
    /// Data items or inputs: groups where they stand together, dotted names where they do not.
    func slots(_ slots: [SlotDeclaration], items: ShapeName) -> YAMLOutput? {
        guard !slots.isEmpty else { return nil }
        // In untyped definitions every mapping is an item.
        let isGrouped = !(isOpen && items == .data)
        let paths = slots.map { slot in
            isGrouped
                ? slot.name.value.split(separator: ".", omittingEmptySubsequences: false)
                : [Substring(slot.name.value)]
        }
        return .mapping(group(slots, paths, 0..<slots.count, level: 0, items))
    }

    /// The slots of a range that share their first parts.
    private func group(
        _ slots: [SlotDeclaration],
        _ paths: [[Substring]],
        _ range: Range<Int>,
        level: Int,
        _ items: ShapeName
    ) -> YAMLMapping {
        var result = YAMLMapping(level == 0 ? .block : .compact)
        // Names that cannot be those of a group any more, or that stand alone.
        var used = Set(
            range.compactMap { index in
                paths[index].count == level + 1 ? String(paths[index][level]) : nil
            }
        )
        var index = range.lowerBound
        while index < range.upperBound {
            let path = paths[index]
            let end = groupEnd(paths, index, range, level)
            let name = String(path[level])
            let inner = index..<end
            if path.count > level + 1, level < Self.groupDepth, !used.contains(name),
                !mentionsItem(paths, inner, level + 1, items)
            {
                used.insert(name)
                let mapping = group(slots, paths, inner, level: level + 1, items)
                result.add(named: name, .mapping(mapping))
                index = end
            } else {
                let rest = path[level...].joined(separator: ".")
                result.add(named: rest, slot(slots[index], items))
                index += 1
            }
        }
        return result
    }

    /// How deep groups stand in groups; deeper names stay dotted.
    private static let groupDepth = 8

    private func groupEnd(
        _ paths: [[Substring]],
        _ start: Int,
        _ range: Range<Int>,
        _ level: Int
    ) -> Int {
        var end = start + 1
        while end < range.upperBound, paths[end].count > level + 1,
            paths[end][level] == paths[start][level]
        {
            end += 1
        }
        return end
    }

    /// Whether a group has a member by whose name it would be taken for an item.
    private func mentionsItem(
        _ paths: [[Substring]],
        _ range: Range<Int>,
        _ level: Int,
        _ items: ShapeName
    ) -> Bool {
        items == .data && range.contains { paths[$0][level] == "type" }
    }

    private func slot(_ slot: SlotDeclaration, _ items: ShapeName) -> YAMLOutput {
        var result = YAMLMapping()
        let isUntyped = isOpen && items == .data && slot.type.value == "dyn"
        if !isUntyped { result.add("type", .text(slot.type.value)) }
        result.add("initial", expression(slot.initial))
        result.add("content", slot.content.map(content))
        result.add("src", text(slot.src))
        result.add("label", text(slot.label))
        if slot.isSensitive { result.add("sensitive", .truth(true)) }
        result.add("limit", expression(slot.limit))
        result.add("lines", text(slot.lines))
        result.add("required", expression(slot.required))
        if let each = expression(slot.each) {
            var limit = YAMLMapping()
            limit.add("limit", each)
            result.add("each", .mapping(limit))
        }
        result.add("unique", text(slot.unique))
        result.add("max", expression(slot.max))
        result.add("refuse", refusals(slot.refusals))
        return result.entries.count == 1 && !isUntyped ? .text(slot.type.value) : .mapping(result)
    }

    func event(_ event: EventDeclaration) -> YAMLOutput {
        var result = YAMLMapping()
        result.add("title", text(event.title))
        result.add("unheard", text(event.unheard))
        result.add("data", parameters(event.signature))
        if event.isInternal { result.add("internal", .truth(true)) }
        return .mapping(result)
    }

    func signature(_ signature: SignatureDeclaration) -> YAMLOutput {
        var result = YAMLMapping()
        result.add("data", parameters(signature))
        return .mapping(result)
    }

    private func parameters(_ signature: SignatureDeclaration) -> YAMLOutput? {
        guard !signature.parameters.isEmpty else { return nil }
        var result = YAMLMapping()
        for parameter in signature.parameters {
            var typed = YAMLMapping()
            typed.add("type", .text(parameter.type.value))
            typed.add("sensitive", .truth(true))
            result.add(
                named: parameter.name.value,
                parameter.isSensitive ? .mapping(typed) : .text(parameter.type.value)
            )
        }
        return .mapping(result)
    }

    func target(_ target: TargetDeclaration) -> YAMLOutput {
        guard let events = target.events else { return .text(target.workflow.value) }
        var names = YAMLMapping()
        for event in events { names.add(named: event.name.value, signature(event)) }
        var result = YAMLMapping()
        result.add("workflow", .text(target.workflow.value))
        result.add("events", .mapping(names))
        return .mapping(result)
    }
}
