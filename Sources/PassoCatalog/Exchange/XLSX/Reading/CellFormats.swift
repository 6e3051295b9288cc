internal import PassoText

/// Which formats of a workbook show a number as it is.
struct CellFormats: MarkupVisitor {
    /// The formats of cells, in the order of the part: whether each is of this kind.
    private var isPlain: [Bool] = []

    /// The built-in formats of numbers: the general one, and that of texts.
    private static let plain: Set<String> = ["0", "49"]

    mutating func takes(_ element: MarkupElement, within parents: [MarkupTag]) -> Bool {
        guard element.name.isSheet("xf"), parents.last?.name.isSheet("cellXfs") == true else {
            return true
        }
        isPlain.append(Self.plain.contains(element.attribute("numFmtId")?.value.text ?? "0"))
        return true
    }

    /// Whether a cell of a format shows the digits of a whole number and nothing else.
    ///
    /// A general cell shows up to eleven digits before it goes over to powers of ten.
    func shows(_ number: String, format: String?) -> Bool {
        let digits = number.hasPrefix("-") ? number.dropFirst() : Substring(number)
        guard (1...11).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            digits == "0" ? number == "0" : !digits.hasPrefix("0")
        else { return false }
        guard let format else { return isPlain.first ?? true }
        guard let index = Int(format), isPlain.indices.contains(index) else { return false }
        return isPlain[index]
    }
}
