internal import CICU
internal import Synchronization

/// One date format of ICU, used by one thread at a time.
final class DateFormat: Sendable {
    private let handle: Mutex<Handle>

    init(open: (inout Int32) -> OpaquePointer?) throws(ICUError) {
        handle = Mutex(
            unsafe try Handle("date format", open: open) { unsafe passo_icu_dates_close($0) }
        )
    }

    /// The pattern; empty where it is not one of the Gregorian calendar.
    func pattern() throws(ICUError) -> String {
        try handle.withLock { handle throws(ICUError) in
            unsafe try string("date pattern") { buffer, room, status in
                unsafe passo_icu_dates_pattern(handle.pointer, buffer, room, &status)
            }
        }
    }

    func text(_ milliseconds: Int64) throws(ICUError) -> String {
        try handle.withLock { handle throws(ICUError) in
            unsafe try string("date") { buffer, room, status in
                unsafe passo_icu_dates_format(
                    handle.pointer,
                    milliseconds,
                    buffer,
                    room,
                    &status
                )
            }
        }
    }
}
