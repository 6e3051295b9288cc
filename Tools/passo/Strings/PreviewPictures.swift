import PassoCatalog
import PassoDiagnostics
import PassoMessages

/// The pictures of screens that tables name and that lie beside them.
enum PreviewPictures {
    /// Reads the pictures that are small enough to stand in the page.
    ///
    /// A path is looked for in the bundle's folder and in the two above it. One that is absolute or
    /// leads upwards is left alone: a table must not bring any other file into a page that people
    /// send around.
    static func read(
        of catalogs: [Catalog],
        in folders: [CatalogFolder]
    ) -> [String: PreviewPicture] {
        var pictures: [String: PreviewPicture] = [:]
        for catalog in catalogs {
            let home = folders.first { $0.name == catalog.name }?.path ?? ""
            let roots = [home, "\(home)/..", "\(home)/../.."]
            let names = Set(catalog.template.entries.compactMap(\.screenshot))
            for name in names.sorted() where pictures[name] == nil && isInside(name) {
                pictures[name] = roots.lazy.compactMap { picture("\($0)/\(name)") }.first
            }
        }
        return pictures
    }

    private static func isInside(_ name: String) -> Bool {
        !name.hasPrefix("/") && !name.contains("://")
            && !name.split(separator: "/").contains("..")
    }

    private static func picture(_ path: String) -> PreviewPicture? {
        var limits = CatalogLimits.standard
        limits.maximumFileBytes = limits.maximumPictureBytes
        return CatalogFile.load(path, limits: limits).0.flatMap {
            PreviewPicture(Array($0.utf8))
        }
    }
}
