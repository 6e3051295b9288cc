/// Builds the text of a scalar together with the map of where its pieces come from.
struct ScalarBuilder {
    private(set) var text: [UInt8] = []
    private(set) var runs: [ScalarMap.Run] = []
    private var sourceEnd: Int

    /// Starts at the place where the text would begin.
    init(at start: Int) {
        sourceEnd = start
    }

    /// Where the last piece ends in the file.
    var end: Int { sourceEnd }

    /// Takes bytes as they stand.
    mutating func copy(_ bytes: [UInt8], _ lower: Int, _ upper: Int) {
        guard lower < upper else { return }
        let follows = runs.last.map { $0.sourceCount < 0 } ?? false
        if !(follows && lower == sourceEnd) {
            runs.append(.init(text: text.count, source: lower, sourceCount: -1))
        }
        text.append(contentsOf: bytes[lower..<upper])
        sourceEnd = upper
    }

    /// Puts a text that a stretch of the file stands for.
    mutating func put(_ piece: some Collection<UInt8>, from lower: Int, to upper: Int) {
        guard !piece.isEmpty else { return }
        runs.append(.init(text: text.count, source: lower, sourceCount: upper - lower))
        text.append(contentsOf: piece)
        sourceEnd = upper
    }

    /// Puts a scalar that an escape stands for.
    mutating func put(_ scalar: Unicode.Scalar, from lower: Int, to upper: Int) {
        put(Array(String(Character(scalar)).utf8), from: lower, to: upper)
    }

    /// Ends the scalar.
    func scalar(_ style: TextScalar.Style) -> TextScalar {
        let string = String(decoding: text, as: UTF8.self)
        if runs.isEmpty { return TextScalar(text: string, style: style, at: sourceEnd) }
        if runs.count == 1, let run = runs.first, run.sourceCount < 0 {
            return TextScalar(text: string, style: style, at: run.source)
        }
        return TextScalar(
            text: string,
            style: style,
            map: ScalarMap(start: runs.first?.source ?? sourceEnd, runs: runs)
        )
    }
}
