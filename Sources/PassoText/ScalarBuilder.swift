/// Builds the text of a scalar together with the map of where its pieces come from.
///
/// ```swift
/// var builder = ScalarBuilder(at: 1)
/// builder.copy(file, 1, 4)                      // abc
/// builder.put([0x22], from: 4, to: 6)           // a quotation mark, which the file writes as ""
/// let scalar = builder.scalar(.doubleQuoted)
/// ```
package struct ScalarBuilder {
    /// The text as far as it is built, in UTF-8.
    package private(set) var text: [UInt8] = []
    private(set) var runs: [ScalarMap.Run] = []
    private var sourceEnd: Int

    /// Starts at the place where the text would begin.
    package init(at start: Int) {
        sourceEnd = start
    }

    /// Where the last piece ends in the file.
    package var end: Int { sourceEnd }

    /// Takes bytes as they stand.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - lower: where the piece begins.
    ///   - upper: where it ends.
    package mutating func copy(_ bytes: [UInt8], _ lower: Int, _ upper: Int) {
        guard lower < upper else { return }
        let follows = runs.last.map { $0.sourceCount < 0 } ?? false
        if !(follows && lower == sourceEnd) {
            runs.append(.init(text: text.count, source: lower, sourceCount: -1))
        }
        text.append(contentsOf: bytes[lower..<upper])
        sourceEnd = upper
    }

    /// Puts a text that a stretch of the file stands for.
    package mutating func put(_ piece: some Collection<UInt8>, from lower: Int, to upper: Int) {
        guard !piece.isEmpty else { return }
        runs.append(.init(text: text.count, source: lower, sourceCount: upper - lower))
        text.append(contentsOf: piece)
        sourceEnd = upper
    }

    /// Puts a scalar that an escape stands for.
    package mutating func put(_ scalar: Unicode.Scalar, from lower: Int, to upper: Int) {
        put(Array(String(Character(scalar)).utf8), from: lower, to: upper)
    }

    /// Ends the scalar.
    package func scalar(_ style: TextScalar.Style) -> TextScalar {
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
