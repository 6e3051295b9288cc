extension CELLibrary {
    /// `base64.encode` and `base64.decode` (extension "Encoders").
    public static let encoders = CELLibrary("encoders", functions: [])
}
