// What models differ in beside their parameters: `::`, image prompts, permutations, the grid.

/// Something that some models have and others lack, and that is no parameter.
public struct ModelFeature: Sendable {
  /// The name, such as `weights`.
  public let name: String
  /// What it is, one line.
  public let summary: String
  /// Who has it; the first entry that fits the model holds, and a model in none lacks it.
  public let domains: [ParameterDomain]
  /// Where the entry comes from.
  public let provenance: Provenance

  /// A feature from its parts.
  public init(name: String, summary: String, domains: [ParameterDomain], provenance: Provenance) {
    self.name = name
    self.summary = summary
    self.domains = domains
    self.provenance = provenance
  }

  /// The features that checks ask for.
  public enum Name: String, CaseIterable, Sendable {
    /// Parts of the text with weights, `hot::2 dog`: the values `integer` or `decimal`.
    case weights
    /// Links to images in front of the text.
    case imagePrompts = "image-prompts"
    /// One image and nothing else.
    case loneImage = "lone-image"
    /// A prompt with something unreadable among its parameters is refused.
    case strict
    /// `{a, b}` groups.
    case permutations
  }
}
