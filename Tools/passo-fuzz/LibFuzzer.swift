#if FUZZING
import Foundation

/// What libFuzzer calls: its own `main` takes the place of ours in such a build.
///
/// The two functions below are the only ones that see memory of libFuzzer's.
private enum Fuzzed {
    /// The reader to feed, named by the script that starts us.
    static let target = ProcessInfo.processInfo.environment["PASSO_FUZZ_TARGET"]
        .flatMap(FuzzTarget.init)
}

/// Checks the name of the reader before anything runs.
@_cdecl("LLVMFuzzerInitialize")
public func initializeFuzzer(
    _ count: UnsafeMutablePointer<CInt>?,
    _ arguments: UnsafeMutableRawPointer?
) -> CInt {
    guard Fuzzed.target == nil else { return 0 }
    Fuzz.complain("PASSO_FUZZ_TARGET names none of: \(FuzzTarget.names)")
    exit(2)
}

/// Feeds one text; whatever is wrong with the answer ends the run as a crash does.
@_cdecl("LLVMFuzzerTestOneInput")
public func feed(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
    if let fault = Fuzzed.target?.fault(reading: input) {
        Fuzz.complain("FAULT: \(fault)")
        abort()
    }
    return 0
}
#endif
