extension CELLibrary {
    /// Addresses and networks: `ip`, `cidr` (extension "Network").
    public static let network = CELLibrary("network", functions: [])
}
