import Foundation

extension Spreadsheet {
    /// Has workbooks opened and saved, in one format after the other.
    ///
    /// - Parameters:
    ///   - workbooks: their bytes, in XLSX.
    ///   - formats: what to save them as: `ods`, `xlsx`.
    /// - Returns: the bytes of what was saved last, in their order.
    /// - Throws: when LibreOffice ends with an error or writes no file.
    static func convert(_ workbooks: [[UInt8]], through formats: [String]) throws -> [[UInt8]] {
        var copies: [[UInt8]] = []
        try withFiles(["0/empty": ""]) { folder in
            var names = workbooks.indices.map { "0/\($0).xlsx" }
            for (name, bytes) in zip(names, workbooks) {
                try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
            }
            for (step, format) in formats.enumerated() {
                let next = "\(step + 1)"
                try run(
                    folder,
                    names,
                    ["--convert-to", format, "--outdir", "\(folder)/\(next)"]
                )
                names = workbooks.indices.map { "\(next)/\($0).\(format)" }
            }
            copies = try names.map {
                Array(try Data(contentsOf: URL(filePath: "\(folder)/\($0)")))
            }
        }
        return copies
    }
}
