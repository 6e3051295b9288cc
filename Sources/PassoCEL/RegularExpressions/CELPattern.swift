internal import Synchronization

/// The pattern of one call in a program: compiled once if it is a constant, and else when the call
/// sees another pattern than the last time.
///
/// A constant that is no regular expression is an error of each call, so that the error has a place
/// and `&&` and `||` can absorb it.
final class CELPattern: Sendable {
    private let constant: Result<CELRegularExpression, CELError>?
    private let limits: CELLimits
    private let latest = Mutex<(CELString, CELRegularExpression)?>(nil)

    /// Creates the pattern of a call.
    ///
    /// - Parameters:
    ///   - constant: its value, if that is known when the program is compiled.
    ///   - limits: how large it may be.
    init(_ constant: CELValue?, _ limits: CELLimits) {
        self.limits = limits
        guard case .string(let pattern) = constant else {
            self.constant = nil
            return
        }
        do throws(CELError) {
            self.constant = .success(
                try CELRegularExpression(pattern, isConstant: true, limits)
            )
        } catch {
            self.constant = .failure(error)
        }
    }

    /// The expression of a constant pattern, if it is one; where it is none, each call throws.
    var known: CELRegularExpression? { try? constant?.get() }

    /// The expression of a call whose pattern has this value.
    ///
    /// - Throws: the error of ``CELRegularExpression``.
    func expression(_ value: CELValue) throws(CELError) -> CELRegularExpression {
        if let constant { return try constant.get() }
        guard case .string(let pattern) = value else { throw .noOverload("matches", [value]) }
        if let (known, expression) = latest.withLock({ $0 }), known == pattern {
            return expression
        }
        let expression = try CELRegularExpression(pattern, isConstant: false, limits)
        latest.withLock { $0 = (pattern, expression) }
        return expression
    }
}
