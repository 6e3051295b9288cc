/// What a person pressed.
enum Key: Hashable {
    /// Something to write, one scalar of it.
    case text(Unicode.Scalar)
    case enter
    case tab
    case backspace, delete
    case left, right, wordLeft, wordRight, home, end
    case up, down
    case eraseToStart, eraseToEnd, eraseWord
    case clearScreen
    /// Ctrl-C.
    case cancel
    /// Ctrl-D.
    case endOfInput
}

/// Turns the bytes that a terminal sends into keys (ECMA-48 and what xterm sends for its keys).
struct KeyReader {
    private enum State {
        case ground
        case escape
        /// Behind `ESC [`, with the parameters so far.
        case control([UInt8])
        /// Behind `ESC O`.
        case single
        /// Within a scalar of several bytes.
        case scalar([UInt8], missing: Int)
    }

    private var state = State.ground

    /// Takes a byte; gives a key when it is the last one of a key that is known.
    mutating func take(_ byte: UInt8) -> Key? {
        switch state {
        case .ground: return first(byte)
        case .escape: return escaped(byte)
        case .single:
            state = .ground
            return Self.final(byte)
        case .control(let parameters): return control(parameters, byte)
        case .scalar(let bytes, let missing): return scalar(bytes + [byte], missing - 1)
        }
    }

    private mutating func first(_ byte: UInt8) -> Key? {
        switch byte {
        case 0x1B:
            state = .escape
            return nil
        case 0x20..<0x7F: return .text(Unicode.Scalar(byte))
        case 0xC2..<0xE0: state = .scalar([byte], missing: 1)
        case 0xE0..<0xF0: state = .scalar([byte], missing: 2)
        case 0xF0..<0xF5: state = .scalar([byte], missing: 3)
        default: return Self.controls[byte]
        }
        return nil
    }

    /// The control characters as shells use them.
    private static let controls: [UInt8: Key] = [
        0x01: .home, 0x02: .left, 0x03: .cancel, 0x04: .endOfInput, 0x05: .end, 0x06: .right,
        0x08: .backspace, 0x09: .tab, 0x0A: .enter, 0x0B: .eraseToEnd, 0x0C: .clearScreen,
        0x0D: .enter, 0x0E: .down, 0x10: .up, 0x15: .eraseToStart, 0x17: .eraseWord,
        0x7F: .backspace,
    ]

    private mutating func scalar(_ bytes: [UInt8], _ missing: Int) -> Key? {
        guard missing == 0 else {
            state = .scalar(bytes, missing: missing)
            return nil
        }
        state = .ground
        // Bytes that are no UTF-8 are nothing that a person typed.
        let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
        return scalar.map(Key.text)
    }

    private mutating func escaped(_ byte: UInt8) -> Key? {
        state = .ground
        switch byte {
        case UInt8(ascii: "["): state = .control([])
        case UInt8(ascii: "O"): state = .single
        case UInt8(ascii: "b"): return .wordLeft
        case UInt8(ascii: "f"): return .wordRight
        case 0x7F: return .eraseWord
        case 0x1B: state = .escape
        default: break
        }
        return nil
    }

    private mutating func control(_ parameters: [UInt8], _ byte: UInt8) -> Key? {
        guard 0x40..<0x7F ~= byte else {
            // No key has more parameters than these.
            state = .control(Array((parameters + [byte]).prefix(16)))
            return nil
        }
        state = .ground
        // `1;5C` is an arrow with Ctrl.
        let isWord = parameters.count == 3 && parameters.starts(with: [0x31, 0x3B])
        guard byte == UInt8(ascii: "~") else {
            let key = Self.final(byte)
            return isWord ? (key == .left ? .wordLeft : key == .right ? .wordRight : key) : key
        }
        switch parameters.first {
        case UInt8(ascii: "1"), UInt8(ascii: "7"): return parameters.count == 1 ? .home : nil
        case UInt8(ascii: "3"): return .delete
        case UInt8(ascii: "4"), UInt8(ascii: "8"): return .end
        default: return nil
        }
    }

    private static func final(_ byte: UInt8) -> Key? {
        switch byte {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): .right
        case UInt8(ascii: "D"): .left
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "F"): .end
        default: nil
        }
    }
}
