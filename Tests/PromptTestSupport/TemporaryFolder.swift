// A folder that goes away with the test.

internal import Foundation

/// A temporary folder; removed when it is released.
public final class TemporaryFolder: Sendable {
  /// Its path.
  public let path: String

  /// Makes the folder.
  public init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, making the folders above it; returns its path.
  @discardableResult
  public func write(_ bytes: [UInt8], to name: String) throws -> String {
    let url = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    // `Data.write` waits for the disk.
    let stream = OutputStream(toFileAtPath: url.path, append: false)
    stream?.open()
    stream?.close()
    try FileHandle(forWritingTo: url).write(contentsOf: Data(bytes))
    return url.path
  }

  /// Writes a file of text, making the folders above it; returns its path.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  /// The bytes of a file; empty when it can't be read.
  public func bytes(of name: String) -> [UInt8] {
    (try? Data(contentsOf: URL(filePath: "\(path)/\(name)"))).map(Array.init) ?? []
  }

  /// The text of a file without a byte order mark; empty when it can't be read.
  public func text(of name: String) -> String {
    (try? String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)) ?? ""
  }
}
