/// What a language puts around and between the items of a list, found out from ICU's own texts.
struct ListPattern: Sendable {
    /// Around and between two items.
    private let two: [[UInt8]]
    /// Of longer lists: before all, after the first, between, before the last, after all.
    private let more: [[UInt8]]

    /// Asks for the texts of some lists.
    ///
    /// Nil where what stands between items depends on the items (Spanish “e” before i, Hebrew before
    /// other scripts), so that ICU has to write each list.
    ///
    /// - Parameter text: ICU's text of a list.
    init?(_ text: ([String]) -> String) {
        guard let two = Self.pieces(2, text), let three = Self.pieces(3, text),
            let five = Self.pieces(5, text), five[2] == five[3]
        else { return nil }
        self.two = two
        more = [five[0], five[1], five[2], five[4], five[5]]
        guard three == [more[0], more[1], more[3], more[4]] else { return nil }
        for last in Self.samples where !agrees(last, text) { return nil }
    }

    private static let samples = [
        "Ana", "Isa", "hijo", "hiato", "oro", "hora", "8", "80", "11", "אבג", "8א", "ไทย", "", " ",
    ]

    /// What stands before, between and after items that occur nowhere else.
    private static func pieces(_ count: Int, _ text: ([String]) -> String) -> [[UInt8]]? {
        let items = (0..<UInt32(count)).compactMap { Unicode.Scalar(0xE000 + $0) }
        let scalars = Array(text(items.map { String($0) }).unicodeScalars)
        var pieces: [[UInt8]] = []
        var rest = scalars[...]
        for item in items {
            guard let place = rest.firstIndex(of: item) else { return nil }
            pieces.append(Array(Self.string(rest[..<place]).utf8))
            rest = rest[(place + 1)...]
        }
        return pieces + [Array(Self.string(rest).utf8)]
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private func agrees(_ last: String, _ text: ([String]) -> String) -> Bool {
        [[last, last], ["a", last], ["a", "b", last]].allSatisfy { items in
            var bytes: [UInt8] = []
            append(items, to: &bytes)
            return text(items).utf8.elementsEqual(bytes)
        }
    }

    /// Appends the UTF-8 of a list.
    func append(_ items: [String], to bytes: inout [UInt8]) {
        for place in items.indices {
            append(before: place, of: items.count, to: &bytes)
            bytes.append(contentsOf: items[place].utf8)
        }
        append(before: items.count, of: items.count, to: &bytes)
    }

    /// Appends what stands before an item, or after the last.
    func append(before place: Int, of count: Int, to bytes: inout [UInt8]) {
        guard count > 1, (0...count).contains(place) else { return }
        if count == 2 {
            bytes.append(contentsOf: two[place])
        } else if place <= 1 && place < count - 1 {
            bytes.append(contentsOf: more[place])
        } else if place < count - 1 {
            bytes.append(contentsOf: more[2])
        } else {
            bytes.append(contentsOf: more[place == count ? 4 : 3])
        }
    }
}
