extension CELLibrary {
    /// Addresses and networks: `ip`, `cidr` (extension "Network").
    public static let network = CELLibrary(
        "network",
        functions: CELFunction.network,
        constants: [
            "net.IP": .type(CELAddress.celType), "net.CIDR": .type(CELNetwork.celType),
        ]
    )
}
