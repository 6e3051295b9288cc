internal import Synchronization

/// A bundle whose tables can be replaced while texts are being formatted.
///
/// ``current`` is the bundle of now. Reading it takes no lock and never waits, and what is read stays
/// as it is: a reader that holds a bundle, or a ``BundleReader`` of it, formats with it unharmed
/// however often the tables change. So take one per request, and a page is of one version throughout.
///
/// ```swift
/// let live = try LiveBundle(name: "desk", folder: "/srv/desk/strings")
/// // per request
/// let reader = live.current.reader(for: "da")
/// // now and then, from whatever timer the host has
/// do { try live.reloadIfChanged() } catch { log(error) }   // on an error the old tables stay
/// ```
///
/// New tables are read and checked throughout first; one that cannot be used reaches no reader.
public final class LiveBundle: Sendable {
    private final class Version: Sendable {
        let bundle: CompiledBundle
        init(_ bundle: CompiledBundle) { self.bundle = bundle }
    }

    private let version: SwappedReference<Version>
    /// What is loaded, for whoever reloads; readers never look at it.
    private let loaded: Mutex<FolderStamps>
    private let folder: BundleFolder?

    /// Holds a bundle until another is put in its place.
    public init(_ bundle: CompiledBundle) {
        version = SwappedReference(Version(bundle))
        loaded = Mutex(FolderStamps())
        folder = nil
    }

    /// Loads the tables of a folder.
    ///
    /// They are `en.table` and so on, as compiled, or `en.arb`, as translators edit them. Where a
    /// language has both, the compiled one counts.
    ///
    /// - Parameters:
    ///   - name: the name of the bundle, which compiled tables must have too unless they have none.
    ///   - path: the folder.
    ///   - templateLocale: the language that must be there.
    ///   - limits: the limits of tables and texts.
    /// - Throws: why it cannot be loaded.
    public init(
        name: String,
        folder path: String,
        templateLocale: String = "en",
        limits: MessageLimits = .standard
    ) throws(LiveBundleError) {
        let folder = BundleFolder(
            name: name,
            path: path,
            templateLocale: templateLocale,
            limits: limits
        )
        let stamps = try folder.stamps()
        version = SwappedReference(Version(try folder.load(stamps)))
        loaded = Mutex(stamps)
        self.folder = folder
    }

    /// The bundle of now.
    public var current: CompiledBundle { version.value.bundle }

    /// Puts a bundle in place of the current one.
    ///
    /// Readers get the one or the other, wholly.
    public func replace(with bundle: CompiledBundle) { version.swap(for: Version(bundle)) }

    /// Reads the folder again, and puts what it holds in place if all of it is right.
    ///
    /// Callers on several threads come one after another; readers never wait.
    ///
    /// - Throws: why it cannot be used; then the current bundle stays.
    public func reload() throws(LiveBundleError) { _ = try reload(always: true) }

    /// Reads the folder again if a file of it has another size or another time of change.
    ///
    /// Cheap enough to be called every second. A folder that could not be used is not read again
    /// until it changes.
    ///
    /// - Returns: whether new tables are in place.
    /// - Throws: why new tables cannot be used; then the current bundle stays.
    @discardableResult
    public func reloadIfChanged() throws(LiveBundleError) -> Bool { try reload(always: false) }

    private func reload(always: Bool) throws(LiveBundleError) -> Bool {
        guard let folder else { return false }
        return try loaded.withLock { loaded throws(LiveBundleError) in
            let stamps = try folder.stamps()
            guard always || stamps != loaded else { return false }
            loaded = stamps
            version.swap(for: Version(try folder.load(stamps)))
            return true
        }
    }
}
