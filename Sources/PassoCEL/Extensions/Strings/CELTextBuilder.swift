/// Builds a text and refuses to let it grow beyond ``CELLimits/resultBytes``: what is too long is
/// never built.
struct CELTextBuilder {
    private(set) var bytes: [UInt8] = []
    private let limit: Int

    init(_ limits: CELLimits) { limit = limits.resultBytes }

    /// The text so far.
    var text: CELString { CELString(String(decoding: bytes, as: UTF8.self)) }

    mutating func append(_ text: CELString) throws(CELError) {
        try reserve(text.byteCount)
        bytes.append(contentsOf: text.string.utf8)
    }

    mutating func append(_ text: String) throws(CELError) {
        try reserve(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(_ part: [UInt8]) throws(CELError) {
        try reserve(part.count)
        bytes.append(contentsOf: part)
    }

    /// Appends a part of another text's bytes.
    mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) throws(CELError) {
        try reserve(range.count)
        for place in range { bytes.append(text[place]) }
    }

    /// Refuses what would not fit.
    func reserve(_ count: Int) throws(CELError) {
        guard count <= limit - bytes.count else { throw .limit(limit) }
    }
}
