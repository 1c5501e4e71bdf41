// Image files that are sent with a prompt: checked, and written as data URLs.

public import PromptFiles

/// An image that goes with a request.
public struct ImageAttachment: Sendable {
  /// The image as a data URL.
  public let dataURL: String
  /// The SHA-256 of its bytes, in hexadecimal.
  public let hash: String

  /// The most bytes of an image. The service names no limit; relatives of it take 12 MiB as base64.
  public static let maximumBytes = 8 << 20
  /// The most images with one prompt; the documented most of a blend.
  public static let maximumCount = 5

  /// Why a file can't be sent.
  public enum Failure: Error, CustomStringConvertible {
    /// It can't be read, or is too large.
    case file(FileError)
    /// It is no image of a kind that is taken.
    case kind(String)

    /// What is wrong and what to do, one line.
    public var description: String {
      switch self {
      case .file(let error): error.description
      case .kind(let path): "\(path) is no PNG, JPEG, WebP or GIF image; convert it"
      }
    }
  }

  /// Reads an image file; its kind is told by its first bytes, not by its name.
  ///
  /// - Throws: `Failure`.
  /// - Complexity: O(n).
  public init(file path: String) throws(Failure) {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(path, limit: Self.maximumBytes)
    } catch {
      throw .file(error)
    }
    guard let kind = Self.kind(of: bytes) else { throw .kind(path) }
    dataURL = "data:image/\(kind);base64,\(Base64.text(of: bytes))"
    hash = SHA256Text.hash(of: bytes)
  }

  private static func kind(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "png" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "jpeg" }
    if bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) { return "gif" }
    let isWebP = bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WEBP".utf8)
    return isWebP ? "webp" : nil
  }
}
