/// A reference to an object that somebody else keeps alive for as long as this is used.
///
/// A retain and a release cost more than a look-up, so what lives for one call holds its objects so:
/// the caller's reader keeps everything alive. Touches raw memory in that nobody checks this.
@safe struct Lent<Object: AnyObject & Sendable>: @unchecked Sendable {
    private let object: Unmanaged<Object>

    @inline(__always)
    init(_ object: Object) { unsafe self.object = .passUnretained(object) }

    @inline(__always)
    func with<Result>(_ body: (Object) -> Result) -> Result {
        unsafe object._withUnsafeGuaranteedRef(body)
    }
}
