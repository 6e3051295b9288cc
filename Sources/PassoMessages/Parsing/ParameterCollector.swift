/// The parameters of a message in the order of their first use, with the most demanding use of each.
struct ParameterCollector {
    private(set) var parameters: [MessageParameter] = []
    /// Where names stand whose uses no argument fits.
    private(set) var conflicts: [Range<Int>] = []
    private var places: [String: Int] = [:]

    mutating func add(_ name: String, _ kind: MessageParameter.Kind, at range: Range<Int>) {
        guard let place = places[name] else {
            places[name] = parameters.count
            parameters.append(MessageParameter(name: name, kind: kind, range: range))
            return
        }
        let old = parameters[place]
        guard let merged = old.kind.merged(with: kind) else {
            conflicts.append(range)
            return
        }
        parameters[place] = MessageParameter(name: name, kind: merged, range: old.range)
    }
}

extension MessageParameter.Kind {
    /// The use that fits both uses; nil if no argument can.
    fileprivate func merged(with other: MessageParameter.Kind) -> MessageParameter.Kind? {
        switch (self, other) {
        case (.any, _): other
        case (_, .any): self
        case (.select(let mine), .select(let others)):
            .select(keys: Self.united(mine, others))
        case (.plural, .number), (.plural, .ordinal), (.plural, .plural), (.ordinal, .number),
            (.ordinal, .ordinal), (.number, .number), (.date, .date), (.date, .time),
            (.time, .time), (.list, .list):
            self
        case (.number, .plural), (.ordinal, .plural), (.number, .ordinal), (.time, .date): other
        default: nil
        }
    }

    /// The words of both, within the limit of what is worth telling.
    private static func united(_ mine: [String], _ others: [String]) -> [String] {
        guard mine.count < maximumWords else { return mine }
        return mine + others.filter { !mine.contains($0) }.prefix(maximumWords - mine.count)
    }

    private static let maximumWords = 256
}
