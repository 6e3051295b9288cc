/// The names that data of open charts may have.
enum OpenNames {
    /// The system variables (Recommendation, 5.10).
    static let system: Set<String> = ["_event", "_ioprocessors", "_name", "_sessionid", "_x"]

    /// Whether a text is a name of XML without colons; those that begin with `_` are the system's
    /// (Recommendation, 5.10).
    static func isData(_ name: String) -> Bool { isName(name) && !name.hasPrefix("_") }

    /// Whether a text is a name of XML without colons (Namespaces in XML 1.0, `NCName`).
    static func isName(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, isStart(first) else { return false }
        return name.unicodeScalars.allSatisfy { isStart($0) || isInside($0) }
    }

    private static func isStart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0x5F, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF,
            0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF,
            0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
            true
        default: false
        }
    }

    private static func isInside(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
        default: false
        }
    }
}
