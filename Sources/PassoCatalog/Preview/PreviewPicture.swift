internal import Foundation

/// A picture of a screen that is small enough to stand in the page itself.
public struct PreviewPicture: Sendable, Hashable {
    /// The media type: `image/png`.
    let type: String
    let bytes: [UInt8]

    /// Takes the bytes of a PNG, JPEG, GIF or WebP file; nil for a file of another kind, or one that
    /// is too large.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - limits: how large it may be.
    public init?(_ bytes: [UInt8], limits: CatalogLimits = .standard) {
        guard bytes.count <= limits.maximumPictureBytes, let type = Self.type(of: bytes) else {
            return nil
        }
        self.type = type
        self.bytes = bytes
    }

    /// The media type by the file's first bytes; what its name ends in may not be true.
    private static func type(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            return "image/png"
        }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
        if bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) {
            return "image/gif"
        }
        if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
            return "image/webp"
        }
        return nil
    }

    /// The picture as an address that holds it.
    var address: String { "data:\(type);base64,\(Data(bytes).base64EncodedString())" }
}
