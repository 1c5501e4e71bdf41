// Links that are handed to the API: looked at, never fetched.

/// A link that somebody else may fetch: https, a public host in its one spelling, no credentials.
///
/// Programs disagree on odd links (`good.example\@127.0.0.1`, `127.1`, full-width digits), so whatever could
/// be read in two ways is refused. A name that leads to a private address can't be told from others without
/// asking the network, which isn't done.
public struct WebAddress: Hashable, Sendable {
  /// The link, byte for byte as it was given.
  public let text: String

  /// Why a link is refused.
  public enum Refusal: String, Error, CaseIterable {
    /// More bytes than `maximumCount`.
    case tooLong = "it is too long"
    /// Another scheme than https.
    case scheme = "it doesn't begin with https://"
    /// Spaces, control characters, `\`, quotes, brackets, or anything but ASCII.
    case characters = "it holds characters that links must not hold; percent-encode them"
    /// `%` without two digits, or for a control character.
    case percent = "it holds a percent sign that stands for no character of a link"
    /// `user@` or `user:password@`.
    case credentials = "it holds a user name"
    /// A port that is no number from 1 on.
    case port = "its port is no plain number"
    /// `#`.
    case fragment = "it has a fragment, which nobody would get"
    /// No name of at least two parts, no address in its usual spelling.
    case host = "its host is no public name, and no address in its usual spelling"
    /// A name or an address that only some network knows.
    case privateHost = "its host is not public"
  }

  /// The most bytes of a link.
  public static let maximumCount = 2048

  /// A link that may be handed on.
  ///
  /// - Throws: `Refusal`.
  /// - Complexity: O(n).
  public init(_ text: String) throws(Refusal) {
    try self.init(bytes: Array(text.utf8)[...])
  }

  /// The same of bytes, such as those of a prompt.
  public init(bytes: ArraySlice<UInt8>) throws(Refusal) {
    if bytes.count > Self.maximumCount { throw .tooLong }
    guard bytes.starts(with: "https://".utf8) else { throw .scheme }
    guard bytes.allSatisfy({ 0x21...0x7E ~= $0 && !Self.forbidden.contains($0) }) else {
      throw .characters
    }
    try Self.checkEscapes(bytes)
    let rest = bytes.dropFirst(8)
    if rest.contains(UInt8(ascii: "#")) { throw .fragment }
    let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    try Self.check(authority, rest[authority.endIndex...])
    text = String(decoding: bytes, as: UTF8.self)
  }

  private static let forbidden = Set(#"\"<>^`{|}"#.utf8)

  private static func checkEscapes(_ bytes: ArraySlice<UInt8>) throws(Refusal) {
    for index in bytes.indices where bytes[index] == UInt8(ascii: "%") {
      let digits = bytes[(index + 1)...].prefix(2)
      guard digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16),
        digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }), value >= 0x20,
        value != 0x7F
      else { throw .percent }
    }
  }

  private static func check(
    _ authority: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>
  ) throws(Refusal) {
    if authority.contains(UInt8(ascii: "@")) { throw .credentials }
    // Some programs take what stands before an `@` further on for credentials.
    if rest.first != UInt8(ascii: "/"), rest.contains(UInt8(ascii: "@")) { throw .credentials }
    if rest.contains(UInt8(ascii: "[")) || rest.contains(UInt8(ascii: "]")) { throw .characters }
    let end = authority.lastIndex(of: UInt8(ascii: "]")).map { $0 + 1 } ?? authority.startIndex
    let colon = authority[end...].firstIndex(of: UInt8(ascii: ":"))
    if let colon {
      let digits = authority[(colon + 1)...]
      guard 1...5 ~= digits.count, digits.first != UInt8(ascii: "0"),
        digits.allSatisfy({ 0x30...0x39 ~= $0 }),
        UInt16(String(decoding: digits, as: UTF8.self)) != nil
      else { throw .port }
    }
    let host = authority[..<(colon ?? authority.endIndex)]
    try PublicHost.check(String(decoding: host, as: UTF8.self).lowercased())
  }
}
