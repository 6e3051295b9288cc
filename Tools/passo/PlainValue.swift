import PassoCEL
import PassoCore

/// A value as JSON has it, for readers that are programs.
enum PlainValue: Encodable {
    case null
    case bool(Bool)
    case int(Int64)
    case double(Double)
    case string(String)
    case list([PlainValue])
    case object([String: PlainValue])

    init(_ value: CELValue) {
        switch value {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .int(value)
        case .double(let value) where value.isFinite: self = .double(value)
        case .string: self = .string(value.stringValue ?? "")
        case .list: self = .list((value.listValue ?? []).map(PlainValue.init))
        // The rest has no form of its own in JSON: the CEL literal says it exactly.
        default: self = .string(value.description)
        }
    }

    init(_ value: NoticeValue) {
        switch value {
        case .value(let value): self.init(value)
        case .label(let key): self = .object(["label": .string(key)])
        case .message(let notice):
            self = .object([
                "message": .string(notice.key), "with": .object(Self.arguments(of: notice)),
            ])
        case .missing: self = .null
        }
    }

    /// The arguments of a message by name.
    static func arguments(of notice: Notice?) -> [String: PlainValue] {
        Dictionary(
            (notice?.arguments ?? []).map { ($0.name, PlainValue($0.value)) },
            uniquingKeysWith: { _, later in later }
        )
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .int(let value): try container.encode(value)
        case .double(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .list(let values): try container.encode(values)
        case .object(let members): try container.encode(members)
        }
    }
}
