// Where the API is.

/// The origin of the API, such as `https://api.ohmygpt.com`: https, or http to this machine alone.
public struct ServiceAddress: Hashable, Sendable {
  /// The origin without a slash at its end.
  public let text: String

  /// The vendor's own.
  public static let usual = ServiceAddress(known: "https://api.ohmygpt.com")

  private init(known text: String) { self.text = text }

  /// An origin; nil when it is another scheme than https, or than http to loopback, or holds a user, a
  /// path, a query or a fragment.
  public init?(_ text: String) {
    let text = text.hasSuffix("/") ? String(text.dropLast()) : text
    let isSecure = text.hasPrefix("https://")
    guard isSecure || text.hasPrefix("http://") else { return nil }
    let authority = text.dropFirst(isSecure ? 8 : 7)
    let allowed = authority.utf8.allSatisfy {
      0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 || "-.:[]".utf8.contains($0)
    }
    guard allowed, let host = Self.host(of: authority), !host.isEmpty else { return nil }
    if !isSecure, !["127.0.0.1", "[::1]", "localhost"].contains(host) { return nil }
    self.text = text
  }

  private static func host(of authority: Substring) -> Substring? {
    let end = authority.lastIndex(of: "]").map { authority.index(after: $0) }
    guard let colon = authority[(end ?? authority.startIndex)...].firstIndex(of: ":") else {
      return authority
    }
    let port = authority[authority.index(after: colon)...]
    return UInt16(port).map { $0 > 0 } ?? false ? authority[..<colon] : nil
  }
}
