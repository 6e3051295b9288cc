internal import PassoMessages

/// Where a member of a table's file stands in the canonical order.
struct ARBPlace: Hashable {
    /// What members there are, in their order.
    enum Group: Int {
        case locale, attribute, message
    }

    let group: Group
    /// The bytes of the name, or of the name of the message that metadata belong to; empty for the
    /// language.
    let key: [UInt8]
    let isMetadata: Bool

    /// The place of the message that metadata belong to; of all else its own.
    var ofMessage: ARBPlace { ARBPlace(group: group, key: key, isMetadata: false) }
}

extension ARBPlace {
    init(_ name: String) {
        switch ARBMember(name) {
        case .locale: (group, key, isMetadata) = (.locale, [], false)
        case .attribute: (group, key, isMetadata) = (.attribute, Array(name.utf8), false)
        case .message: (group, key, isMetadata) = (.message, Array(name.utf8), false)
        case .metadata(let of): (group, key, isMetadata) = (.message, Array(of.utf8), true)
        }
    }
}

extension ARBPlace: Comparable {
    static func < (left: ARBPlace, right: ARBPlace) -> Bool {
        if left.group != right.group { return left.group.rawValue < right.group.rawValue }
        if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
        return !left.isMetadata && right.isMetadata
    }
}
