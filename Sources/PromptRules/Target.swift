// Where a prompt will be sent, and what is different there.

/// A place that takes prompts.
public struct Target: Hashable, Sendable {
  /// Who turns a `{…}` group or `--repeat` into several jobs.
  public enum Expansion: UInt8, Sendable, CaseIterable {
    /// The service does.
    case service
    /// It must be done before sending.
    case client
    /// Nobody: it is refused.
    case refused
  }

  /// The unit of a length limit.
  public enum LengthUnit: UInt8, Sendable, CaseIterable {
    /// Unicode scalars.
    case characters
    /// UTF-8 bytes.
    case bytes
  }

  /// The name, such as `discord`.
  public let id: String
  /// What it is, one line.
  public let summary: String
  /// The longest prompt, flags included, or nil for no known limit.
  public let maximumLength: Int?
  /// What the limit counts.
  public let lengthUnit: LengthUnit
  /// Where the limit comes from; the entry's own when there is no limit.
  public let lengthProvenance: Provenance
  /// Who expands `{…}`.
  public let permutations: Expansion
  /// Who expands `--repeat`.
  public let repetition: Expansion
  /// The parameters that are fields of its requests, so that they are out of place in the text.
  public let ownedParameters: [ParameterMatch]
  /// Parameters that say what its field `type` says, with the value of the field.
  public let speeds: [RequestSpeed]
  /// The answers after which it is documented that nothing was accepted, so that the same request may be
  /// sent again.
  public let retries: [RetryStatus]
  /// The language it wants, as a tag such as `en`, or nil for any.
  public let language: String?
  /// Where the entry comes from.
  public let provenance: Provenance

  /// A target from its parts.
  public init(
    id: String, summary: String, maximumLength: Int?, lengthUnit: LengthUnit,
    lengthProvenance: Provenance, permutations: Expansion, repetition: Expansion,
    ownedParameters: [ParameterMatch], speeds: [RequestSpeed] = [], retries: [RetryStatus] = [],
    language: String?, provenance: Provenance
  ) {
    self.id = id
    self.summary = summary
    self.maximumLength = maximumLength
    self.lengthUnit = lengthUnit
    self.lengthProvenance = lengthProvenance
    self.permutations = permutations
    self.repetition = repetition
    self.ownedParameters = ownedParameters
    self.speeds = speeds
    self.retries = retries
    self.language = language
    self.provenance = provenance
  }
}

/// A parameter for the speed of a job that a target takes in the field `type` of its requests.
public struct RequestSpeed: Hashable, Sendable {
  /// The canonical name of the parameter, such as `fast`.
  public let parameter: String
  /// The value of the field, such as `FAST`.
  public let value: String
  /// Where the entry comes from.
  public let provenance: Provenance

  /// A speed from its parts.
  public init(parameter: String, value: String, provenance: Provenance) {
    self.parameter = parameter
    self.value = value
    self.provenance = provenance
  }
}

/// An answer that means that a request was not accepted and may be sent again.
public struct RetryStatus: Hashable, Sendable {
  /// The status of HTTP.
  public let status: Int
  /// Where the entry comes from.
  public let provenance: Provenance

  /// A status from its parts.
  public init(status: Int, provenance: Provenance) {
    self.status = status
    self.provenance = provenance
  }
}
