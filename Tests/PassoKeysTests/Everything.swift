import PassoDiagnostics

@testable import passo_keys

/// A table with everything that generated code has to cope with.
enum Everything {
    static let template = #"""
        {
          "@@locale": "en",
          "@@x-swift-access": "public",
          "2fa.title": "Second factor",
          "URL.copy": "Copy the address",
          "emoji 👩‍👩‍👧 key": "A family: 👩‍👩‍👧",
          "hidden": "A\u202eB\u200bC */ /* \\ \"D\" `E` ``F``\nG",
          "@hidden": { "description": "What would turn\nthe line \u2066around*/." },
          "kinds": "{Whole} {part} {when, date, long} {who} {why} {all} {tags} {ages} {any}",
          "@kinds": {
            "description": "Every type that a placeholder can have.",
            "placeholders": {
              "Whole": { "type": "int", "example": "1" },
              "part": { "type": "double", "example": "1.5" },
              "when": { "type": "DateTime", "example": "2026-03-02T13:04:00Z" },
              "who": { "type": "label", "example": "Agent" },
              "why": { "type": "message", "example": "Type a tag first." },
              "all": { "type": "list", "example": "a, b" },
              "tags": { "type": "list(label)", "example": "A, B" },
              "ages": { "type": "list(int)", "example": "1, 2" },
              "any": { "type": "Object", "example": "x" }
            }
          },
          "køb.nu": "{count, plural, =0 {Buy nothing} one {Buy # thing} other {Buy # things}} for {in}",
          "@køb.nu": {
            "placeholders": {
              "in": { "type": "String", "example": "‘Zoë’" },
              "count": { "type": "num", "example": "2" }
            },
            "x-maxLength": 40
          },
          "place": "{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} of {how, select, fast {the ''fast''} other {'{all}'}}",
          "@place": {
            "placeholders": {
              "n": { "type": "int", "example": "22" },
              "how": { "type": "String", "example": "fast" }
            }
          },
          "self": "I",
          "tag.tooLong-now": "Too long",
          "unused": "Nothing here",
          "@unused": { "placeholders": { "later": { "type": "String" } } },
          "where": "Where"
        }

        """#

    static let danish = #"{ "@@locale": "da", "where": "Hvor", "URL.copy": "Kopiér adressen" }"#

    static func generated() -> (String?, [Diagnostic]) {
        generate(["en.arb": template, "da.arb": danish])
    }
}

/// Generates the code of a bundle named `every-thing`.
func generate(
    _ tables: KeyValuePairs<String, String>,
    bundle: String = "every-thing"
) -> (String?, [Diagnostic]) {
    var made = BundleTables(name: bundle)
    for (name, text) in tables { made.add(SourceText(name: "Localization/\(name)", text)) }
    let text = made.generate(importing: "PassoMessages")
    return (text, made.diagnostics)
}
