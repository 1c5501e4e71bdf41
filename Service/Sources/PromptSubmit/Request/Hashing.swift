// SHA-256 and base64 as text.

internal import Crypto
internal import Foundation

/// SHA-256 in hexadecimal.
enum SHA256Text {
  /// The hash of some bytes.
  static func hash(of bytes: some DataProtocol) -> String { text(of: SHA256.hash(data: bytes)) }

  /// The hash of parts, each with its length before it, so that no two lists of parts share one.
  static func hash(of parts: [String]) -> String {
    var hash = SHA256()
    for part in parts {
      hash.update(data: Array("\(part.utf8.count):".utf8))
      hash.update(data: Array(part.utf8))
    }
    return text(of: hash.finalize())
  }

  /// The digits of a digest.
  static func text(of digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Base64 with padding.
enum Base64 {
  /// The text of some bytes.
  static func text(of bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
