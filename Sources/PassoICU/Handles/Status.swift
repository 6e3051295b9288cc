internal import CICU

/// An ICU call that failed, with the status that ICU gave.
///
/// ```swift
/// do { _ = try LocalizedDates(locale: "da", timeZone: "Mars/Olympus") } catch {
///     print(error.name)   // U_ILLEGAL_ARGUMENT_ERROR
/// }
/// ```
public struct ICUError: Error, Hashable, Sendable, CustomStringConvertible {
    /// ICU's status code.
    public let code: Int32
    /// ICU's name of the status, such as `U_ILLEGAL_ARGUMENT_ERROR`.
    public let name: String
    /// What was being done, such as `plural rules`.
    public let operation: String

    init(code: Int32, operation: StaticString) {
        self.code = code
        self.name = unsafe String(cString: passo_icu_status_name(code))
        self.operation = String(describing: operation)
    }

    /// The operation and the status's name.
    public var description: String { "\(operation): \(name)" }
}

/// The status of a sequence of ICU calls: the one place where codes become errors.
struct Status {
    static let illegalArgument: Int32 = 1
    static let indexOutOfBounds: Int32 = 8
    static let bufferOverflow: Int32 = 15

    var code: Int32 = 0

    /// Throws when a call failed; ICU's warnings never come this far.
    func check(_ operation: StaticString) throws(ICUError) {
        guard code == 0 else { throw ICUError(code: code, operation: operation) }
    }
}

/// Facts about the linked ICU.
public enum ICULibrary {
    /// The linked library's version, such as `72.1`.
    public static let version = unsafe version(passo_icu_version)
    /// The version of Unicode that its data follow, such as `15.0`.
    public static let unicodeVersion = unsafe version(passo_icu_unicode_version)

    private static func version(_ read: (UnsafeMutablePointer<CChar>?, Int32) -> Int32) -> String {
        let text = unsafe try? string("version") { buffer, room, _ in unsafe read(buffer, room) }
        return text ?? ""
    }
}
