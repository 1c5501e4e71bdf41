// What libyaml reports, as Swift values.

/// One step of a YAML file: a document, collection, scalar or alias begins or ends here.
public struct Event: Hashable, Sendable {
  /// What begins or ends.
  public enum Kind: Hashable, Sendable {
    /// The input begins; always first.
    case streamStart
    /// The input ends; always last.
    case streamEnd
    /// A document begins, with or without `---`.
    case documentStart
    /// A document ends, with or without `...`.
    case documentEnd
    /// `*name`: the node that `&name` marked stands here again.
    case alias(String)
    /// A piece of text.
    case scalar(Scalar)
    /// A list begins; its items follow up to the matching `sequenceEnd`.
    case sequenceStart(Properties)
    /// A list ends.
    case sequenceEnd
    /// A mapping begins; keys and values follow in turn up to the matching `mappingEnd`.
    case mappingStart(Properties)
    /// A mapping ends.
    case mappingEnd
  }

  /// What may stand before a node.
  public struct Properties: Hashable, Sendable {
    /// The name after `&`, or nil.
    public let anchor: String?
    /// The tag with its shorthand resolved (`!!str` is `tag:yaml.org,2002:str`), or nil.
    public let tag: String?
  }

  /// A piece of text, its escapes and line folding undone.
  public struct Scalar: Hashable, Sendable {
    /// The text; may hold NUL, which a double-quoted scalar writes `\0`.
    public let value: String
    /// How it was written.
    public let style: ScalarStyle
    /// Its anchor and tag.
    public let properties: Properties
  }

  /// How a scalar was written.
  public enum ScalarStyle: Sendable {
    /// Without quotes; what isn't there at all is an empty plain scalar.
    case plain
    /// In `'`.
    case singleQuoted
    /// In `"`.
    case doubleQuoted
    /// After `|`.
    case literal
    /// After `>`.
    case folded
  }

  /// What begins or ends.
  public let kind: Kind
  /// Where it begins; an end has the place where it was noticed.
  public let mark: Mark
}
