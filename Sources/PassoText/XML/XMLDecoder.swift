internal import PassoDiagnostics

/// Turns texts as they are written into what they say, with the places of the pieces.
enum XMLDecoder {
    /// The value of an attribute: references replaced, white space turned to blanks (XML 1.0,
    /// section 3.3.3, for attributes without a declared type).
    static func attribute(_ bytes: [UInt8], _ range: SourceRange) -> TextScalar {
        decode(bytes, range, style: .doubleQuoted, hasReferences: true) { _ in 0x20 }
    }

    /// A text between tags: references replaced, line ends turned to LF (section 2.11).
    static func text(_ bytes: [UInt8], _ range: SourceRange) -> TextScalar {
        decode(bytes, range, style: .literal, hasReferences: true) { $0 == 0x0D ? 0x0A : $0 }
    }

    /// What a CDATA section holds.
    static func section(_ bytes: [UInt8], _ range: SourceRange) -> TextScalar {
        decode(bytes, range, style: .literal, hasReferences: false) { $0 == 0x0D ? 0x0A : $0 }
    }

    private static func decode(
        _ bytes: [UInt8],
        _ range: SourceRange,
        style: TextScalar.Style,
        hasReferences: Bool,
        space: (UInt8) -> UInt8
    ) -> TextScalar {
        var builder = ScalarBuilder(at: range.lowerBound)
        var index = range.lowerBound
        var copied = index
        while index < range.upperBound {
            let byte = bytes[index]
            var end = index + 1
            if byte == UInt8(ascii: "&"), hasReferences {
                let reference = XMLReference(bytes, at: index)
                end = reference.range.upperBound
                builder.copy(bytes, copied, index)
                builder.put(reference.scalar ?? "\u{FFFD}", from: index, to: end)
                copied = end
            } else if byte == 0x0A || byte == 0x0D || byte == 0x09 {
                let isPair = byte == 0x0D && end < range.upperBound && bytes[end] == 0x0A
                if isPair { end += 1 }
                let replacement = space(byte)
                if isPair || replacement != byte {
                    builder.copy(bytes, copied, index)
                    builder.put(CollectionOfOne(replacement), from: index, to: end)
                    copied = end
                }
            }
            index = end
        }
        builder.copy(bytes, copied, range.upperBound)
        return builder.scalar(style)
    }
}

extension TextScalar {
    /// Makes one scalar of several, each of which keeps its places.
    ///
    /// - Parameters:
    ///   - parts: the scalars in order.
    ///   - start: where an empty one stands.
    package init(joining parts: [TextScalar], at start: Int) {
        guard parts.count != 1 else {
            self = parts[0]
            return
        }
        var text = ""
        var runs: [ScalarMap.Run] = []
        for part in parts where !part.text.isEmpty {
            let shift = text.utf8.count
            let own = [ScalarMap.Run(text: 0, source: part.map.start, sourceCount: -1)]
            runs += (part.map.runs.isEmpty ? own : part.map.runs).map {
                ScalarMap.Run(text: $0.text + shift, source: $0.source, sourceCount: $0.sourceCount)
            }
            text += part.text
        }
        self.init(
            text: text,
            style: .literal,
            map: ScalarMap(start: runs.first?.source ?? start, runs: runs)
        )
    }
}
