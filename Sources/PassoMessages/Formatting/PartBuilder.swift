/// A place in a text where something begins or ends.
struct PartMark {
    enum Kind {
        /// An argument begins.
        case open(name: String)
        /// It ends.
        case close
        /// An isolate of three bytes follows.
        case isolate
        /// What follows, up to the end of the argument around, is a message.
        case message
    }

    let kind: Kind
    let place: Int
}

/// Cuts a text into parts at its marks.
struct PartBuilder: ~Copyable {
    private let marks: [PartMark]
    private var next = 0

    private init(_ marks: [PartMark]) { self.marks = marks }

    static func parts(of marks: [PartMark], _ buffer: borrowing TextBuffer) -> [MessagePart] {
        var builder = PartBuilder(marks)
        return builder.inside(from: 0, buffer).parts
    }

    /// The parts up to the end of the argument around; none if that is no message.
    ///
    /// Arguments nest as deep as messages do, which has a limit.
    private mutating func inside(
        from start: Int,
        _ buffer: borrowing TextBuffer
    ) -> (parts: [MessagePart], end: Int) {
        var parts: [MessagePart] = []
        var place = start
        var isMessage = false
        func text(to end: Int, _ buffer: borrowing TextBuffer) -> String {
            buffer.text(from: place, to: end)
        }
        while next < marks.count {
            let mark = marks[next]
            next += 1
            if isMessage, mark.place > place {
                parts.append(MessagePart(.literal, text(to: mark.place, buffer)))
            }
            place = max(place, mark.place)
            switch mark.kind {
            case .close: return (parts, place)
            case .message: isMessage = true
            case .isolate:
                parts.append(MessagePart(.isolation, text(to: place + 3, buffer)))
                place += 3
            case .open(let name):
                let (inner, end) = inside(from: place, buffer)
                let role = MessagePart.Role.argument(name: name)
                parts.append(MessagePart(role, text(to: end, buffer), inner))
                place = end
            }
        }
        if isMessage, buffer.count > place {
            parts.append(MessagePart(.literal, text(to: buffer.count, buffer)))
        }
        return (parts, buffer.count)
    }
}

extension MessagePart {
    init(_ role: Role, _ text: String, _ parts: [MessagePart] = []) {
        self.role = role
        self.text = text
        self.parts = parts
    }
}
