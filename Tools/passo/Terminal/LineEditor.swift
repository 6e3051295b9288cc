/// A line that is being typed, with those before it.
struct LineEditor {
    /// What a key led to.
    enum Outcome: Hashable {
        /// The line may look otherwise now.
        case edited
        /// The line is done, and a new one begins.
        case entered(String)
        /// The line was thrown away.
        case cancelled
        /// The person has no more to say.
        case ended
        /// The word before the cursor is to be completed.
        case completing
        /// The screen is to be empty but for the line.
        case clearing
    }

    /// The longest line, in bytes: the longest expression and a command before it.
    static let maximumBytes = 1 << 17
    /// The most lines that are kept.
    static let maximumHistory = 1_000

    /// What stands before the cursor.
    private(set) var before = ""
    /// What stands behind it.
    private(set) var after = ""
    private var history: [String] = []
    /// The line of the history that is shown; its count is the line being typed.
    private var place = 0
    private var draft = ""

    /// The whole line.
    var text: String { before + after }

    /// Does what a key does.
    mutating func press(_ key: Key) -> Outcome {
        switch key {
        case .text(let scalar): insert(String(scalar))
        case .enter: return .entered(enter())
        case .tab: return .completing
        case .cancel:
            enter(keeping: false)
            return .cancelled
        case .endOfInput where text.isEmpty: return .ended
        case .endOfInput, .delete: if !after.isEmpty { after.removeFirst() }
        case .backspace: if !before.isEmpty { before.removeLast() }
        case .up: show(place - 1)
        case .down: show(place + 1)
        case .eraseToStart: before = ""
        case .eraseToEnd: after = ""
        case .eraseWord: before.removeLast(wordBefore.count)
        case .clearScreen: return .clearing
        default: move(key)
        }
        return .edited
    }

    /// Writes a text before the cursor, unless the line would be too long.
    mutating func insert(_ text: String) {
        let length = before.utf8.count + after.utf8.count + text.utf8.count
        if length <= Self.maximumBytes { before += text }
    }

    /// Moves the cursor.
    private mutating func move(_ key: Key) {
        switch key {
        case .left: if !before.isEmpty { after = String(before.removeLast()) + after }
        case .right: if !after.isEmpty { before.append(after.removeFirst()) }
        case .wordLeft:
            let word = wordBefore
            before.removeLast(word.count)
            after = word + after
        case .wordRight:
            let space = after.prefix { !Self.isWord($0) }
            let word = space + after.dropFirst(space.count).prefix(while: Self.isWord)
            before += word
            after.removeFirst(word.count)
        case .home: (before, after) = ("", text)
        case .end: (before, after) = (text, "")
        default: break
        }
    }

    /// The word before the cursor with what stands between them.
    private var wordBefore: String {
        let reversed = before.reversed()
        let space = reversed.prefix { !Self.isWord($0) }
        let word = reversed.dropFirst(space.count).prefix(while: Self.isWord)
        return String(before.suffix(space.count + word.count))
    }

    private static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }

    /// Ends the line and begins a new one.
    @discardableResult
    private mutating func enter(keeping: Bool = true) -> String {
        let line = text
        if keeping, line.contains(where: { !$0.isWhitespace }), history.last != line {
            history.append(line)
            if history.count > Self.maximumHistory { history.removeFirst() }
        }
        (before, after, draft) = ("", "", "")
        place = history.count
        return line
    }

    /// Shows a line of the history, or the one that was being typed.
    private mutating func show(_ next: Int) {
        guard 0...history.count ~= next else { return }
        if place == history.count { draft = text }
        place = next
        before = next == history.count ? draft : history[next]
        after = ""
    }
}
