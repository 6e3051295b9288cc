internal import PassoDiagnostics
internal import PassoICU
internal import PassoMessages

extension CatalogCheck {
    /// A letter that looks like another one: a Cyrillic or Greek letter in a Latin word (or the
    /// other way round), a whole word of such letters, an accent typed as a character of its own.
    ///
    /// Only letters with a twin in the word's script count, so “kΩ” and a name in its own script
    /// are left alone; so is what the source writes the same way.
    static let confusables = CatalogCheck("string-confusable", .warning, .message(findConfusables))

    private static func findConfusables(_ message: CheckedMessage) -> [CheckFinding] {
        let pattern = message.target.entry.pattern
        guard pattern.utf8.contains(where: { $0 >= 0xCC }) else { return [] }
        let known =
            message.isTemplate
            ? [] : Set(message.source.readings.flatMap { Words.all(in: $0).map(\.text) })
        return message.unique(
            message.target.readings.flatMap { reading in
                letterRuns(reading).compactMap { run in
                    find(message, Array(reading.units[run]), known)
                }
            }
        )
    }

    /// The stretches of letters and marks, without hyphens and digits.
    private static func letterRuns(_ reading: Reading) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start: Int?
        for index in 0...reading.units.count {
            let letter = index < reading.units.count ? reading.units[index].letter : nil
            let isPart = letter.map { $0.isWordPart && $0.properties.numericType == nil } ?? false
            if isPart, start == nil { start = index }
            if !isPart, let first = start {
                runs.append(first..<index)
                start = nil
            }
        }
        return runs
    }

    private static func find(
        _ message: CheckedMessage,
        _ units: [ReadingUnit],
        _ known: Set<String>
    ) -> CheckFinding? {
        guard units.contains(where: { ($0.letter?.value ?? 0) >= 0x300 }) else { return nil }
        let letters = units.compactMap(\.letter)
        var word = String.UnicodeScalarView()
        word.append(contentsOf: letters)
        let text = String(word)
        guard !known.contains(text) else { return nil }
        let range =
            units[0].range.lowerBound..<(units.last ?? units[0]).range.upperBound
        let composed = TextFold.nfc(text)
        guard let meant = meant(letters, in: message.language.script) else {
            // Marks that Unicode never composes, as in Devanagari, are decomposed by NFC instead.
            guard !composed.unicodeScalars.elementsEqual(text.unicodeScalars),
                composed.unicodeScalars.count <= text.unicodeScalars.count
            else { return nil }
            return finding(message, range, text, composed, "composed")
        }
        return finding(message, range, text, meant, "script")
    }

    private static func finding(
        _ message: CheckedMessage,
        _ range: Range<Int>,
        _ text: String,
        _ meant: String,
        _ kind: String
    ) -> CheckFinding {
        let odd = zip(text.unicodeScalars, meant.unicodeScalars).first { $0 != $1 }?.0
        return message.finding(
            confusables,
            at: range,
            [
                .init("text", text), .init("code", odd?.code ?? ""), .init("kind", kind),
            ],
            fixIts: message.replacement(range, with: meant),
            isSafe: true
        )
    }

    /// The word in one script; nil when it is in one already, or has letters without a twin.
    private static func meant(_ letters: [Unicode.Scalar], in own: LetterScript) -> String? {
        var counts: [LetterScript: Int] = [:]
        for letter in letters where letter.isLetter {
            counts[LetterScript(letter), default: 0] += 1
        }
        guard counts[.other] == nil else { return nil }
        let isMixed = counts.count > 1
        // Latin names and keys are at home in every script; other scripts are not in Latin.
        guard isMixed || own == .latin && counts[own] == nil else { return nil }
        // A mixed word is meant in the language's script when the rest of it can be.
        let other = counts.max { $0.value < $1.value }?.key
        for script in isMixed ? [own, other] : [own] where script != .other {
            guard let script, let text = Lookalikes.turned(letters, into: script) else { continue }
            return text
        }
        return nil
    }
}

/// Letters of the Latin, Greek and Cyrillic scripts that look the same.
enum Lookalikes {
    /// A word with all letters in one script; nil when a letter has no twin there.
    static func turned(_ letters: [Unicode.Scalar], into script: LetterScript) -> String? {
        var text = String.UnicodeScalarView()
        for letter in letters {
            if !letter.isLetter || LetterScript(letter) == script {
                text.append(letter)
            } else if let twin = twins[letter]?[script] {
                text.append(twin)
            } else {
                return nil
            }
        }
        return String(text)
    }

    private static let twins: [Unicode.Scalar: [LetterScript: Unicode.Scalar]] = {
        var twins: [Unicode.Scalar: [LetterScript: Unicode.Scalar]] = [:]
        for row in rows {
            for letter in row.unicodeScalars where letter != " " {
                for twin in row.unicodeScalars where twin != " " && twin != letter {
                    twins[letter, default: [:]][LetterScript(twin)] = twin
                }
            }
        }
        return twins
    }()

    /// Letters that are drawn alike, by Unicode's confusables.txt (UTS #39).
    private static let rows = [
        "AΑА", "BΒВ", "CС", "EΕЕ", "HΗН", "IΙІ", "JЈ", "KΚК", "MΜМ", "NΝ", "OΟО", "PΡР", "SЅ",
        "TΤТ", "XΧХ", "YΥУ", "ZΖ", "aа", "cс", "eе", "iі", "jј", "oοо", "pρр", "sѕ", "vν", "xх",
        "yу", "hһ", "qԛ", "wԝ", "dԁ", "ïї", "ëё", "ËЁ", "ÏЇ", "ΓГ", "ΠП", "ΦФ", "πп", "κк", "τт",
    ]
}
