import PassoCEL
import PassoTesting
import Testing

/// The extension "Network" as cel-go's documentation of extensions describes it.
@Suite struct NetworkTests {
    @Test(arguments: [
        ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"), ("::", "::"),
        ("::1", "::1"), ("1::", "1::"), ("2001:DB8::68", "2001:db8::68"),
        ("2001:db8:0:0:0:0:0:1", "2001:db8::1"), ("1:0:0:2:0:0:0:3", "1:0:0:2::3"),
        ("1:0:0:2:0:0:3:4", "1::2:0:0:3:4"), ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
        ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
        ("0001::00a0", "1::a0"), ("64:ff9b::1.2.3.4", "64:ff9b::102:304"),
        ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"), ("::ffff:c0a8:1", "192.168.0.1"),
        ("::fffe:1:2", "::fffe:1:2"),
    ])
    func `writes addresses as RFC 5952 asks for`(text: String, expected: String) {
        #expect(evaluate("string(ip('\(text)'))") == .value(CELValue(expected)))
        #expect(evaluate("isIP('\(text)')") == true)
        #expect(evaluate("ip.isCanonical('\(text)')") == .value(.bool(text == expected)))
    }

    @Test(arguments: [
        "", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.00", "1..2.3", "1.2.3.4 ",
        " 1.2.3.4", "+1.2.3.4", "0x1.2.3.4", "1.2.3.4/8", "1.2.3.", "\u{661}.2.3.4", ":", ":::",
        "1:::2",
        "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4::5:6:7:8", "::1:2:3:4:5:6:7:8",
        "12345::", "g::", "1:", ":1", "::1%eth0", "fe80::1%en0", "::1.2.3", "1.2.3.4::",
        "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3.4:1", "::01.2.3.4", "::ffff:1.2.3.4",
        "0:0:0:0:0:ffff:1.2.3.4", "[::1]", "localhost",
    ])
    func `refuses everything else`(text: String) {
        #expect(evaluate("ip('\(text)')") == .error(.invalidArgument))
        #expect(evaluate("ip.isCanonical('\(text)')") == .error(.invalidArgument))
        #expect(evaluate("isIP('\(text)')") == false)
    }

    @Test(arguments: [
        ("1.2.3.4", 4, ""), ("0.0.0.0", 4, "isUnspecified"), ("::", 6, "isUnspecified"),
        ("127.255.0.1", 4, "isLoopback"), ("::1", 6, "isLoopback"),
        ("224.0.0.251", 4, "isLinkLocalMulticast"), ("ff02::1", 6, "isLinkLocalMulticast"),
        ("ff12::1", 6, "isLinkLocalMulticast"), ("169.254.1.1", 4, "isLinkLocalUnicast"),
        ("fe80::1", 6, "isLinkLocalUnicast"), ("febf::1", 6, "isLinkLocalUnicast"),
        ("255.255.255.255", 4, "none"), ("239.0.0.1", 4, "none"), ("ff05::1", 6, "none"),
        ("10.0.0.1", 4, ""), ("fc00::1", 6, ""), ("224.0.1.1", 4, "none"), ("fec0::1", 6, ""),
    ])
    func `tells kinds of addresses apart`(text: String, version: Int64, kind: String) {
        #expect(evaluate("ip('\(text)').family()") == .value(.int(version)))
        let kinds = [
            "isUnspecified", "isLoopback", "isLinkLocalMulticast", "isLinkLocalUnicast",
        ]
        for other in kinds {
            #expect(evaluate("ip('\(text)').\(other)()") == .value(.bool(other == kind)))
        }
        #expect(evaluate("ip('\(text)').isGlobalUnicast()") == .value(.bool(kind.isEmpty)))
    }

    @Test(arguments: [
        "1.2.3.4", "1.2.3.4/", "1.2.3.4/33", "1.2.3.4/-1", "1.2.3.4/+8", "1.2.3.4/08", "1.2.3.4/00",
        "1.2.3.4/8/8", "/8", "::/129", "::1%en0/24", "::ffff:1.2.3.4/24", "::ffff:102:304/120",
        "::ffff:102:304/24", "1.2.3.4/8 ", "1.2.3.4/255.0.0.0", "1.2.3.4/9999999999999999999999",
    ])
    func `refuses what is no range`(text: String) {
        #expect(evaluate("cidr('\(text)')") == .error(.invalidArgument))
        #expect(evaluate("isCIDR('\(text)')") == false)
    }

