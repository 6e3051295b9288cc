/// What an element holds and carries, as the schemas of XLIFF say it.
struct XLIFFElementRule {
    /// The attributes by name; those of the element's own vocabulary have no prefix.
    let attributes: [XLIFFName: XLIFFAttributeRule]

    /// The modules whose attributes it may carry.
    let modules: Set<XLIFFVocabulary>

    /// Whether attributes of other namespaces are allowed.
    let isOpen: Bool

    /// What it holds, in order.
    let content: [XLIFFParticle]

    /// Whether it holds text.
    let hasText: Bool

    /// Whether all that it holds is somebody else's and not looked at.
    let isOpaque: Bool

    init(
        _ attributes: [XLIFFName: XLIFFAttributeRule] = [:],
        modules: Set<XLIFFVocabulary> = [],
        isOpen: Bool = false,
        content: [XLIFFParticle] = [],
        hasText: Bool = false,
        isOpaque: Bool = false
    ) {
        self.attributes = attributes
        self.modules = modules
        self.isOpen = isOpen
        self.content = content
        self.hasText = hasText
        self.isOpaque = isOpaque
    }

    /// The names of all attributes, for the reader of a diagnostic.
    var attributeNames: [String] { attributes.keys.map(\.text).sorted() }
}

/// An attribute as the schemas have it.
struct XLIFFAttributeRule {
    let type: XLIFFValueType
    let isRequired: Bool

    init(_ type: XLIFFValueType, isRequired: Bool = false) {
        self.type = type
        self.isRequired = isRequired
    }

    /// An attribute that must be there.
    static func required(_ type: XLIFFValueType) -> Self { .init(type, isRequired: true) }

    /// An attribute that may be there.
    static func optional(_ type: XLIFFValueType) -> Self { .init(type) }

    static let text = Self(.text)
    static let id = Self(.token)
    static let yesNo = Self(.choice(["yes", "no"]))
    static let direction = Self(.choice(["ltr", "rtl", "auto"]))
    static let space = Self(.choice(["default", "preserve"]))
    static let userDefined = Self(.userDefined)
}

/// One place in the order of what an element holds.
struct XLIFFParticle {
    /// The elements of which it takes any.
    let names: [XLIFFName]

    /// Whether it takes elements of other namespaces too.
    let takesExtensions: Bool

    let minimum: Int
    let maximum: Int

    /// How many it takes of each; elsewhere ``maximum`` counts all together.
    let limits: [XLIFFName: Int]

    private init(
        _ names: [XLIFFName],
        takesExtensions: Bool = false,
        minimum: Int = 0,
        maximum: Int = .max,
        limits: [XLIFFName: Int] = [:]
    ) {
        self.names = names
        self.takesExtensions = takesExtensions
        self.minimum = minimum
        self.maximum = maximum
        self.limits = limits
    }

    /// Exactly one.
    static func one(_ name: XLIFFName) -> Self { .init([name], minimum: 1, maximum: 1) }

    /// None or one.
    static func maybe(_ name: XLIFFName) -> Self { .init([name], maximum: 1) }

    /// At least one, in any order.
    static func some(_ names: XLIFFName...) -> Self { .init(names, minimum: 1) }

    /// Any number, in any order.
    static func any(_ names: [XLIFFName]) -> Self { .init(names) }

    /// Extensions in any order, and at most one of each of these modules.
    static func extensions(_ once: [XLIFFName] = [], and any: [XLIFFName] = []) -> Self {
        .init(
            once + any,
            takesExtensions: true,
            limits: Dictionary(uniqueKeysWithValues: once.map { ($0, 1) })
        )
    }

    /// Tells whether an element can stand here.
    func takes(_ name: XLIFFName) -> Bool {
        if names.contains(name) { return true }
        return takesExtensions && (name.vocabulary == .foreign || name.vocabulary == .changes)
    }
}
