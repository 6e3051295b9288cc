import Foundation

/// Why a file cannot be read or written, for a sentence to choose by.
enum FileProblem: String {
    case missing
    case permission
    case folder
    case full
    case readOnly
    case exists
    case other

    init(_ error: any Error) {
        if let error = error as? CocoaError, let problem = Self.problem(error.code) {
            self = problem
            return
        }
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
        let posix = error as? POSIXError ?? underlying as? POSIXError
        self = posix.map { Self.problem($0.code) } ?? .other
    }

    /// A read that failed; the system does not say of a folder that it is one.
    init(_ error: any Error, reading path: String) {
        let problem = FileProblem(error)
        let kind = try? URL(filePath: path).resourceValues(forKeys: [.isDirectoryKey])
        self = problem == .other && kind?.isDirectory == true ? .folder : problem
    }

    private static func problem(_ code: CocoaError.Code) -> FileProblem? {
        switch code {
        case .fileNoSuchFile, .fileReadNoSuchFile: .missing
        case .fileReadNoPermission, .fileWriteNoPermission: .permission
        case .fileWriteOutOfSpace: .full
        case .fileWriteVolumeReadOnly: .readOnly
        case .fileWriteFileExists: .exists
        default: nil
        }
    }

    private static func problem(_ code: POSIXErrorCode) -> FileProblem {
        switch code {
        case .ENOENT: .missing
        case .EACCES, .EPERM: .permission
        case .EISDIR: .folder
        case .ENOSPC: .full
        case .EROFS: .readOnly
        case .EEXIST, .ENOTDIR: .exists
        default: .other
        }
    }
}
