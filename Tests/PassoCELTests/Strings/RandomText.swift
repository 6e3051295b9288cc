import PassoCEL
import PassoTesting

/// Short texts of few different characters, so that parts of them occur again.
enum RandomText {
    private static let characters = Array("aabbc©α\u{301}\u{1F431}".unicodeScalars)

    static func next(_ random: inout SeededRandom, upTo count: Int) -> [Unicode.Scalar] {
        (0..<Int.random(in: 0...count, using: &random)).map { _ in
            characters[Int.random(in: 0..<characters.count, using: &random)]
        }
    }
}

extension CELValue {
    /// The text of code points.
    init(scalars: some Sequence<Unicode.Scalar>) {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        self.init(String(text))
    }
}
