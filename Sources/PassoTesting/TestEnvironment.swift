public import Foundation

/// What the environment says about how tests run.
public enum TestEnvironment {
    /// Whether long runs are asked for: `PASSO_FULL` is set to something else than 0.
    public static var isFull: Bool { isSet("PASSO_FULL") }

    /// Whether golden files are to be written: `PASSO_RECORD` is set to something else than 0.
    public static var isRecording: Bool { isSet("PASSO_RECORD") }

    /// The seed for random tests: `PASSO_SEED` in decimal or `0x…`, otherwise a new one for
    /// each process.
    public static let seed: UInt64 = {
        guard let text = ProcessInfo.processInfo.environment["PASSO_SEED"] else {
            return UInt64.random(in: .min ... .max)
        }
        let digits = text.hasPrefix("0x") ? UInt64(text.dropFirst(2), radix: 16) : UInt64(text)
        return digits ?? 0
    }()

    /// Finds a folder or file of the published test data.
    ///
    /// It lies in `$PASSO_CONFORMANCE`, or in `shared/conformance` beside a folder that the test
    /// file lies in (the package, mostly).
    ///
    /// - Parameters:
    ///   - path: what to find, relative to the data.
    ///   - filePath: the test file, from which to search upwards.
    /// - Returns: where it is, or nil when it is absent: then the test says so and skips.
    public static func conformance(
        _ path: String,
        filePath: StaticString = #filePath
    ) -> URL? {
        for root in conformanceRoots(from: "\(filePath)") {
            let place = root.appending(path: path)
            if FileManager.default.fileExists(atPath: place.path()) { return place }
        }
        return nil
    }

    /// Finds the root folder of the package that a test file belongs to.
    public static func packageRoot(filePath: StaticString = #filePath) -> URL? {
        var folder = URL(filePath: "\(filePath)").deletingLastPathComponent()
        while folder.pathComponents.count > 1 {
            let manifest = folder.appending(path: "Package.swift")
            if FileManager.default.fileExists(atPath: manifest.path()) { return folder }
            folder.deleteLastPathComponent()
        }
        return nil
    }

    private static func conformanceRoots(from filePath: String) -> [URL] {
        if let set = ProcessInfo.processInfo.environment["PASSO_CONFORMANCE"] {
            return [URL(filePath: set)]
        }
        var roots: [URL] = []
        var folder = URL(filePath: filePath).deletingLastPathComponent()
        while folder.pathComponents.count > 1 {
            folder.deleteLastPathComponent()
            roots.append(folder.appending(path: "shared/conformance"))
        }
        return roots
    }

    private static func isSet(_ name: String) -> Bool {
        let value = ProcessInfo.processInfo.environment[name] ?? "0"
        return value != "0" && value != ""
    }
}
