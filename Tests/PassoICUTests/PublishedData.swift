import Foundation
import PassoTesting

/// The files of the Unicode Character Database and of CLDR that the tests read.
enum PublishedData {
    /// The lines of a test file that hold a case, or `nil` where no copy of it is installed.
    ///
    /// Looked for in the conformance folder first, then in Debian's package `unicode-data`.
    static func lines(_ name: String, debian: String) -> [Substring]? {
        text(name, debian: debian)?.split(separator: "\n").filter { !$0.hasPrefix("#") }
    }

    /// The plural rules of all languages in a file of CLDR, or `nil` where it is absent.
    static func pluralRules(_ name: String, type: String) -> [String: [String: String]]? {
        guard let place = TestEnvironment.conformance("cldr/\(name)"),
            let data = try? Data(contentsOf: place),
            let file = (try? JSONSerialization.jsonObject(with: data)) as? [String: Any],
            let supplemental = file["supplemental"] as? [String: Any]
        else { return nil }
        return supplemental[type] as? [String: [String: String]]
    }

    private static func text(_ name: String, debian: String) -> String? {
        if let place = TestEnvironment.conformance("ucd/\(name)") {
            return try? String(contentsOf: place, encoding: .utf8)
        }
        let place = "/usr/share/unicode/\(debian)"
        if let text = try? String(contentsOfFile: place, encoding: .utf8) { return text }
        return unpacked(place + ".bz2")
    }

    private static func unpacked(_ place: String) -> String? {
        guard FileManager.default.fileExists(atPath: place) else { return nil }
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["bzip2", "-dc", place]
        process.standardOutput = output
        guard (try? process.run()) != nil, let data = try? output.fileHandleForReading.readToEnd()
        else { return nil }
        return String(data: data, encoding: .utf8)
    }
}

/// A text of the scalars that a line of the database names, such as `0041 030A`.
func text(ofHex list: some StringProtocol) -> String {
    var text = ""
    for hex in list.split(separator: " ") {
        guard let value = UInt32(hex, radix: 16), let scalar = Unicode.Scalar(value) else {
            continue
        }
        text.unicodeScalars.append(scalar)
    }
    return text
}

/// The scalars of a text as a failing test shows them.
func hex(_ text: String) -> String {
    text.unicodeScalars.map { String($0.value, radix: 16, uppercase: true) }.joined(separator: " ")
}
