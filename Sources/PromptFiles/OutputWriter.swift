// A buffered way to standard output and standard error.

/// Collects bytes and writes them to a descriptor in large pieces.
///
/// Nothing is written when a writer goes away: call `flush()` last. The descriptor stays open.
public struct OutputWriter: ~Copyable {
  private static let capacity = 1 << 16

  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8] = []

  /// A writer to an open descriptor.
  ///
  /// - Parameter name: What error messages call it.
  public init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// A writer to standard output.
  public static func standardOutput() -> OutputWriter {
    OutputWriter(descriptor: 1, name: "<stdout>")
  }

  /// A writer to standard error.
  public static func standardError() -> OutputWriter {
    OutputWriter(descriptor: 2, name: "<stderr>")
  }

  /// Appends bytes.
  ///
  /// - Throws: `FileError`, of kind `brokenPipe` when the reader is gone. What was collected is
  ///   dropped then, so that a later flush doesn't fail again.
  /// - Complexity: O(n).
  public mutating func write(_ bytes: [UInt8]) throws(FileError) {
    buffer += bytes
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Appends bytes and a line end; otherwise like `write`.
  public mutating func write(line bytes: [UInt8]) throws(FileError) {
    buffer += bytes
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Appends a string's UTF-8; otherwise like `write` of bytes.
  public mutating func write(_ text: String) throws(FileError) {
    try write(Array(text.utf8))
  }

  /// Writes what was collected.
  ///
  /// - Throws: as `write`.
  public mutating func flush() throws(FileError) {
    defer { buffer.removeAll(keepingCapacity: true) }
    try FileSystem.write(buffer, to: descriptor, name: name)
  }
}
