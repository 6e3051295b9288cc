internal import CRE2

/// A compiled regular expression: RE2's syntax, and time proportional to the text for every pattern.
///
/// Places in patterns and texts are offsets in UTF-8 bytes. Matching allocates nothing.
///
/// `@unchecked Sendable`: "An RE2 object is safe for concurrent use by multiple threads" (re2.h).
@safe final class CELRegularExpression: @unchecked Sendable {
    /// The number of groups that capture.
    let groupCount: Int
    private let expression: OpaquePointer

    /// Compiles a pattern.
    ///
    /// - Throws: `invalidPattern` for a text that is no regular expression, and `limit` for one that
    ///   is longer than ``CELLimits/patternBytes`` or compiles to more than
    ///   ``CELLimits/patternInstructions``.
    init(_ pattern: CELString, _ limits: CELLimits) throws(CELError) {
        guard pattern.byteCount <= limits.patternBytes else {
            throw .limit(limits.patternBytes)
        }
        var mistake = passo_re2_mistake()
        let opened = unsafe pattern.string.utf8Span.span.withUnsafeBytes { bytes in
            unsafe passo_re2_open(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int64(bytes.count),
                CELLimits.patternMemory,
                &mistake
            )
        }
        guard let opened = unsafe opened else { throw Self.error(mistake, limits) }
        unsafe expression = opened
        groupCount = unsafe Int(passo_re2_group_count(opened))
        guard unsafe passo_re2_size(opened) <= limits.patternInstructions else {
            throw .limit(limits.patternInstructions)
        }
    }

    deinit { unsafe passo_re2_close(expression) }

    private static func error(_ mistake: passo_re2_mistake, _ limits: CELLimits) -> CELError {
        guard mistake.status == PASSO_RE2_SYNTAX else {
            return .limit(limits.patternInstructions)
        }
        let reason = unsafe withUnsafeBytes(of: mistake.text) { bytes in
            unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        return CELError(
            .invalidPattern,
            [
                CELArgument("reason", reason),
                CELArgument("begin", String(mistake.place.begin)),
                CELArgument("end", String(mistake.place.end)),
            ]
        )
    }

    /// Whether some part of the text matches.
    ///
    /// - Throws: `limit` when there is no memory to find out.
    func matches(_ text: CELString) throws(CELError) -> Bool {
        let answer = unsafe text.string.utf8Span.span.withUnsafeBytes { bytes in
            unsafe passo_re2_matches(
                expression,
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int64(bytes.count)
            )
        }
        guard answer >= 0 else { throw CELError(.limit) }
        return answer == 1
    }
}
