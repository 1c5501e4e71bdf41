// What the parser must know of each parameter: its names, and what it takes.

/// How much text a parameter takes; never depends on the model.
public enum ParameterArity: UInt8, Sendable, CaseIterable {
  /// Nothing.
  case flag
  /// Exactly one value.
  case one
  /// One value or nothing.
  case optional
  /// One value or more, separated by spaces.
  case many
  /// Any number of values, separated by spaces.
  case optionalMany
  /// Everything up to the next parameter.
  case rest
}

/// What a parameter's value looks like.
public enum ValueShape: UInt8, Sendable, CaseIterable {
  /// There is no value.
  case none
  /// A whole number.
  case integer
  /// A number that may have a fraction.
  case decimal
  /// `width:height`.
  case ratio
  /// The number of a model.
  case version
  /// One of a few words.
  case enumeration
  /// Links, numeric codes and `random`, each with an optional `::weight`.
  case references
  /// Short letter-and-digit codes, each with an optional `::weight`.
  case codes
  /// One link.
  case url
  /// Several links.
  case urls
  /// Free text.
  case text
}

/// The names that the parser recognizes, made from the rule files.
///
/// Look-up is by bytes and ignores ASCII case, so that `--AR` is found and can be reported.
public struct ParameterVocabulary: Sendable {
  /// What a name stands for.
  public struct Entry: Hashable, Sendable {
    /// The caller's index of the parameter; aliases share it.
    public let id: UInt16
    /// How much text it takes.
    public let arity: ParameterArity
    /// What the text looks like.
    public let shape: ValueShape

    /// An entry from its parts.
    public init(id: UInt16, arity: ParameterArity, shape: ValueShape) {
      self.id = id
      self.arity = arity
      self.shape = shape
    }
  }

  /// The longest name that can be known, in bytes.
  public static let maximumNameCount = 16

  private struct Key: Hashable {
    var low: UInt64 = 0
    var high: UInt64 = 0
  }
  private let entries: [Key: Entry]

  /// A vocabulary of these names; a name of more than `maximumNameCount` bytes is never found.
  ///
  /// - Complexity: O(n).
  public init(_ names: [(name: String, entry: Entry)]) {
    var entries: [Key: Entry] = [:]
    for (name, entry) in names {
      let bytes = Array(name.utf8)
      if let key = Self.key(bytes.span, 0..<bytes.count) { entries[key] = entry }
    }
    self.entries = entries
  }

  /// A vocabulary that knows no name.
  public static let empty = ParameterVocabulary([])

  /// What the bytes of `range` name, or nil.
  func entry(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Entry? {
    Self.key(bytes, range).flatMap { entries[$0] }
  }

  /// What `name` stands for, or nil.
  public func entry(for name: String) -> Entry? {
    let bytes = Array(name.utf8)
    return entry(bytes.span, 0..<bytes.count)
  }

  private static func key(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Key? {
    guard !range.isEmpty, range.count <= maximumNameCount else { return nil }
    var key = Key()
    for index in range {
      key.high = key.high << 8 | key.low >> 56
      key.low = key.low << 8 | UInt64(bytes[index].lowercased)
    }
    return key
  }
}
