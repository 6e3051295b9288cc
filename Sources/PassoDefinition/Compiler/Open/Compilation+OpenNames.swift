import PassoCEL
import PassoCore
import PassoDiagnostics

extension Compilation {
    var isOpen: Bool { declaration.isOpen }

    /// Collects the data of an open chart.
    ///
    /// The data of an open chart are those of the document and of all its states, which are global
    /// (Recommendation, 5.3), and what loops (4.6) and scripts make.
    mutating func collectOpenData(_ names: inout [String: SourceRange]) {
        for item in declaration.data { declareOpen(item, &names) }
        rootDataCount = symbols.data.count
        var local: [SlotDeclaration] = []
        declaration.forEachState { local += $0.data }
        for item in local { declareOpen(item, &names) }
        for name in madeNames() where symbols.dataIndex[name.value] == nil {
            guard OpenNames.isData(name.value), symbols.constants[name.value] == nil else {
                continue
            }
            declareOpen(SlotDeclaration(name: name, type: Located("dyn", at: name.range)), &names)
        }
    }

    private mutating func declareOpen(
        _ item: SlotDeclaration,
        _ names: inout [String: SourceRange]
    ) {
        let name = item.name
        guard OpenNames.isName(name.value), name.value.utf8.count <= limits.nameBytes else {
            return report(.badName(name.value, kind: .value, at: name.range, in: source))
        }
        guard !name.value.hasPrefix("_") else { return report(.reservedName(name, in: source)) }
        guard unique(name, &names) else { return }
        symbols.dataIndex[name.value] = symbols.data.count
        symbols.data.append(
            DataSymbol(
                name: name.value,
                type: .dyn,
                slot: symbols.data.count,
                declaration: item
            )
        )
    }

    /// The variables that loops and scripts make where nothing else declares them.
    private func madeNames() -> [Located<String>] {
        var found: [Located<String>] = []
        declaration.forEachAction { action in
            switch action {
            case .loop(let loop): found += [loop.item] + (loop.index.map { [$0] } ?? [])
            case .script(let script):
                for assignment in assignments(of: script) {
                    guard let location = assignment.location else { continue }
                    found.append(Located(location.text.unquotedName, at: location.range))
                }
            default: break
            }
        }
        return found
    }

    /// What expressions of an open chart may name.
    mutating func prepareOpenScope() {
        var environment = constantScope.environment
        environment.limits.cost = CELLimits().cost
        for item in symbols.data {
            environment.declare(item.name, .dyn, at: CELSlot(.data, item.slot))
            if item.declaration.isSensitive { environment.markSensitive(item.name) }
        }
        for (index, input) in symbols.inputs.enumerated() {
            environment.declare(input.name, input.type, at: CELSlot(.inputs, index))
            if input.isSensitive { environment.markSensitive(input.name) }
        }
        if symbols.dataItems("states").isEmpty {
            for (state, slot) in symbols.watches {
                environment.declare("states.\(state)", .bool, at: CELSlot(.data, slot))
            }
        }
        environment.declare(constant: "_name", CELValue(declaration.name?.value ?? ""))
        environment.declare(constant: "_x", [:])
        environment.declare("_event", .dyn, at: CELSlot(.event, 0))
        let slots = SessionSlots(
            sessionID: hiddenSlot("_sessionid", .dyn),
            ioProcessors: hiddenSlot("_ioprocessors", .dyn)
        )
        environment.declare("_sessionid", .dyn, at: CELSlot(.data, slots.sessionID))
        environment.declare("_ioprocessors", .dyn, at: CELSlot(.data, slots.ioProcessors))
        session = slots
        serial = hiddenSlot("serial", .int)
        valueScope = Scope(environment: environment, reach: .event)
    }

    /// A new slot that people do not see.
    mutating func hiddenSlot(_ name: String, _ type: CELType) -> Int {
        symbols.hidden.append(HiddenSlot(name: name, type: type))
        return symbols.data.count + symbols.hidden.count - 1
    }
}

extension String {
    /// A name without the backticks that it may stand in.
    var unquotedName: String {
        count > 2 && hasPrefix("`") && hasSuffix("`") ? String(dropFirst().dropLast()) : self
    }
}
