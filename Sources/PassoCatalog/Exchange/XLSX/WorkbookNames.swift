internal import PassoText

/// The names by which the parts of a workbook find each other.
///
/// Each namespace has two, of the standard's transitional and its strict class (ECMA-376 parts 1 and
/// 4); programs write the first and Excel can be told to write the second.
enum WorkbookNames {
    /// The elements of workbooks and sheets.
    static let main = [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    ]

    /// The attributes that name relationships, and what the types of relationships begin with.
    static let relationships = [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ]

    /// The parts that list relationships (ECMA-376 part 2).
    static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

    /// The part that lists what kinds the other parts are of.
    static let contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types"
}

extension MarkupName {
    /// Whether this is the name of an element of workbooks and sheets.
    func isSheet(_ local: String) -> Bool {
        self.local == local && namespace.map(WorkbookNames.main.contains) == true
    }
}
