import PassoCore
import PassoDiagnostics

extension Compilation {
    /// The definition around a chart.
    func definition(
        _ chart: Chart,
        _ guide: LoweredGuide,
        outOfReach: OutOfReach
    ) -> Definition {
        Definition(
            source: source,
            name: declaration.name?.value ?? "",
            version: declaration.version?.value ?? 1,
            bundleName: declaration.strings?.value,
            strings: strings,
            chart: chart,
            contentHash: chart.blueprint.contentHash,
            title: declaration.title?.value,
            summary: guide.summary,
            modes: declaration.modes.map { Mode(name: $0.name.value, label: $0.label?.value) },
            constants: declaration.constants.compactMap { constant in
                symbols.constants[constant.name.value].map {
                    Constant(name: constant.name.value, value: $0.value)
                }
            },
            rootData: Set(declaration.data.map(\.name.value)),
            fields: symbols.data.compactMap(\.field),
            events: symbols.events.filter { !symbols.derived.contains($0.name) }.map(\.label),
            states: labels(declaration.states),
            targets: targets,
            steps: guide.steps,
            defaults: defaults,
            guideMessages: Dictionary(
                declaration.guide.map { ($0.rule.value, $0.key.value) },
                uniquingKeysWith: { one, _ in one }
            ),
            names: valueScope.environment,
            places: places,
            outOfReach: outOfReach,
            conditions: conditions
        )
    }

    private var defaults: DefaultMessages {
        var result = DefaultMessages()
        for refusal in declaration.refusals {
            switch refusal.rule.value {
            case "unheard": result.unheard = refusal.key.value
            case "error": result.error = refusal.key.value
            default: break
            }
        }
        return result
    }

    private func labels(_ states: [StateDeclaration]) -> [StateLabel] {
        states.flatMap { state in
            [StateLabel(id: state.id.value, title: state.title?.value)] + labels(state.children)
        }
    }

    private var targets: [Target] {
        declaration.targets.map { target in
            let events = symbols.targets[target.name.value]?.events ?? [:]
            return Target(
                name: target.name.value,
                workflow: target.workflow.value,
                events: events.mapValues { $0.parameters.map(\.name) }
            )
        }
    }
}

extension DataSymbol {
    /// The field, when the item has rules.
    fileprivate var field: Field? {
        rules.map { rules in
            Field(
                name: name,
                label: rules.label,
                isList: rules.isList,
                limit: rules.limit,
                eachLimit: rules.each,
                maximumCount: rules.maximum,
                isRequired: rules.isRequired,
                lines: rules.lines,
                identity: rules.identity
            )
        }
    }
}

extension EventSymbol {
    fileprivate var label: EventLabel {
        EventLabel(
            name: name,
            title: declaration.title?.value,
            unheard: declaration.unheard?.value,
            isInternal: declaration.isInternal,
            parameters: signature.parameters.map(\.name)
        )
    }
}
