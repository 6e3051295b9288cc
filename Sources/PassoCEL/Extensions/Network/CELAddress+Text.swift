extension CELAddress {
    /// The address as RFC 5952 writes it: `127.0.0.1`, `2001:db8::1`.
    public var text: String { version == 4 ? dotted : grouped }

    private var dotted: String {
        [24, 16, 8, 0].map { String((bits >> $0) & 0xFF) }.joined(separator: ".")
    }

    /// Eight groups, of which the longest run of two or more zeros is left out.
    private var grouped: String {
        let groups = stride(from: 112, through: 0, by: -16).map { Int((bits >> $0) & 0xFFFF) }
        let gap = Self.longestGap(groups)
        func written(_ groups: ArraySlice<Int>) -> String {
            groups.map { String($0, radix: 16) }.joined(separator: ":")
        }
        guard gap.count > 1 else { return written(groups[...]) }
        return written(groups[..<gap.lowerBound]) + "::" + written(groups[gap.upperBound...])
    }

    /// The first of the longest runs of zeros.
    private static func longestGap(_ groups: [Int]) -> Range<Int> {
        var longest = 0..<0
        var start = 0
        for (place, group) in groups.enumerated() {
            if group != 0 { start = place + 1 }
            if place + 1 - start > longest.count { longest = start..<(place + 1) }
        }
        return longest
    }
}

extension CELAddress {
    /// Reads an address as strictly as Kubernetes does.
    ///
    /// Zones (`fe80::1%eth0`), leading zeros (`010.0.0.1`) and addresses of version 4 that are
    /// written into one of version 6 (`::ffff:1.2.3.4`) are refused. `::ffff:102:304` without
    /// points is `1.2.3.4`.
    ///
    /// - Returns: `nil` when the text is no such address.
    public init?(_ text: String) {
        guard text.utf8.count <= Self.longestText else { return nil }
        let bytes = Array(text.utf8)
        guard bytes.contains(UInt8(ascii: ":")) else {
            guard let bits = Self.quad(bytes[...]) else { return nil }
            self.init(v4: bits)
            return
        }
        guard let bits = Self.groups(bytes) else { return nil }
        self.init(v6: bits)
        // What has points may not be an address of version 4 in disguise.
        if version == 4, bytes.contains(UInt8(ascii: ".")) { return nil }
    }

    /// The longest text of an address, in bytes: six groups of four digits and a dotted quad.
    static let longestText = 45

    /// Reads four numbers with points between them.
    private static func quad(_ text: ArraySlice<UInt8>) -> UInt32? {
        let fields = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard fields.count == 4 else { return nil }
        var bits: UInt32 = 0
        for field in fields {
            // A leading zero may mean an octal number, as some systems read it.
            guard let number = decimal(field, upTo: 255) else { return nil }
            bits = bits << 8 | UInt32(number)
        }
        return bits
    }

    /// Reads a decimal number without sign and leading zeros.
    static func decimal(_ digits: ArraySlice<UInt8>, upTo limit: Int) -> Int? {
        guard 1...3 ~= digits.count, digits.allSatisfy(CELLexer.isDigit),
            digits.count == 1 || digits.first != UInt8(ascii: "0")
        else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return number <= limit ? number : nil
    }

    /// Reads eight groups of hexadecimal digits, of which `::` stands for one or more zeros and a
    /// dotted quad for the last two.
    private static func groups(_ text: [UInt8]) -> UInt128? {
        let colon = UInt8(ascii: ":")
        guard
            let gap = text.indices.dropLast().first(where: {
                text[$0] == colon && text[$0 + 1] == colon
            })
        else {
            return row(text[...], endsAddress: true).flatMap { $0.count == 8 ? bits($0, []) : nil }
        }
        guard let head = row(text[..<gap], endsAddress: false),
            let tail = row(text[(gap + 2)...], endsAddress: true),
            head.count + tail.count <= 7
        else { return nil }
        return bits(head, tail)
    }

    /// Reads groups with a colon between them, or none.
    private static func row(_ text: ArraySlice<UInt8>, endsAddress: Bool) -> [UInt16]? {
        guard !text.isEmpty else { return [] }
        let fields = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        var groups: [UInt16] = []
        for (place, field) in fields.enumerated() {
            if let group = group(field) {
                groups.append(group)
            } else if endsAddress, place == fields.count - 1, let quad = quad(field) {
                groups += [UInt16(quad >> 16), UInt16(quad & 0xFFFF)]
            } else {
                return nil
            }
        }
        return groups.count <= 8 ? groups : nil
    }

    /// Reads one to four hexadecimal digits.
    private static func group(_ digits: ArraySlice<UInt8>) -> UInt16? {
        guard 1...4 ~= digits.count else { return nil }
        var group: UInt16 = 0
        for digit in digits {
            guard let value = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
            group = group << 4 | UInt16(value)
        }
        return group
    }

    private static func bits(_ head: [UInt16], _ tail: [UInt16]) -> UInt128 {
        let zeros = Array(repeating: UInt16(0), count: 8 - head.count - tail.count)
        return (head + zeros + tail).reduce(0) { $0 << 16 | UInt128($1) }
    }
}

extension CELNetwork {
    /// The range as it was written, with its address as RFC 5952 writes it: `192.168.0.0/24`.
    public var text: String { address.text + "/" + String(prefixLength) }

    /// Reads an address, a slash and the length of the prefix without sign and leading zeros.
    ///
    /// The address is read as strictly as ``CELAddress/init(_:)`` does; one of version 6 that maps
    /// one of version 4 is refused, since its prefix would mean something else.
    ///
    /// - Returns: `nil` when the text is no such range.
    public init?(_ text: String) {
        guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")),
            let address = CELAddress(String(text[..<slash]))
        else { return nil }
        let isMapped = address.version == 4 && text.utf8.contains(UInt8(ascii: ":"))
        let digits = Array(text.utf8[slash...].dropFirst())
        guard !isMapped,
            let length = CELAddress.decimal(digits[...], upTo: address.width)
        else { return nil }
        self.init(address, prefixLength: length)
    }
}
