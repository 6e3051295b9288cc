import PassoCEL

/// A delay in nanoseconds: a duration, or an integer that counts milliseconds; nil when it is
/// neither, negative, or beyond 292 years.
func delayNanoseconds(_ value: CELValue) -> Int64? {
    let parts: (product: (partialValue: Int64, overflow: Bool), rest: Int64)
    switch value {
    case .duration(let duration):
        parts = (
            duration.seconds.multipliedReportingOverflow(by: 1_000_000_000),
            Int64(duration.nanoseconds)
        )
    case .int(let milliseconds):
        parts = (milliseconds.multipliedReportingOverflow(by: 1_000_000), 0)
    default: return nil
    }
    let sum = parts.product.partialValue.addingReportingOverflow(parts.rest)
    guard !parts.product.overflow, !sum.overflow, sum.partialValue >= 0 else { return nil }
    return sum.partialValue
}

/// A delay in nanoseconds as ``delayNanoseconds(_:)``, or of a time as CSS2 has it (Recommendation,
/// 6.2.1): a number with its unit, such as `1.5s` or `500ms`.
func openDelayNanoseconds(_ value: CELValue) -> Int64? {
    guard case .string(let given) = value else { return delayNanoseconds(value) }
    let text = given.string
    if text.hasSuffix("ms") { return nanoseconds(text.dropLast(2), digitsOfUnit: 6) }
    if text.hasSuffix("s") { return nanoseconds(text.dropLast(), digitsOfUnit: 9) }
    return nil
}

/// A decimal number times a power of ten; what is smaller than a nanosecond is left out.
private func nanoseconds(_ text: Substring, digitsOfUnit: Int) -> Int64? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? parts[1] : ""
    guard let whole = parts.first, !(whole.isEmpty && fraction.isEmpty),
        parts.count == 1 || !fraction.isEmpty,
        (whole + fraction).utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let kept = fraction.prefix(digitsOfUnit)
    let zeros = String(repeating: "0", count: digitsOfUnit - kept.count)
    return Int64(whole + kept + zeros)
}
