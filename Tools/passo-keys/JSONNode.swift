/// A JSON value with its place in the file.
struct JSONNode {
    enum Value {
        case object([JSONMember])
        case array
        case string(JSONText)
        case number(String)
        case word(String)
    }

    let value: Value
    let range: Range<Int>

    /// The members of an object.
    var members: [JSONMember]? {
        if case .object(let members) = value { members } else { nil }
    }

    /// The text of a string.
    var text: JSONText? {
        if case .string(let text) = value { text } else { nil }
    }

    /// The value of a member.
    subscript(name: String) -> JSONNode? {
        members?.first { $0.name == name }?.node
    }
}

/// A member of an object.
struct JSONMember {
    let name: String
    let nameRange: Range<Int>
    let node: JSONNode
}

/// A text after its escapes, which knows where its parts stand in the file.
struct JSONText {
    /// An escape in the file and the bytes that it stands for.
    struct Escape {
        let end: Int
        let surplus: Int
    }

    var text = ""
    /// Where the text begins in the file, behind the quote.
    var start = 0
    /// The escapes, in order.
    var escapes: [Escape] = []

    /// The place in the file of a UTF-8 offset in the text.
    func offset(of place: Int) -> Int {
        start + place + escapes.lazy.filter { $0.end <= place }.map(\.surplus).reduce(0, +)
    }
}

/// Why a file is no JSON, and where.
struct JSONMistake: Error {
    let expected: String
    let offset: Int
}
