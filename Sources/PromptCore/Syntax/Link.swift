// The parts of a link: scheme, host, path, query.

/// A link of a prompt, taken apart. This is the one place that splits links; nothing is decoded, and
/// a link that is cut short has empty parts.
public struct Link: Hashable, Sendable {
  /// What begins a link.
  public enum Scheme: String, CaseIterable, Sendable {
    case https, http, blob, data, file, attachment

    /// What stands behind the colon; without it a word and a colon are prose.
    var opening: String {
      switch self {
      case .https, .http, .file, .attachment: "//"
      case .blob: "http"
      case .data: "image/"
      }
    }
  }

  /// The link as it stands in the prompt, with the `<…>` around it if there is one.
  public let range: ByteRange
  /// The same without `<` and `>`.
  public let address: ByteRange
  /// How it begins.
  public let scheme: Scheme
  /// The letters of the scheme.
  public let schemeRange: ByteRange
  /// The name of the host, or an address in its brackets; empty for `blob:` and `data:`.
  public let host: ByteRange
  /// The number behind the host, or nil.
  public let port: ByteRange?
  /// What follows up to `?`, `#` or the end.
  public let path: ByteRange
  /// What follows the `?`; empty without one.
  public let query: ByteRange

  /// Whether the link is fetched over the web.
  public var isWeb: Bool { scheme == .http || scheme == .https }
  /// Whether `<` or `>` stands at it.
  public var isBracketed: Bool { range != address }

  /// The link in `range` of `source`, with or without `<…>`; nil when no link begins there.
  ///
  /// - Complexity: O(n) in the range.
  public init?(_ range: ByteRange, in source: SourceText) {
    let bytes = source.bytes[range.indices]
    let inner = Self.withoutBrackets(bytes)
    guard let colon = inner.firstIndex(of: UInt8(ascii: ":")),
      let scheme = Scheme(rawValue: String(decoding: inner[..<colon], as: UTF8.self).lowercased()),
      inner[(colon + 1)...].prefix(scheme.opening.utf8.count).map(\.lowercased)
        == Array(scheme.opening.utf8)
    else { return nil }
    self.range = range
    self.scheme = scheme
    address = ByteRange(inner.startIndex, inner.endIndex)
    schemeRange = ByteRange(inner.startIndex, colon)
    let names = scheme.opening == "//"
    let authority =
      names ? Self.piece(inner[(colon + 3)...], upTo: "/?#") : inner[colon...].prefix(0)
    (host, port) = Self.hostAndPort(authority)
    let rest = names ? inner[authority.endIndex...] : inner[(colon + 1)...]
    let path = Self.piece(rest, upTo: "?#")
    self.path = ByteRange(path.startIndex, path.endIndex)
    let query = Self.piece(inner[path.endIndex...].drop { $0 == UInt8(ascii: "?") }, upTo: "#")
    self.query = ByteRange(query.startIndex, query.endIndex)
  }

  private static func withoutBrackets(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let rest = bytes.first == UInt8(ascii: "<") ? bytes.dropFirst() : bytes
    return rest.last == UInt8(ascii: ">") ? rest.dropLast() : rest
  }

  private static func piece(
    _ bytes: ArraySlice<UInt8>, upTo stops: StaticString
  ) -> ArraySlice<UInt8> {
    let stops = Array(stops.description.utf8)
    return bytes.prefix { !stops.contains($0) }
  }

  /// The host and the port of `user@host:port`.
  private static func hostAndPort(_ authority: ArraySlice<UInt8>) -> (ByteRange, ByteRange?) {
    let start = authority.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? authority.startIndex
    let name = authority[start...]
    let bracket = name.first == UInt8(ascii: "[") ? name.firstIndex(of: UInt8(ascii: "]")) : nil
    let colon = name[(bracket ?? start)...].firstIndex(of: UInt8(ascii: ":"))
    let host = ByteRange(start, colon ?? name.endIndex)
    return (host, colon.map { ByteRange($0 + 1, name.endIndex) })
  }
}

// MARK: The query

extension Link {
  /// One `key=value` of a query.
  public struct QueryItem: Hashable, Sendable {
    /// From the key to the end of the value.
    public let range: ByteRange
    /// What stands before the first `=`.
    public let key: ByteRange
    /// What stands behind it; empty without one.
    public let value: ByteRange
  }

  /// The items of the query, in order.
  public func queryItems(in source: SourceText) -> [QueryItem] {
    source.bytes[query.indices].split(separator: UInt8(ascii: "&")).map { item in
      let equals = item.firstIndex(of: UInt8(ascii: "=")) ?? item.endIndex
      return QueryItem(
        range: ByteRange(item.startIndex, item.endIndex), key: ByteRange(item.startIndex, equals),
        value: ByteRange(min(equals + 1, item.endIndex), item.endIndex))
    }
  }
}
