import PassoCEL

extension Snapshot: Codable {
    /// The version of the encoded form; older ones stay readable.
    static let codingVersion = 1

    private enum CodingKeys: String, CodingKey {
        case version, chart, active, isWide, values
    }

    /// Writes the form that ``init(from:)`` reads: states and values by number, for a chart with
    /// the same content hash.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.codingVersion, forKey: .version)
        try container.encode(stamp, forKey: .chart)
        switch configuration {
        case .bits(let bits):
            try container.encode(
                (0..<64 as Range<Int32>).filter { bits & (1 << UInt64($0)) != 0 },
                forKey: .active
            )
        case .list(let list):
            try container.encode(list, forKey: .active)
            try container.encode(true, forKey: .isWide)
        }
        try container.encode(values, forKey: .values)
    }

    /// Reads an encoded snapshot.
    ///
    /// What it says is checked against the chart by the first step, which refuses what no chart
    /// wrote as ``StepFailure/foreignSnapshot``.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let version = try container.decode(Int.self, forKey: .version)
        guard version == Self.codingVersion else {
            throw DecodingError.dataCorruptedError(
                forKey: .version,
                in: container,
                debugDescription: "unknown version \(version)"
            )
        }
        stamp = try container.decode(UInt32.self, forKey: .chart)
        values = try container.decode([CELValue].self, forKey: .values)
        let active = try container.decode([Int32].self, forKey: .active)
        configuration =
            try container.decodeIfPresent(Bool.self, forKey: .isWide) == true
            ? .list(active) : .bits(try Self.bits(active, container))
        isChecked = false
    }

    private static func bits(
        _ active: [Int32],
        _ container: KeyedDecodingContainer<CodingKeys>
    ) throws -> UInt64 {
        var bits: UInt64 = 0
        for state in active {
            guard (0..<64).contains(state) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .active,
                    in: container,
                    debugDescription: "no state \(state)"
                )
            }
            bits |= 1 << UInt64(state)
        }
        return bits
    }
}
