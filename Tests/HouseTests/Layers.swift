/// The module map: which of our modules each module may import, and nothing else of ours.
///
/// An import points down the layers, never sideways or up. SwiftPM enforces only half of that, since
/// a target may import whatever its dependencies depend on.
enum Layers {
    /// The modules by layer, the bottom first.
    static let all: [[String]] = [
        ["PassoDiagnostics", "CICU", "CRE2", "CExpat", "CZlib"],
        ["PassoText", "PassoCEL", "PassoICU"],
        ["PassoCore", "PassoMessages"],
        ["PassoDefinition", "PassoCatalog"],
        ["PassoRuntime"],
        ["RespondToRequest"],
        ["PassoCommand"],
    ]

    /// The modules that must build without Foundation, so that a core has no clock, locale or file
    /// system to misuse.
    static let pure = all[0...2].joined()

    /// The one module that may see a C library, by the library's shim.
    static let shims = [
        "CICU": "PassoICU", "CRE2": "PassoCEL", "CExpat": "PassoText", "CZlib": "PassoCatalog",
    ]

    static func layer(of module: String) -> Int? {
        all.firstIndex { $0.contains(module) }
    }
}
