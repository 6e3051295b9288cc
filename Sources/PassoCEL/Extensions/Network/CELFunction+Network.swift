extension CELFunction {
    /// The functions of addresses and ranges (cel-go's extension "Network").
    static let network =
        [makeAddress, makeNetwork, isAddress, isNetwork, isCanonical, string]
        + addressTests + networkParts + [containsAddress, containsNetwork]

    /// `ip(text)`, and the address of a range: `cidr.ip()`.
    private static let makeAddress = CELFunction(
        "ip",
        .text("string_to_ip", CELAddress.celType) { (text) throws(CELError) in
            .object(CELObject(try address(text)))
        },
        .member("cidr_ip", CELAddress.celType) { (range: CELNetwork) in
            .object(CELObject(range.address))
        }
    )

    private static let makeNetwork = CELFunction(
        "cidr",
        .text("string_to_cidr", CELNetwork.celType) { (text) throws(CELError) in
            .object(CELObject(try network(text)))
        }
    )

    private static let isAddress = CELFunction(
        "isIP",
        .text("is_ip", .bool) { .bool(CELAddress($0) != nil) }
    )

    private static let isNetwork = CELFunction(
        "isCIDR",
        .text("is_cidr", .bool) { .bool(CELNetwork($0) != nil) }
    )

    /// Whether the text of an address is the one that RFC 5952 asks for.
    private static let isCanonical = CELFunction(
        "ip.isCanonical",
        .text("ip_is_canonical", .bool) { (text) throws(CELError) in
            .bool(try address(text).text.utf8.elementsEqual(text.utf8))
        }
    )

    private static let string = CELFunction(
        "string",
        .function("ip_to_string", .string) { (address: CELAddress) in CELValue(address.text) },
        .function("cidr_to_string", .string) { (range: CELNetwork) in CELValue(range.text) }
    )

    private static let addressTests = [
        CELFunction(
            "family",
            .member("ip_family", .int) { (address: CELAddress) in .int(Int64(address.version)) }
        ),
        test("isUnspecified", "ip_is_unspecified") { $0.isUnspecified },
        test("isLoopback", "ip_is_loopback") { $0.isLoopback },
        test("isGlobalUnicast", "ip_is_global_unicast") { $0.isGlobalUnicast },
        test("isLinkLocalMulticast", "ip_is_link_local_multicast") { $0.isLinkLocalMulticast },
        test("isLinkLocalUnicast", "ip_is_link_local_unicast") { $0.isLinkLocalUnicast },
    ]

    private static let networkParts = [
        CELFunction(
            "masked",
            .member("cidr_masked", CELNetwork.celType) { (range: CELNetwork) in
                .object(CELObject(range.masked))
            }
        ),
        CELFunction(
            "isMask",
            .member("cidr_is_mask", .bool) { (range: CELNetwork) in .bool(range.isMask) }
        ),
        CELFunction(
            "prefixLength",
            .member("cidr_prefix_length", .int) { (range: CELNetwork) in
                .int(Int64(range.prefixLength))
            }
        ),
    ]

    private static let containsAddress = CELFunction(
        "containsIP",
        .contains("cidr_contains_ip_ip", CELAddress.celType) { (range, other) in
            (other.opaque() as CELAddress?).map { range.contains($0) }
        },
        .contains("cidr_contains_ip_string", .string) { (range, other) throws(CELError) in
            guard let text = other.stringValue else { return nil }
            return range.contains(try address(text))
        }
    )

    private static let containsNetwork = CELFunction(
        "containsCIDR",
        .contains("cidr_contains_cidr", CELNetwork.celType) { (range, other) in
            (other.opaque() as CELNetwork?).map { range.contains($0) }
        },
        .contains("cidr_contains_cidr_string", .string) { (range, other) throws(CELError) in
            guard let text = other.stringValue else { return nil }
            return range.contains(try network(text))
        }
    )

    private static func test(
        _ name: String,
        _ id: String,
        _ test: @escaping @Sendable (CELAddress) -> Bool
    ) -> CELFunction {
        CELFunction(
            name,
            .member(id, .bool) { (address: CELAddress) in .bool(test(address)) }
        )
    }

    private static func address(_ text: String) throws(CELError) -> CELAddress {
        guard let address = CELAddress(text) else { throw .unreadable(text, CELAddress.celType) }
        return address
    }

    private static func network(_ text: String) throws(CELError) -> CELNetwork {
        guard let network = CELNetwork(text) else { throw .unreadable(text, CELNetwork.celType) }
        return network
    }
}

extension CELError {
    /// A text that is no value of a type; of a long one the error keeps the beginning.
    fileprivate static func unreadable(_ text: String, _ type: CELType) -> CELError {
        let shown = String(text.unicodeScalars.prefix(CELAddress.longestText + 4))
        return CELError(
            .invalidArgument,
            [CELArgument("value", CELValue(shown).description), CELArgument("type", "\(type)")]
        )
    }
}

extension CELValue {
    /// The value of the host's type, if this is one.
    fileprivate func opaque<Value: CELOpaque>() -> Value? {
        guard case .object(let object) = self else { return nil }
        return object.value as? Value
    }
}

/// An opaque type whose values all have one type of CEL.
protocol CELNamedOpaque: CELOpaque {
    static var celType: CELType { get }
}

extension CELAddress: CELNamedOpaque {}
extension CELNetwork: CELNamedOpaque {}

extension CELOverload {
    fileprivate static func text(
        _ id: String,
        _ result: CELType,
        _ body: @escaping @Sendable (String) throws(CELError) -> CELValue
    ) -> CELOverload {
        CELOverload(id, .string, result) { (value: CELValue) throws(CELError) -> CELValue in
            guard let text = value.stringValue else { throw .noOverload(id, [value]) }
            return try body(text)
        }
    }

    fileprivate static func function<Value: CELNamedOpaque>(
        _ id: String,
        _ result: CELType,
        isMember: Bool = false,
        _ body: @escaping @Sendable (Value) -> CELValue
    ) -> CELOverload {
        CELOverload(id, Value.celType, result, isMember: isMember) {
            (value: CELValue) throws(CELError) -> CELValue in
            guard let opaque: Value = value.opaque() else { throw .noOverload(id, [value]) }
            return body(opaque)
        }
    }

    fileprivate static func member<Value: CELNamedOpaque>(
        _ id: String,
        _ result: CELType,
        _ body: @escaping @Sendable (Value) -> CELValue
    ) -> CELOverload { function(id, result, isMember: true, body) }

    fileprivate static func contains(
        _ id: String,
        _ other: CELType,
        _ test: @escaping @Sendable (CELNetwork, CELValue) throws(CELError) -> Bool?
    ) -> CELOverload {
        CELOverload(id, CELNetwork.celType, other, .bool, isMember: true) {
            (range: CELValue, value: CELValue) throws(CELError) -> CELValue in
            guard let network: CELNetwork = range.opaque(), let answer = try test(network, value)
            else { throw .noOverload(id, [range, value]) }
            return .bool(answer)
        }
    }
}
