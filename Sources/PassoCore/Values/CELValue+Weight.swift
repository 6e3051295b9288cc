import PassoCEL

extension CELValue {
    /// Takes the size of this value from what is left, and stops when nothing is.
    ///
    /// Values nest no deeper than ``CELLimits/valueDepth``, and so does this.
    ///
    /// - Parameter budget: the bytes that are left; negative when the value has more.
    func draw(from budget: inout Int) {
        budget -= MemoryLayout<CELValue>.stride
        switch self {
        case .string(let text): budget -= text.byteCount
        case .bytes(let bytes): budget -= bytes.count
        case .list(let list):
            for element in list.elements where budget >= 0 { element.draw(from: &budget) }
        case .map(let map):
            for key in map.keys where budget >= 0 { key.draw(from: &budget) }
            for value in map.values where budget >= 0 { value.draw(from: &budget) }
        case .optional(let optional): optional.value?.draw(from: &budget)
        default: break
        }
    }

    /// Whether values are no bigger than so many bytes together.
    static func fit(_ values: some Sequence<CELValue>, in bytes: Int) -> Bool {
        var budget = bytes
        for value in values where budget >= 0 { value.draw(from: &budget) }
        return budget >= 0
    }
}
