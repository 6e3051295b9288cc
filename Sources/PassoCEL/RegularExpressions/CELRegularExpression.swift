internal import CRE2

/// A compiled regular expression: RE2's syntax, and time proportional to the text for every pattern.
///
/// Places in patterns and texts are offsets in UTF-8 bytes. Matching allocates nothing.
///
/// `@unchecked Sendable`: "An RE2 object is safe for concurrent use by multiple threads" (re2.h).
@safe final class CELRegularExpression: @unchecked Sendable {
    /// The number of groups that capture.
    let groupCount: Int
    /// The instructions of the program.
    private let size: Int
    private let maximumSteps: Int
    /// The longest text that one search may go through, in bytes.
    private let maximumBytes: Int
    private let expression: OpaquePointer

    /// Compiles a pattern.
    ///
    /// - Parameters:
    ///   - pattern: the text.
    ///   - isConstant: whether it is compiled once for many calls, so that it may be larger.
    ///   - limits: how large it may be, and how long a call may take.
    /// - Throws: `invalidPattern` for a text that is no regular expression, and `limit` for one that
    ///   is too long or compiles to too large a program.
    init(
        _ pattern: CELString,
        isConstant: Bool,
        _ limits: CELLimits
    ) throws(CELError) {
        let most =
            isConstant
            ? limits.patternInstructions
            : min(limits.patternInstructions, limits.computedPatternInstructions)
        guard pattern.byteCount <= limits.patternBytes else { throw .limit(limits.patternBytes) }
        var mistake = passo_re2_mistake()
        let opened = unsafe pattern.string.utf8Span.span.withUnsafeBytes { bytes in
            unsafe passo_re2_open(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int64(bytes.count),
                isConstant ? CELLimits.patternMemory : CELLimits.patternMemory / 4,
                &mistake
            )
        }
        guard let opened = unsafe opened else { throw Self.error(mistake, most) }
        unsafe expression = opened
        groupCount = unsafe Int(passo_re2_group_count(opened))
        size = unsafe Int(passo_re2_size(opened))
        maximumSteps = limits.patternSteps
        maximumBytes = maximumSteps / (1 + size / 64)
        guard size <= most else { throw .limit(most) }
    }

    deinit { unsafe passo_re2_close(expression) }

    private static func error(_ mistake: passo_re2_mistake, _ limit: Int) -> CELError {
        guard mistake.status == PASSO_RE2_SYNTAX else { return .limit(limit) }
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
    /// - Throws: `limit` when it would take more than ``CELLimits/patternSteps``.
    func matches(_ text: CELString) throws(CELError) -> Bool { try matches(text.string) }

    /// Whether some part of the text matches; the same for Swift's own texts.
    func matches(_ string: String) throws(CELError) -> Bool {
        guard string.utf8.count <= maximumBytes else { throw .limit(maximumSteps) }
        let answer = unsafe string.utf8Span.span.withUnsafeBytes { bytes in
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

// MARK: - Every match

extension CELRegularExpression {
    /// A part of a text: the match itself, or what a group captured.
    struct Match {
        fileprivate let ranges: [passo_re2_range]

        /// The whole match.
        var range: Range<Int> { self[0] ?? 0..<0 }

        /// What a group captured; `nil` for a group that took no part.
        subscript(group: Int) -> Range<Int>? {
            ranges[group].begin < 0 ? nil : Int(ranges[group].begin)..<Int(ranges[group].end)
        }
    }

    /// Goes through the matches from the first to the last; they do not overlap, and an empty one
    /// directly behind another does not count.
    ///
    /// - Parameters:
    ///   - text: the text to search.
    ///   - groups: the groups to capture, from the first on.
    ///   - body: takes a match and says whether to go on.
    /// - Throws: `limit` when it would take more than ``CELLimits/patternSteps``, and what `body`
    ///   throws.
    func forEachMatch(
        in text: CELString,
        groups: Int,
        _ body: (Match) throws(CELError) -> Bool
    ) throws(CELError) {
        let string = text.string
        var steps = Steps(size, maximumSteps)
        var start = 0
        var end: Int?
        while start <= string.utf8.count, let match = try find(in: string, from: start, groups) {
            let range = match.range
            try steps.take(from: start, to: range.upperBound, of: string.utf8.count)
            let isCounted = !range.isEmpty || range.lowerBound != end
            end = range.upperBound
            start = range.upperBound
            if range.isEmpty { start = text.codePointEnd(at: start) }
            if isCounted, try !body(match) { return }
        }
    }

    private func find(
        in string: String,
        from start: Int,
        _ groups: Int
    ) throws(CELError) -> Match? {
        var ranges = Array(repeating: passo_re2_range(), count: groups + 1)
        let answer = unsafe string.utf8Span.span.withUnsafeBytes { bytes in
            unsafe passo_re2_find(
                expression,
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int64(bytes.count),
                Int64(start),
                &ranges,
                Int32(groups + 1)
            )
        }
        guard answer >= 0 else { throw CELError(.limit) }
        return answer == 1 ? Match(ranges: ranges) : nil
    }

    /// Counts the steps of many searches in one text.
    ///
    /// A search goes through the text up to the end of its match, and may have looked at the rest to
    /// see that no better one begins earlier, which costs less.
    private struct Steps {
        private var remaining: Int
        private let limit: Int
        private let matching: Int
        private let looking: Int

        init(_ size: Int, _ limit: Int) {
            (remaining, self.limit) = (limit, limit)
            matching = 1 + size / 64
            looking = 1 + size / 1_024
        }

        mutating func take(from start: Int, to end: Int, of count: Int) throws(CELError) {
            remaining -= (end - start) * matching + (count - end) * looking
            guard remaining >= 0 else { throw .limit(limit) }
        }
    }
}
