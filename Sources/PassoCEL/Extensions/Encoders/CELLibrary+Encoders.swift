extension CELLibrary {
    /// `base64.encode` and `base64.decode` (extension "Encoders").
    public static let encoders = CELLibrary(
        "encoders",
        functions: [CELFunction.base64Encode, CELFunction.base64Decode]
    )
}

extension CELFunction {
    fileprivate static let base64Encode = CELFunction(
        "base64.encode",
        CELOverload(
            "base64_encode_bytes",
            [.bytes],
            .string,
            isMember: false,
            body: .prepared { _, limits in
                .unary { (value: CELValue) throws(CELError) -> CELValue in
                    guard case .bytes(let bytes) = value else {
                        throw .noOverload("base64.encode", [value])
                    }
                    guard CELBase64.length(of: bytes.count) <= limits.resultBytes else {
                        throw .limit(limits.resultBytes)
                    }
                    return CELValue(CELBase64.encoded(bytes))
                }
            }
        )
    )
    .costing(
        CELFunctionCost(.reading(0, times: 4)) { arguments in
            .text(bytes: (arguments[0].bytes.plus(2) / 3).times(4))
        }
    )

    fileprivate static let base64Decode = CELFunction(
        "base64.decode",
        CELOverload("base64_decode_string", .string, .bytes) {
            (value: CELValue) throws(CELError) -> CELValue in
            guard case .string(let text) = value, let bytes = CELBase64.decoded(text.string.utf8)
            else {
                throw CELError(
                    .invalidArgument,
                    [
                        CELArgument("value", value.description),
                        CELArgument("type", "base64"),
                    ]
                )
            }
            return .bytes(bytes)
        }
    )
    .costing(CELFunctionCost(.reading(0, times: 4)) { .text(bytes: $0[0].bytes) })
}
