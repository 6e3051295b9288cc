package import PassoCEL
package import PassoText

extension TextScalar {
    /// The value that a scalar says, its type decided by how it is written.
    package var celValue: CELValue {
        switch value {
        case .null: .null
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .double(let value): .double(value)
        case .string(let text): CELValue(text)
        }
    }
}
