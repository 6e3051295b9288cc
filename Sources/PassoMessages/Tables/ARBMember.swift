/// What a member of an Application Resource Bundle is, by its name.
///
/// Names are compared by their bytes: an accent behind the `@` would make one character of both.
package enum ARBMember: Hashable {
    /// `@@locale`: the language of the file.
    case locale
    /// Begins with `@@`: says something about the whole file.
    case attribute
    /// Begins with `@`: says something about the message of this key.
    case metadata(key: String)
    /// Everything else is the key of a message.
    case message

    /// Tells what a name means.
    package init(_ name: String) {
        let at = UInt8(ascii: "@")
        if name.utf8.elementsEqual("@@locale".utf8) {
            self = .locale
        } else if name.utf8.starts(with: [at, at]) {
            self = .attribute
        } else if name.utf8.first == at {
            self = .metadata(key: String(decoding: name.utf8.dropFirst(), as: UTF8.self))
        } else {
            self = .message
        }
    }
}
