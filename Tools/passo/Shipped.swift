import PassoDiagnostics
import PassoMessages
import RespondToRequest

/// What ships with the program: the first procedure with its string tables.
enum Shipped {
    /// The bundle of that name.
    static func bundle(_ name: String) -> StringBundle? {
        name == DeskStrings.shipped.name ? DeskStrings.shipped : nil
    }

    /// The text of a shipped definition, by workflow or file name.
    static func definition(_ name: String) -> SourceText? {
        DeskDefinitions.shippedSource(name) ?? DeskDefinitions.shippedSource(name + ".yaml")
    }
}
