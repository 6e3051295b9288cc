extension CELFunction {
    /// The functions of addresses and ranges (cel-go's extension "Network").
    static let network =
        (reading + addressTests + networkParts).map {
            $0.costing(CELFunctionCost(.weightOfAll, building: .nothing))
        } + [string]

    private static let reading = [
        makeAddress, makeNetwork, isAddress, isNetwork, isCanonical, containsAddress,
        containsNetwork,
    ]

    /// `ip(text)`, and the address of a range: `cidr.ip()`.
    private static let makeAddress = CELFunction(
        "ip",
        .typed("string_to_ip", CELAddress.celType) { (text: String) throws(CELError) in
            try address(text).celValue
        },
        .typed("cidr_ip", CELAddress.celType, isMember: true) { (range: CELNetwork) in
            range.address.celValue
        }
    )

    private static let makeNetwork = CELFunction(
        "cidr",
        .typed("string_to_cidr", CELNetwork.celType) { (text: String) throws(CELError) in
            try network(text).celValue
        }
    )

    /// `isIP(text)`.
    ///
    /// The official tests ask a range the same, and for an error of the evaluation: it is known to
    /// the checker, and nothing at run time takes it.
    private static let isAddress = CELFunction(
        "isIP",
        .typed("is_ip", .bool) { (text: String) in .bool(CELAddress(text) != nil) },
        .typed("is_ip_cidr", .bool) { (range: CELNetwork) throws(CELError) in
            throw .noOverload("isIP", [range.celValue])
        }
    )

    private static let isNetwork = CELFunction(
        "isCIDR",
        .typed("is_cidr", .bool) { (text: String) in .bool(CELNetwork(text) != nil) },
        .typed("is_cidr_ip", .bool) { (address: CELAddress) throws(CELError) in
            throw .noOverload("isCIDR", [address.celValue])
        }
    )

    /// Whether the text of an address is the one that RFC 5952 asks for.
    private static let isCanonical = CELFunction(
        "ip.isCanonical",
        .typed("ip_is_canonical", .bool) { (text: String) throws(CELError) in
            .bool(try address(text).text.utf8.elementsEqual(text.utf8))
        }
    )

    private static let string = CELFunction(
        "string",
        .typed("ip_to_string", .string) { (address: CELAddress) in CELValue(address.text) },
        .typed("cidr_to_string", .string) { (range: CELNetwork) in CELValue(range.text) }
    )
    .costing(CELFunctionCost { _ in .text(bytes: UInt64(CELAddress.longestText) + 4) })

    private static let addressTests = [
        CELFunction(
            "family",
            .typed("ip_family", .int, isMember: true) { (address: CELAddress) in
                .int(Int64(address.version))
            }
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
            .typed("cidr_masked", CELNetwork.celType, isMember: true) { (range: CELNetwork) in
                range.masked.celValue
            }
        ),
        CELFunction(
            "isMask",
            .typed("cidr_is_mask", .bool, isMember: true) { (range: CELNetwork) in
                .bool(range.isMask)
            }
        ),
        CELFunction(
            "prefixLength",
            .typed("cidr_prefix_length", .int, isMember: true) { (range: CELNetwork) in
                .int(Int64(range.prefixLength))
            }
        ),
    ]

    private static let containsAddress = CELFunction(
        "containsIP",
        .typed("cidr_contains_ip_ip", .bool, isMember: true) {
            (range: CELNetwork, other: CELAddress) in .bool(range.contains(other))
        },
        .typed("cidr_contains_ip_string", .bool, isMember: true) {
            (range: CELNetwork, text: String) throws(CELError) in
            .bool(range.contains(try address(text)))
        }
    )

    private static let containsNetwork = CELFunction(
        "containsCIDR",
        .typed("cidr_contains_cidr", .bool, isMember: true) {
            (range: CELNetwork, other: CELNetwork) in .bool(range.contains(other))
        },
        .typed("cidr_contains_cidr_string", .bool, isMember: true) {
            (range: CELNetwork, text: String) throws(CELError) in
            .bool(range.contains(try network(text)))
        }
    )

    private static func test(
        _ name: String,
        _ id: String,
        _ test: @escaping @Sendable (CELAddress) -> Bool
    ) -> CELFunction {
        CELFunction(
            name,
            .typed(id, .bool, isMember: true) { (address: CELAddress) in .bool(test(address)) }
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
