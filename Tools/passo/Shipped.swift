import PassoDiagnostics
import RespondToRequest

/// What ships with the program: the definitions of the first procedure.
enum Shipped {
    /// The text of a shipped definition, by workflow or file name.
    static func definition(_ name: String) -> SourceText? {
        DeskDefinitions.shippedSource(name) ?? DeskDefinitions.shippedSource(name + ".yaml")
    }
}
