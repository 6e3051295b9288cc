internal import CICU

/// What the last scalar of a text, with what stands before it in the same cluster, lets join it.
///
/// The states of an automaton for the rules of Unicode Standard Annex #29 as ICU 72 has them:
/// GB3 to GB13 and its rule 9.3, which keeps conjuncts of six Indic scripts together.
enum ClusterState: UInt8, CaseIterable {
    /// Nothing joins: the start of a text, a control, LF.
    case closed
    /// CR, which LF joins.
    case carriageReturn
    /// Marks join.
    case other
    /// A leading consonant of Hangul.
    case hangulL
    /// A vowel of Hangul, or a syllable that ends in one.
    case hangulV
    /// A trailing consonant of Hangul, or a syllable that ends in one.
    case hangulT
    /// The first of two regional indicators.
    case regional
    /// A pictograph, perhaps with marks.
    case pictograph
    /// A pictograph, perhaps with marks, then a joiner.
    case pictographJoiner
    /// A scalar that what follows joins.
    case prepend
    /// A consonant of a conjunct, perhaps with marks.
    case consonant
    /// A consonant of a conjunct with a virama.
    case consonantVirama
}

extension ClusterState {
    /// The state after a scalar that begins a cluster.
    static func beginning(with scalar: ScalarClass) -> ClusterState {
        switch scalar {
        case .control, .lineFeed: .closed
        case .carriageReturn: .carriageReturn
        case .regional: .regional
        case .prepend: .prepend
        case .hangulL: .hangulL
        case .hangulV, .hangulLV: .hangulV
        case .hangulT, .hangulLVT: .hangulT
        case .pictograph: .pictograph
        case .consonant: .consonant
        case .other, .extend, .extendCombining, .virama, .joiner, .spacingMark: .other
        }
    }

    /// The state after a scalar that joins the cluster, or `nil` when it begins another.
    func joined(by scalar: ScalarClass) -> ClusterState? {
        switch self {
        case .closed: return nil
        case .carriageReturn: return scalar == .lineFeed ? .closed : nil
        default: break
        }
        switch scalar {
        case .control, .carriageReturn, .lineFeed: return nil
        case .extend, .extendCombining, .virama, .joiner: return extended(by: scalar)
        case .spacingMark: return .other
        // GB12: the second half of a flag ends the pair.
        case .regional where self == .regional: return .other
        default: break
        }
        return continues(with: scalar) ? .beginning(with: scalar) : nil
    }

    /// GB9: marks and joiners always join; some states remember what they stand on.
    private func extended(by scalar: ScalarClass) -> ClusterState {
        switch (self, scalar) {
        case (.pictograph, .joiner): .pictographJoiner
        case (.pictograph, _): .pictograph
        case (.consonant, .virama): .consonantVirama
        case (.consonant, .extendCombining), (.consonant, .joiner): .consonant
        case (.consonantVirama, .extendCombining), (.consonantVirama, .virama),
            (.consonantVirama, .joiner):
            .consonantVirama
        default: .other
        }
    }

    /// GB6 to GB8, 9.3, GB9b and GB11: what joins though it could begin a cluster.
    private func continues(with scalar: ScalarClass) -> Bool {
        switch (self, scalar) {
        case (.prepend, _): true
        case (.hangulL, .hangulL), (.hangulL, .hangulV), (.hangulL, .hangulLV),
            (.hangulL, .hangulLVT), (.hangulV, .hangulV), (.hangulV, .hangulT),
            (.hangulT, .hangulT):
            true
        case (.pictographJoiner, .pictograph), (.consonantVirama, .consonant): true
        default: false
        }
    }
}

/// The class of a scalar, as the C shim numbers them.
enum ScalarClass: UInt8, CaseIterable {
    case other, control, carriageReturn, lineFeed
    case extend, extendCombining, virama, joiner
    case regional, prepend, spacingMark
    case hangulL, hangulV, hangulT, hangulLV, hangulLVT
    case pictograph, consonant
}
