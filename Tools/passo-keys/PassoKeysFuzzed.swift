// `swift build --sanitize fuzzer` gives libFuzzer's `main` to every program of the build, this tool
// included. So in such a build the work is done where libFuzzer first asks, before it begins.
#if FUZZING
import Foundation

/// Writes the accessors and ends.
@_cdecl("LLVMFuzzerInitialize")
public func writeInsteadOfFuzzing(
    _ count: UnsafeMutableRawPointer?,
    _ arguments: UnsafeMutableRawPointer?
) -> CInt {
    PassoKeys.main()
    exit(0)
}

/// Stands where libFuzzer looks for what to feed; nothing comes this far.
@_cdecl("LLVMFuzzerTestOneInput")
public func neverFed(_ bytes: UnsafeRawPointer?, _ count: Int) -> CInt { 0 }
#else
@main
extension PassoKeys {}
#endif
