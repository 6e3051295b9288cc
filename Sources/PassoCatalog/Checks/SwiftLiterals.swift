/// Finds the string literals of a Swift file, those in interpolations too.
///
/// No compiler: it knows comments, raw and long strings and interpolation, and a string of one
/// line ends with its line whatever happens.
struct SwiftLiterals {
    /// A literal, or the part of one before its first interpolation.
    struct Literal {
        let text: String
        /// Whether an interpolation follows.
        let isOpen: Bool
        /// The text's place in the file, without its quotes.
        let range: Range<Int>
        /// The code before it.
        let before: String
    }

    /// What the scanner stands in; strings lie in interpolations of strings.
    private enum Layer {
        case code(parentheses: Int)
        case string(hashes: Int, isLong: Bool, start: Int, hasPassed: Bool, codeEnd: Int)
    }

    /// The members of types that the code names, `DeskTexts.tagTooLong`, each once.
    private(set) var members: Set<String> = []
    private let utf8: [UInt8]
    private var index = 0
    private var layers: [Layer] = [.code(parentheses: 0)]
    private static let maximumDepth = 64
    private static let contextBytes = 48

    init(_ utf8: [UInt8]) {
        self.utf8 = utf8
    }

    mutating func next() -> Literal? {
        while index < utf8.count {
            switch layers.last {
            case .code(let parentheses)?:
                readCode(parentheses)
            case .string(let hashes, let isLong, let start, let hasPassed, let codeEnd)?:
                if let found = readString(hashes, isLong, start, hasPassed, codeEnd) {
                    return found
                }
            case nil:
                return nil
            }
        }
        return nil
    }

    private mutating func readCode(_ parentheses: Int) {
        switch utf8[index] {
        case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
            while index < utf8.count, utf8[index] != 0x0A { index += 1 }
        case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"):
            skipComment()
        case UInt8(ascii: "\""), UInt8(ascii: "#"):
            openString()
        case UInt8(ascii: "("):
            set(parentheses + 1)
            index += 1
        case UInt8(ascii: ")"):
            index += 1
            if parentheses == 0 && layers.count > 1 {
                layers.removeLast()
            } else {
                set(parentheses - 1)
            }
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            readMember()
        case let byte where Self.isNamePart(byte):
            skipName()
        default:
            index += 1
        }
    }

    /// Reads the name of a type and, behind a full stop, that of a member.
    private mutating func readMember() {
        let start = index
        skipName()
        guard index < utf8.count, utf8[index] == UInt8(ascii: ".") else { return }
        let dot = index
        index += 1
        let isEscaped = index < utf8.count && utf8[index] == UInt8(ascii: "`")
        if isEscaped { index += 1 }
        let member = index
        skipName()
        guard index > member else { return }
        let type = String(decoding: utf8[start..<dot], as: UTF8.self)
        members.insert("\(type).\(String(decoding: utf8[member..<index], as: UTF8.self))")
    }

    private mutating func skipName() {
        while index < utf8.count, Self.isNamePart(utf8[index]) { index += 1 }
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...0xFF: true
        default: false
        }
    }

    private mutating func set(_ parentheses: Int) {
        layers[layers.count - 1] = .code(parentheses: max(0, parentheses))
    }

    private mutating func skipComment() {
        var depth = 0
        repeat {
            if utf8[index] == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
                depth += 1
                index += 2
            } else if utf8[index] == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
                depth -= 1
                index += 2
            } else {
                index += 1
            }
        } while depth > 0 && index < utf8.count
    }

    private mutating func openString() {
        let codeEnd = index
        var hashes = 0
        while byte(hashes) == UInt8(ascii: "#") { hashes += 1 }
        guard byte(hashes) == UInt8(ascii: "\""), layers.count < Self.maximumDepth else {
            index += max(1, hashes)
            return
        }
        let quote = UInt8(ascii: "\"")
        let isLong = byte(hashes + 1) == quote && byte(hashes + 2) == quote
        index += hashes + (isLong ? 3 : 1)
        layers.append(
            .string(
                hashes: hashes,
                isLong: isLong,
                start: index,
                hasPassed: false,
                codeEnd: codeEnd
            )
        )
    }

    /// Reads up to the end of the string or to an interpolation.
    private mutating func readString(
        _ hashes: Int,
        _ isLong: Bool,
        _ start: Int,
        _ hasPassed: Bool,
        _ codeEnd: Int
    ) -> Literal? {
        while index < utf8.count {
            if utf8[index] == UInt8(ascii: "\\"), areHashes(hashes, at: 1) {
                if byte(1 + hashes) == UInt8(ascii: "(") {
                    let head = literal(start, hasPassed, codeEnd, isOpen: true)
                    layers[layers.count - 1] = .string(
                        hashes: hashes,
                        isLong: isLong,
                        start: start,
                        hasPassed: true,
                        codeEnd: codeEnd
                    )
                    index += hashes + 2
                    layers.append(.code(parentheses: 0))
                    return head
                }
                index += hashes + 2
            } else if ends(hashes, isLong) {
                let whole = literal(start, hasPassed, codeEnd, isOpen: false)
                index += (isLong ? 3 : 1) + hashes
                layers.removeLast()
                return whole
            } else if utf8[index] == 0x0A, !isLong {
                layers.removeLast()
                return nil
            } else {
                index += 1
            }
        }
        return nil
    }

    private func literal(
        _ start: Int,
        _ hasPassed: Bool,
        _ codeEnd: Int,
        isOpen: Bool
    ) -> Literal? {
        guard !hasPassed, index > start else { return nil }
        let context = max(0, codeEnd - Self.contextBytes)..<codeEnd
        return Literal(
            text: String(decoding: utf8[start..<index], as: UTF8.self),
            isOpen: isOpen,
            range: start..<index,
            before: String(decoding: utf8[context], as: UTF8.self)
        )
    }

    private func ends(_ hashes: Int, _ isLong: Bool) -> Bool {
        let quote = UInt8(ascii: "\"")
        guard utf8[index] == quote else { return false }
        guard isLong else { return areHashes(hashes, at: 1) }
        return byte(1) == quote && byte(2) == quote && areHashes(hashes, at: 3)
    }

    private func areHashes(_ count: Int, at step: Int) -> Bool {
        (0..<count).allSatisfy { byte(step + $0) == UInt8(ascii: "#") }
    }

    private func byte(_ step: Int) -> UInt8 {
        index + step < utf8.count ? utf8[index + step] : 0
    }
}
