import Foundation

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
            Console.complain("passo: \(path ?? "-") is larger than \(maximumBytes >> 20) MiB")
            throw ExitStatus.usage
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            Console.complain("passo: \(path ?? "standard input") is not UTF-8 text")
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
            Console.complain("passo: cannot read '\(path)': \(reason(error))")
            throw ExitStatus.usage
        }
    }

    private static func reason(_ error: any Error) -> String {
        let code = (error as? CocoaError)?.code
        switch code {
        case .fileReadNoSuchFile, .fileNoSuchFile: return "there is no such file"
        case .fileReadNoPermission: return "no permission"
        default: return "\((error as NSError).localizedDescription)"
        }
    }
}
