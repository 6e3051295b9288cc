/// The messages of one bundle in one language, compiled to one stretch of bytes.
///
/// The bytes are what is formatted from: nothing is parsed or copied when they are loaded, whether
/// they are a file (mapped, so that all processes of a machine share it) or an array. Loading checks
/// everything once, in one pass: ten thousand messages take less than two milliseconds. A table is
/// immutable and may be used by any number of threads at once.
///
/// ```swift
/// let table = CompiledTable(arbTable, bundle: "desk")
/// try table.write(to: "desk/da.table")
/// let loaded = try CompiledTable(mapping: "desk/da.table")
/// let bundle = CompiledBundle(name: "desk", tables: [loaded])
/// ```
///
/// The same messages always give the same bytes. They hold what formatting needs: a host that shows
/// texts needs no ARB file and no parser.
public struct CompiledTable: Sendable {
    /// The version of the format that this code writes, and the newest that it reads.
    public static let version = 1
    /// What the name of a file of this format ends in, behind the point.
    public static let fileExtension = "table"

    let storage: TableStorage

    init(_ storage: TableStorage) { self.storage = storage }

    /// Compiles a table.
    ///
    /// Of two messages with one key the later one counts. Messages beyond
    /// ``MessageLimits/maximumCompiledKeys`` and ``MessageLimits/maximumCompiledBytes`` are left out.
    ///
    /// - Parameters:
    ///   - table: the messages, with mistakes or without: each says as much as it can.
    ///   - bundle: the name of the bundle that the table belongs to.
    ///   - limits: the limits of a table.
    public init(_ table: StringTable, bundle: String = "", limits: MessageLimits = .standard) {
        storage = TableStorage(trusted: TableBuilder.bytes(of: table, bundle: bundle, limits))
    }

    /// Loads a table from memory; the bytes are copied.
    ///
    /// - Throws: what is wrong with the bytes; they are checked throughout, so that no bytes whatever
    ///   can do harm later.
    public init(
        bytes: [UInt8],
        limits: MessageLimits = .standard
    ) throws(CompiledTableError) {
        storage = try TableStorage(checking: FlatBytes(copying: bytes), limits)
    }

    /// Loads a table from a file, which is mapped and not read.
    ///
    /// A file in use must be replaced by renaming another over it, as ``write(to:)`` does, and never
    /// be rewritten in place. For files that others may rewrite, use ``init(bytes:limits:)``.
    ///
    /// - Throws: the system's error, or what is wrong with the bytes.
    public init(
        mapping path: String,
        limits: MessageLimits = .standard
    ) throws(CompiledTableError) {
        let bytes = try FlatBytes(mapping: path, limit: limits.maximumCompiledBytes)
        storage = try TableStorage(checking: bytes, limits)
    }

    /// The language as a BCP 47 tag in its usual spelling.
    public var locale: String { storage.locale }

    /// The name of the bundle that the table was compiled for.
    public var bundle: String { storage.bundle }

    /// The number of messages.
    public var count: Int { storage.layout.entries.count }

    /// The keys in the order of their UTF-8.
    public var keys: [String] { (0..<count).map { storage.key(at: $0) } }

    /// Whether the table has a message of a key.
    public func contains(_ key: String) -> Bool { storage.look.place(of: key) != nil }

    /// The bytes, as a file of the table has them.
    public var bytes: [UInt8] { storage.bytes.array }

    /// Writes the table to a file: under another name first, then renamed, so that whoever opens the
    /// file finds the old table or the new one and those that have the old one mapped keep it.
    ///
    /// - Throws: ``CompiledTableError/cannotWrite(path:code:)``.
    public func write(to path: String) throws(CompiledTableError) {
        try FileWriter.replace(path, by: bytes)
    }
}

extension CompiledTable: Equatable {
    /// Whether two tables have the same bytes.
    public static func == (left: CompiledTable, right: CompiledTable) -> Bool {
        left.storage === right.storage || left.bytes == right.bytes
    }
}