    @Test(arguments: [
        ("cidr('10.0.0.0/8').containsIP(ip('10.0.0.1'))", true),
        ("cidr('10.0.0.0/8').containsIP('10.0.0.1')", true),
        ("cidr('10.0.0.0/8').containsIP('11.0.0.1')", false),
        ("cidr('0.0.0.0/0').containsIP('255.1.2.3')", true),
        ("cidr('0.0.0.0/0').containsIP('::1')", false),
        ("cidr('::/0').containsIP('1.2.3.4')", false),
        ("cidr('10.0.0.0/8').containsCIDR('10.1.0.0/16')", true),
        ("cidr('10.1.0.0/16').containsCIDR('10.0.0.0/8')", false),
        ("cidr('10.0.0.0/8').containsCIDR(cidr('::/8'))", false),
        ("cidr('192.168.1.5/24').ip() == ip('192.168.1.5')", true),
        ("cidr('192.168.1.5/24').masked() == cidr('192.168.1.0/24')", true),
        ("cidr('192.168.1.5/24') == cidr('192.168.1.0/24')", false),
        ("cidr('192.168.1.0/24').prefixLength() == 24", true),
        ("cidr('192.168.1.0/24').isMask()", true), ("cidr('192.168.1.5/24').isMask()", false),
        ("string(cidr('2001:DB8::/32')) == '2001:db8::/32'", true),
        ("isCIDR('10.0.0.1/8')", true), ("type(ip('::1')) == net.IP", true),
        ("type(cidr('::1/128')) == net.CIDR", true), ("net.IP == net.CIDR", false),
        ("ip('1.2.3.4') == dyn('1.2.3.4')", false), ("ip('::1') in [ip('::1')]", true),
        ("sets.contains([ip('::1')], [ip('0::1')])", true),
    ])
    func `answers what the documentation promises`(text: String, expected: Bool) {
        #expect(evaluate(text) == .value(.bool(expected)))
    }

    @Test(arguments: [
        "isIP(1)", "ip(1)", "'1.2.3.4'.family()", "cidr('::/0').family()",
        "ip('::').masked()", "ip('::').containsIP('::')", "ip('::') < ip('::1')",
    ])
    func `is checked before it runs`(text: String) {
        #expect(evaluate(text) == .problems([.noMatchingOverload]))
        #expect(evaluate(text, isChecked: false) == .error(.noMatchingOverload))
    }

    @Test(arguments: ["isIP(cidr('192.168.0.0/24'))", "isCIDR(ip('::1'))"])
    func `a range is no address when it is asked, and the other way round`(text: String) {
        #expect(evaluate(text) == .error(.noMatchingOverload))
        #expect(evaluate(text, isChecked: false) == .error(.noMatchingOverload))
    }

    @Test func `says which text is wrong, without more of it than an address has`() {
        let text = String(repeating: "1", count: 5_000)
        let tree = CELParser.parse("ip('\(text)')").0
        let environment = CELEnvironment()
        let checked = tree.map { CELChecker.resolve($0, in: environment) }
        let result = checked.map { CELProgram($0, environment).evaluate() }
        guard case .failure(let error) = result else {
            Issue.record("is no address")
            return
        }
        #expect(error.arguments.map(\.name) == ["value", "type"])
        #expect(error.arguments.allSatisfy { $0.value.utf8.count < 100 })
    }

    @Test func `finds addresses in ranges as whole numbers do`() {
        var random = SeededRandom()
        print("ranges: \(random)")
        for _ in 0..<(TestEnvironment.isFull ? 50_000 : 2_000) {
            let length = Int.random(in: 0...32, using: &random)
            let start = UInt32.random(in: .min ... .max, using: &random)
            // Near the range, so that both answers are frequent.
            let near =
                start ^ (UInt32.random(in: .min ... .max, using: &random) >> UInt32(length))
            let other = Bool.random(using: &random) ? near : near ^ (1 << 31)
            let size = UInt64(1) << (32 - UInt64(length))
            let isInside = UInt64(start) / size == UInt64(other) / size
            let range = CELNetwork("\(Self.dotted(start))/\(length)")
            let address = CELAddress(Self.dotted(other))
            #expect(address.flatMap { range?.contains($0) } == isInside)
            #expect(address?.text == Self.dotted(other))
        }
    }

    private static func dotted(_ bits: UInt32) -> String {
        [24, 16, 8, 0].map { String(bits >> $0 & 255) }.joined(separator: ".")
    }
}
