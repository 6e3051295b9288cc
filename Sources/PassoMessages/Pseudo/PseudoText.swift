internal import PassoICU

/// Changes the texts of one message or one branch, which share their growth and their markup.
enum PseudoText {
    /// Tenths by which a text grows.
    private static let growth = 4

    static func changed(_ texts: [String], for locale: PseudoLocale) -> [String] {
        let pieces = PseudoPiece.pieces(of: texts)
        return switch locale {
        case .accented: accented(texts, pieces)
        case .bidirectional: pieces.map { $0.map(reversed).joined() }
        }
    }

    /// The texts with accents, and with letters written twice until they are 40 percent longer.
    ///
    /// Grapheme clusters are counted as ICU counts them and the growth is rounded up. The letters
    /// that repeat are spread evenly; a text without letters is filled up at its end.
    private static func accented(_ texts: [String], _ pieces: [[PseudoPiece]]) -> [String] {
        let characters = texts.reduce(0) { $0 + TextCount(of: $1).characters }
        let needed = (characters * growth + 9) / 10
        let letters = pieces.joined().reduce(0) { $0 + $1.letters }
        var seen = 0
        var result = pieces.map { pieces in
            pieces.map { piece in
                guard case .words(let text) = piece else { return piece.text }
                return text.map { character in
                    guard let letter = accents[character] else { return String(character) }
                    // The share of the growth that is due up to this letter, less that before it.
                    let copies = (seen + 1) * needed / letters - seen * needed / letters
                    seen += 1
                    return String(repeating: letter, count: 1 + copies)
                }.joined()
            }.joined()
        }
        if letters == 0, let last = result.popLast() {
            result.append(last + String(repeating: "~", count: needed))
        }
        return result
    }

    /// Every word between marks that turn it, as Android does: the marks keep a word that begins
    /// with a digit or a sign from turning its neighbours.
    private static func reversed(_ piece: PseudoPiece) -> String {
        guard case .words(let text) = piece else { return piece.text }
        var result = ""
        var isInWord = false
        for character in text {
            if character.isWhitespace == isInWord {
                result += isInWord ? "\u{202C}\u{200F}" : "\u{200F}\u{202E}"
                isInWord.toggle()
            }
            result.append(character)
        }
        return isInWord ? result + "\u{202C}\u{200F}" : result
    }

    /// One accented letter for each letter of English, each of one scalar.
    static let accents: [Character: String] = {
        let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
        let accented = "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ"
        return Dictionary(uniqueKeysWithValues: zip(plain, accented.map { String($0) }))
    }()
}
