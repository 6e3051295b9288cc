import Foundation

/// When files were last changed, to notice the next change.
struct FileStamps: Equatable {
    private let stamps: [String: Stamp]

    private struct Stamp: Equatable {
        let changed: Date?
        let size: Int?
    }

    init(of paths: [String]) {
        stamps = Dictionary(
            paths.map { path in
                // A file that is gone for the moment, as editors do it, has an empty stamp.
                let attributes = try? FileManager.default.attributesOfItem(atPath: path)
                let stamp = Stamp(
                    changed: attributes?[.modificationDate] as? Date,
                    size: attributes?[.size] as? Int
                )
                return (path, stamp)
            },
            uniquingKeysWith: { first, _ in first }
        )
    }
}
