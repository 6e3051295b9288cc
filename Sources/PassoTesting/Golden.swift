internal import Foundation

/// Compares a text with `Golden/<name>` beside the test file, and says how it differs.
///
/// ```swift
/// #expect(goldenDifference(help, "help.txt") == nil)
/// ```
///
/// With `PASSO_RECORD=1` in the environment the file is written instead.
///
/// - Parameters:
///   - text: the text that the code under test made.
///   - name: the file's name in the folder `Golden`.
///   - filePath: the test file, beside which the folder lies.
/// - Returns: nil when they are equal, else a readable difference.
public func goldenDifference(
    _ text: String,
    _ name: String,
    filePath: StaticString = #filePath
) -> String? {
    let folder = URL(filePath: "\(filePath)").deletingLastPathComponent()
        .appending(path: "Golden")
    let file = folder.appending(path: name)
    if TestEnvironment.isRecording {
        return record(text, to: file, in: folder)
    }
    guard let data = FileManager.default.contents(atPath: file.path()) else {
        return "no file Golden/\(name): run the test with PASSO_RECORD=1 to write it"
    }
    let expected = String(decoding: data, as: UTF8.self)
    return lineDifference(expected: expected, actual: text)
}

private func record(_ text: String, to file: URL, in folder: URL) -> String? {
    do {
        let parent = file.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return nil
    } catch {
        return "cannot write \(file.path()): \(error)"
    }
}

/// Says how two texts differ, line by line: `-` is expected, `+` is what came.
///
/// - Parameters:
///   - expected: the text that should be.
///   - actual: the text that is.
/// - Returns: nil when they are equal.
public func lineDifference(expected: String, actual: String) -> String? {
    guard Array(expected.utf8) != Array(actual.utf8) else { return nil }
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    var shared = 0
    while shared < min(old.count, new.count), old[shared].utf8.elementsEqual(new[shared].utf8) {
        shared += 1
    }
    var oldEnd = old.count
    var newEnd = new.count
    while oldEnd > shared, newEnd > shared,
        old[oldEnd - 1].utf8.elementsEqual(new[newEnd - 1].utf8)
    {
        oldEnd -= 1
        newEnd -= 1
    }
    var lines = ["differs at line \(shared + 1):"]
    lines += old[max(0, shared - 2)..<shared].map { "  \($0)" }
    lines += old[shared..<min(oldEnd, shared + 20)].map { "- \($0)" }
    lines += new[shared..<min(newEnd, shared + 20)].map { "+ \($0)" }
    lines += old[oldEnd..<min(old.count, oldEnd + 2)].map { "  \($0)" }
    return lines.joined(separator: "\n")
}
