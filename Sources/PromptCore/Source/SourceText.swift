// The bytes that everything else points into.

/// An owned, immutable piece of input whose UTF-8 was checked once.
///
/// A source is a whole file, a line or a decoded JSON string; prompts, tokens and diagnostics are
/// `ByteRange`s of it. The bytes may be invalid UTF-8: every stage accepts that and says so.
/// `String` is not used because it repairs what it can't read.
public struct SourceText: Sendable, Equatable {
  /// The largest number of bytes a source may have.
  public static let maximumCount = Int(UInt32.max)

  /// The bytes.
  public let bytes: [UInt8]
  /// The range of the first invalid UTF-8 sequence, or nil when all is valid.
  public let firstInvalidRange: ByteRange?

  /// A source of these bytes; bytes past `maximumCount` are not part of it.
  ///
  /// - Complexity: O(n), for the check of the encoding.
  public init(_ bytes: [UInt8]) {
    let kept = bytes.count <= Self.maximumCount ? bytes : Array(bytes[..<Self.maximumCount])
    self.bytes = kept
    firstInvalidRange = Self.firstInvalidRange(in: kept)
  }

  /// A source of a string's UTF-8.
  public init(_ string: String) {
    bytes = Array(string.utf8)
    firstInvalidRange = nil
  }

  /// The whole source.
  public var range: ByteRange { ByteRange(0, bytes.count) }
  /// Whether all bytes are valid UTF-8.
  public var isValidUTF8: Bool { firstInvalidRange == nil }

  /// The text of a range for messages; invalid bytes become U+FFFD.
  ///
  /// - Complexity: O(n) in the range.
  public func string(in range: ByteRange) -> String {
    String(decoding: bytes[range.indices], as: UTF8.self)
  }

  private static func firstInvalidRange(in bytes: [UInt8]) -> ByteRange? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return ByteRange(error.byteOffsets.lowerBound, error.byteOffsets.upperBound)
    }
  }
}
