extension CELValue: CELConvertible {
    /// `dyn`: any value.
    public static var celType: CELType { .dyn }

    /// The value itself.
    public var celValue: CELValue { self }

    /// Takes any value.
    public init?(celValue: CELValue) { self = celValue }
}

extension CELTimestamp: CELConvertible {
    /// The type `timestamp`.
    public static var celType: CELType { .timestamp }

    /// The instant.
    public var celValue: CELValue { .timestamp(self) }

    /// Takes an instant.
    public init?(celValue: CELValue) {
        guard case .timestamp(let value) = celValue else { return nil }
        self = value
    }
}

extension CELDuration: CELConvertible {
    /// The type `duration`.
    public static var celType: CELType { .duration }

    /// The span of time.
    public var celValue: CELValue { .duration(self) }

    /// Takes a span of time.
    public init?(celValue: CELValue) {
        guard case .duration(let value) = celValue else { return nil }
        self = value
    }
}
