// A YAML file as a tree of values, in the plain subset that rule files and configuration use.

/// A YAML value and its place.
///
/// Only what can be read without surprises is a node: text, lists and mappings with text for keys.
/// Aliases, anchors, tags, duplicate keys and further documents are refused, and no scalar is turned
/// into a number or a truth value here: `no` stays text, and its reader decides.
public struct Node: Hashable, Sendable {
  /// How many collections may stand inside one another.
  public static let maximumDepth = 64

  /// What a node holds.
  public enum Content: Hashable, Sendable {
    /// Text; `isPlain` says that it has neither quotes nor `|` or `>`. A value that isn't there, as
    /// after `key:`, is empty and plain.
    case scalar(String, isPlain: Bool)
    /// A list, in order.
    case sequence([Node])
    /// Keys with values, in the order of the file; no two keys are equal.
    case mapping([Entry])
  }

  /// A key and its value.
  public struct Entry: Hashable, Sendable {
    /// The key.
    public let key: String
    /// Where the key begins.
    public let keyMark: Mark
    /// The value.
    public let value: Node
  }

  /// Where the node begins.
  public let mark: Mark
  /// What it holds.
  public let content: Content

  /// Reads a file; nil when it holds nothing, or nothing but comments.
  ///
  /// - Throws: `YAMLError` at the first place that is broken or refused.
  /// - Complexity: O(n). No recursion over the input, and freeing the tree recurses no deeper than
  ///   `maximumDepth`.
  public static func parse(_ bytes: [UInt8]) throws(YAMLError) -> Node? {
    var builder = NodeBuilder()
    try Event.forEach(in: bytes) { event throws(YAMLError) in try builder.add(event) }
    return builder.root
  }

  /// The text of a scalar, else nil.
  public var scalar: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The items of a sequence, else nil.
  public var sequence: [Node]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// The entries of a mapping, else nil.
  public var mapping: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The value of a key; nil when it isn't there or this is no mapping.
  ///
  /// - Complexity: O(n) in the number of entries.
  public subscript(key: String) -> Node? {
    mapping?.first { $0.key == key }?.value
  }
}
