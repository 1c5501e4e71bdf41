// What an account pays for, and what it may ask for.

/// A subscription.
public struct Plan: Hashable, Sendable {
  /// The name, such as `basic`.
  public let id: String
  /// What it is, one line.
  public let summary: String
  /// How many jobs one prompt may make, by permutations or by `--repeat`.
  public let maximumJobs: Int
  /// The parameters that it does not include.
  public let lacks: [ParameterMatch]
  /// Where the entry comes from.
  public let provenance: Provenance

  /// A plan from its parts.
  public init(
    id: String, summary: String, maximumJobs: Int, lacks: [ParameterMatch], provenance: Provenance
  ) {
    self.id = id
    self.summary = summary
    self.maximumJobs = maximumJobs
    self.lacks = lacks
    self.provenance = provenance
  }
}
