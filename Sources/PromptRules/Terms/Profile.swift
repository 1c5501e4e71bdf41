// How strictly sensitive terms are judged.

public import PromptCore

/// How bad the terms of each weight are; nil for a weight that does not count.
public struct WeightSeverities: Hashable, Sendable {
  /// Refused.
  public let heavy: Severity?
  /// Often refused.
  public let medium: Severity?
  /// Can be read wrongly.
  public let light: Severity?
  /// Worth knowing.
  public let soft: Severity?

  /// Severities from their parts.
  public init(heavy: Severity?, medium: Severity?, light: Severity?, soft: Severity?) {
    self.heavy = heavy
    self.medium = medium
    self.light = light
    self.soft = soft
  }

  /// The severity of a weight, or nil when it does not count.
  public subscript(_ weight: TermWeight) -> Severity? {
    switch weight {
    case .heavy: heavy
    case .medium: medium
    case .light: light
    case .soft: soft
    }
  }
}

/// A way to judge sensitive terms, such as `strict`.
public struct Profile: Hashable, Sendable {
  /// A category that is judged in a way of its own.
  public struct Exception: Hashable, Sendable {
    /// The category, such as `gore`.
    public let category: String
    /// How bad its terms are.
    public let severities: WeightSeverities

    /// An exception from its parts.
    public init(category: String, severities: WeightSeverities) {
      self.category = category
      self.severities = severities
    }
  }

  /// The name.
  public let id: String
  /// What it is for, one line.
  public let summary: String
  /// Whether only terms count that the service is reported to refuse.
  public let isReportedOnly: Bool
  /// How bad terms are.
  public let severities: WeightSeverities
  /// The categories that are judged otherwise.
  public let exceptions: [Exception]
  /// Where it comes from, or nil for one that says nothing about the service.
  public let provenance: Provenance?

  /// The profile that is meant when nobody names one.
  public static let usual = "default"

  /// A profile from its parts.
  public init(
    id: String, summary: String, isReportedOnly: Bool, severities: WeightSeverities,
    exceptions: [Exception], provenance: Provenance?
  ) {
    self.id = id
    self.summary = summary
    self.isReportedOnly = isReportedOnly
    self.severities = severities
    self.exceptions = exceptions
    self.provenance = provenance
  }

  /// How bad a term is, or nil when it does not count.
  public func severity(of term: Term) -> Severity? {
    if isReportedOnly && !term.isReported { return nil }
    return severities(in: term.category)[term.weight]
  }

  /// How bad the terms of a category are.
  ///
  /// - Complexity: O(exceptions).
  public func severities(in category: String) -> WeightSeverities {
    exceptions.first { $0.category == category }?.severities ?? severities
  }

  /// Whether every term of any list counts.
  public var countsAll: Bool {
    let all = [severities] + exceptions.map(\.severities)
    return !isReportedOnly
      && all.allSatisfy { severities in TermWeight.allCases.allSatisfy { severities[$0] != nil } }
  }
}

extension TermList {
  /// The list without the terms that do not count in a profile, so that none of them hides a shorter
  /// one that does. Innocent text stays.
  ///
  /// - Complexity: O(terms), O(1) when all count.
  public func counting(in profile: Profile) -> TermList {
    if profile.countsAll { return self }
    return TermList(terms: terms.filter { profile.severity(of: $0) != nil }, allow: allow)
  }
}
