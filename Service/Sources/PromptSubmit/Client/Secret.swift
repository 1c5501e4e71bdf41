// A value that must not be shown: it prints itself as a placeholder, whoever asks.

/// A secret such as the key of an account. Its description, its reflection and what `print` and `dump`
/// make of it are a placeholder, and it can't be encoded.
public struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  private let text: String

  /// The longest secret, in bytes.
  public static let maximumCount = 4096

  /// A secret from its bytes, white space around it left out; nil where nothing is left, it is too long or
  /// holds anything but printable ASCII without spaces, which no header could carry.
  public init?(_ bytes: some Collection<UInt8>) {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
    let bytes = Array(bytes.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    guard 1...Self.maximumCount ~= bytes.count, bytes.allSatisfy({ 0x21...0x7E ~= $0 }) else {
      return nil
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// A placeholder.
  public var description: String { "<secret>" }
  /// A placeholder.
  public var debugDescription: String { description }
  /// A mirror of nothing.
  public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }

  /// The value of the header that carries it; the one place where it is handed out.
  var authorization: String { "Bearer \(text)" }

  /// A text of somebody else's without the secret, in case it is repeated there.
  ///
  /// - Complexity: O(n).
  public func removed(from text: String) -> String {
    text.contains(self.text) ? text.replacing(self.text, with: description) : text
  }
}
