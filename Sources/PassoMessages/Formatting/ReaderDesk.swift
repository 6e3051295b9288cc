internal import Synchronization

/// Finds the ``BundleReader`` of a locale and a time zone, without a lock.
///
/// Those of the tables' own languages in UTC have places of their own. The others share a fixed
/// number of places, because names of locales come from outside: when all are taken, a reader is
/// made for each call.
final class ReaderDesk: Sendable {
    private static let sharedPlaces = 64
    private static let placesTried = 8

    /// Which tables a reader gets, and in what order.
    let matcher: LocaleMatcher
    private let tables: [TableStorage]
    /// What pseudo-locales are made of, where there is more of the template than its compiled form.
    private let template: StringTable?
    private let limits: MessageLimits
    private let own: [OwnPlace]
    private let shared: InlineArray<64, AtomicLazyReference<KeptReader>>

    private final class OwnPlace: Sendable {
        let locale: String
        let reader = AtomicLazyReference<BundleReader>()
        init(_ locale: String) { self.locale = locale }
    }

    private final class KeptReader: Sendable {
        let place: ReaderPlace
        let reader: BundleReader
        init(_ place: ReaderPlace, _ reader: BundleReader) {
            self.place = place
            self.reader = reader
        }
    }

    init(
        _ tables: [TableStorage],
        templateLocale: String,
        template: StringTable?,
        _ limits: MessageLimits
    ) {
        self.tables = tables
        self.template = template
        self.limits = limits
        matcher = LocaleMatcher(tables.map(\.locale), template: templateLocale)
        own = tables.map { OwnPlace($0.locale) }
        shared = InlineArray { _ in AtomicLazyReference() }
    }

    /// The reader of a wish.
    func reader(for place: ReaderPlace) -> BundleReader {
        if place.sources.isEmpty, place.timeZone == "UTC", !place.isIsolating {
            for own in own where own.locale == place.locale {
                return own.reader.load() ?? own.reader.storeIfNil(make(place))
            }
        }
        var slot = place.hashValue & (Self.sharedPlaces - 1)
        for _ in 0..<Self.placesTried {
            let kept =
                shared[slot].load() ?? shared[slot].storeIfNil(KeptReader(place, make(place)))
            if kept.place == place { return kept.reader }
            slot = (slot + 1) & (Self.sharedPlaces - 1)
        }
        return make(place)
    }

    private func make(_ place: ReaderPlace) -> BundleReader {
        // A wish may be a list; what is too long for one is not looked at.
        let isName = place.locale.utf8.count <= limits.maximumPreferenceBytes
        let sources =
            place.sources.isEmpty
            ? matcher.match(isName ? place.locale : "").sources : place.sources
        var first: Voice?
        for source in sources.reversed() {
            guard let table = table(for: source.locale) else { continue }
            first = Voice(table, formats: source.formats, timeZone: place.timeZone, next: first)
        }
        return BundleReader(first, place, limits)
    }

    /// A table, or a pseudo-locale, which is made of the template when somebody asks for it.
    private func table(for locale: String) -> TableStorage? {
        if let table = tables.first(where: { $0.locale == locale }) { return table }
        guard let pseudo = PseudoLocale(rawValue: locale), let template else { return nil }
        return CompiledTable(.pseudo(pseudo, of: template), limits: limits).storage
    }
}

/// What tells one reader of a bundle from another.
struct ReaderPlace: Hashable, Sendable {
    /// The language wished for.
    let locale: String
    /// The tables that were negotiated; empty if the wish is a language.
    let sources: [LocaleMatch.Source]
    let timeZone: String
    let isIsolating: Bool
}
