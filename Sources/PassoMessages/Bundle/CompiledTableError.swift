/// Why bytes are no compiled table that can be used, or a file could not be read or written.
public enum CompiledTableError: Error, Hashable, Sendable {
    /// A part of a compiled table, for ``CompiledTableError/invalid(part:at:)``.
    public enum Part: String, Hashable, Sendable, CaseIterable {
        /// The counts and the names at the beginning.
        case header
        /// The index by hash.
        case index
        /// The keys.
        case keys
        /// The names of arguments and the skeletons.
        case strings
        /// The steps of messages.
        case steps
        /// The branches of selections.
        case choices
        /// The texts.
        case texts
    }

    /// The file cannot be read; `code` is the system's error number.
    case cannotRead(path: String, code: Int32)
    /// The file cannot be written; `code` is the system's error number.
    case cannotWrite(path: String, code: Int32)
    /// The bytes begin otherwise than a compiled table does.
    case notATable
    /// The end is missing.
    case truncated(expectedBytes: Int, found: Int)
    /// The bytes are not those that were written: their checksum differs, or something follows them.
    case altered
    /// The table is of a version that only a newer reader knows.
    case newerVersion(found: Int, supported: Int)
    /// The table exceeds ``MessageLimits/maximumCompiledBytes``.
    case tooLarge(bytes: Int, limit: Int)
    /// The table exceeds ``MessageLimits/maximumCompiledKeys``.
    case tooManyKeys(count: Int, limit: Int)
    /// The checksum is right and yet a part makes no sense; `at` counts its records, or the bytes
    /// of the texts.
    case invalid(part: Part, at: Int)
}
