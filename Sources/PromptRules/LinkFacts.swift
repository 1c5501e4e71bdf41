// What is known of links: which the service can't fetch, and which stop working.

internal import PromptCore

/// What is known of links.
public struct LinkFacts: Hashable, Sendable {
  /// The links that the service can't fetch.
  public let unreachable: [LinkObstacle]
  /// How links say when they stop working.
  public let signatures: [LinkSignature]

  /// Facts from their parts.
  public init(unreachable: [LinkObstacle], signatures: [LinkSignature]) {
    self.unreachable = unreachable
    self.signatures = signatures
  }
}

/// Why the service can't fetch links of one kind.
public struct LinkObstacle: Hashable, Sendable {
  /// The name of `link` for hosts that only the writer's own network knows.
  public static let privateHost = "private"

  /// A scheme, or `private`.
  public let link: String
  /// Why, as the second half of a sentence.
  public let reason: String
  /// Where the entry comes from.
  public let provenance: Provenance

  /// An obstacle from its parts.
  public init(link: String, reason: String, provenance: Provenance) {
    self.link = link
    self.reason = reason
    self.provenance = provenance
  }
}

/// The keys of a link's query that say when it stops working.
public struct LinkSignature: Hashable, Sendable {
  /// How the end is written.
  public enum Form: UInt8, Sendable, CaseIterable {
    /// Seconds since 1970, or since `issued`.
    case seconds
    /// The same in hexadecimal.
    case hexadecimal
    /// `2026-11-24T10:00:00Z`, `20261124T100000Z`, or only the day.
    case date
  }

  /// The name, such as `discord`.
  public let name: String
  /// The hosts that sign so, with their subdomains; empty for any.
  public let hosts: [String]
  /// The key of the end, in lower case.
  public let expires: String
  /// How its value is written.
  public let form: Form
  /// The key of the date that the end is counted from, or nil.
  public let issued: String?
  /// Further keys that must be there.
  public let beside: [String]
  /// Where the entry comes from.
  public let provenance: Provenance

  /// A signature from its parts.
  public init(
    name: String, hosts: [String], expires: String, form: Form, issued: String?, beside: [String],
    provenance: Provenance
  ) {
    self.name = name
    self.hosts = hosts
    self.expires = expires
    self.form = form
    self.issued = issued
    self.beside = beside
    self.provenance = provenance
  }
}

// MARK: When

extension LinkSignature {
  /// The day on which a link stops working, by the values of its query; nil when they don't say.
  public func end(_ value: (String) -> String?) -> Day? {
    guard let end = value(expires), beside.allSatisfy({ value($0) != nil }) else { return nil }
    var start = 0
    if let issued {
      guard let moment = value(issued).flatMap(Self.moment) else { return nil }
      start = moment
    }
    let seconds: Int? =
      switch form {
      case .seconds: Int(end)
      case .hexadecimal: Int(end, radix: 16)
      case .date: Self.moment(end)
      }
    guard let seconds, 0...Self.lastMoment ~= seconds else { return nil }
    let moment = start + seconds
    guard Self.firstMoment...Self.lastMoment ~= moment else { return nil }
    return Day(secondsSinceEpoch: moment)
  }

  /// No signed link is older than 2001; smaller numbers are fillers, as in `ex=1`.
  private static let firstMoment = 1_000_000_000
  /// The end of the year 9999.
  private static let lastMoment = 253_402_300_799

  /// The seconds since 1970 of a date, with or without separators and a time of day.
  private static func moment(_ text: String) -> Int? {
    let digits = text.replacing("%3A", with: "").utf8.filter { $0 &- 0x30 < 10 }
    let numbers = digits.map { Int($0 - 0x30) }
    func number(_ start: Int, _ count: Int) -> Int {
      numbers.dropFirst(start).prefix(count).reduce(0) { $0 * 10 + $1 }
    }
    guard numbers.count >= 8, 1...12 ~= number(4, 2), 1...31 ~= number(6, 2) else { return nil }
    let day = Day(rawValue: Int32(number(0, 8)))
    return day.daysSinceEpoch * 86_400 + number(8, 2) * 3600 + number(10, 2) * 60 + number(12, 2)
  }
}
