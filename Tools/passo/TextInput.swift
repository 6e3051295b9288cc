import Foundation
import PassoDefinition

/// Plain text from a file or standard input, for the commands that take any text.
enum TextInput {
    /// The most that is read, in bytes.
    static let maximumBytes = 64 << 20

    /// Reads a whole text.
    ///
    /// - Throws: ``ExitStatus/usage`` after saying what is wrong: no such file, too large, not UTF-8.
    static func read(_ path: String?) throws -> String {
        let data = try bytes(path ?? "-")
        guard data.count <= maximumBytes else {
            Words.complain(
                EngineTexts.fileTextTooLarge(path: path ?? "-", limit: maximumBytes >> 20)
            )
            throw ExitStatus.usage
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            Words.complain(EngineTexts.fileNotText(path: path ?? "-"))
            throw ExitStatus.usage
        }
        return text
    }

    private static func bytes(_ path: String) throws -> Data {
        do {
            let handle =
                path == "-"
                ? FileHandle.standardInput : try FileHandle(forReadingFrom: URL(filePath: path))
            return try handle.read(upToCount: maximumBytes + 1) ?? Data()
        } catch {
            Words.complain(
                EngineTexts.fileCannotRead(
                    path: path,
                    reason: FileProblem(error, reading: path).rawValue
                )
            )
            throw ExitStatus.usage
        }
    }
}
