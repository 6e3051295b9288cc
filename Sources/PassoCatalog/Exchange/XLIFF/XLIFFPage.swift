internal import PassoText

/// Writes the elements of a file as its bytes.
enum XLIFFPage {
    /// - Throws: a character of the bundle's or a language's name that XML cannot hold; those of
    ///   messages have been seen to.
    static func write(
        _ root: XMLOutputElement,
        of document: ExchangeDocument
    ) throws(ExchangeWriteError) -> [UInt8] {
        do throws(XMLWriteError) {
            return Array(try XMLWriter().write(root).utf8)
        } catch {
            // The names of elements are our own, so only a character can be wrong.
            let character: Unicode.Scalar =
                if case .forbiddenCharacter(let scalar) = error { scalar } else { "\u{FFFD}" }
            throw ExchangeWriteError(key: document.units.first?.key ?? "", character: character)
        }
    }
}
