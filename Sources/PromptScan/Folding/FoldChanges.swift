// What folding undid in a text, by name.

/// The ways in which a text differed from its folded form, beside case.
public struct FoldChanges: OptionSet, Hashable, Sendable {
  /// One bit for each way.
  public let rawValue: UInt32

  /// The changes with these bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  // The bits are the classes of `scripts/generate-folding`, in its order.

  /// Full-width and half-width forms: `ｎｕｄｅ`.
  public static let width = FoldChanges(rawValue: 1 << 1)
  /// Letters of mathematics: `𝐧𝓾𝕕𝖊`.
  public static let mathematical = FoldChanges(rawValue: 1 << 2)
  /// Circled, squared, parenthesised and negative letters, and regional indicators: `ⓝ🅄⒟🇪`.
  public static let enclosed = FoldChanges(rawValue: 1 << 3)
  /// Small capitals: `ɴᴜᴅᴇ`.
  public static let smallCapitals = FoldChanges(rawValue: 1 << 4)
  /// Superscripts and subscripts: `ⁿᵘᵈᵉ`.
  public static let raised = FoldChanges(rawValue: 1 << 5)
  /// Ligatures and digraphs: `ﬁ`, `æ`.
  public static let ligatures = FoldChanges(rawValue: 1 << 6)
  /// Other compatibility forms: `㎏`.
  public static let compatibility = FoldChanges(rawValue: 1 << 7)
  /// Accents and strokes, as part of a letter or behind it.
  public static let accents = FoldChanges(rawValue: 1 << 8)
  /// Letters and signs of other scripts that look like ASCII letters (UTS #39), and close to it.
  public static let lookAlikes = FoldChanges(rawValue: 1 << 9)
  /// Turned and mirrored letters: `ɐ`, `ǝ`, `я`.
  public static let turned = FoldChanges(rawValue: 1 << 10)
  /// Characters that show nothing: zero-width ones, soft hyphens, fillers.
  public static let invisible = FoldChanges(rawValue: 1 << 11)
  /// Variation selectors.
  public static let variations = FoldChanges(rawValue: 1 << 12)
  /// Tag characters, which show nothing and can spell a text.
  public static let tags = FoldChanges(rawValue: 1 << 13)
  /// Controls of the writing direction.
  public static let bidi = FoldChanges(rawValue: 1 << 14)
  /// Marks that strike a letter through or enclose it.
  public static let strokes = FoldChanges(rawValue: 1 << 15)
  /// Typographic punctuation; no disguise.
  public static let punctuation = FoldChanges(rawValue: 1 << 16)

  /// The changes that can hide a word.
  public var disguises: FoldChanges { subtracting(.punctuation) }

  /// The names of the changes, for messages, in the order of their bits.
  public var names: [String] {
    Self.names.indices.filter { rawValue >> UInt32($0 + 1) & 1 == 1 }.map { Self.names[$0] }
  }

  private static let names = [
    "full-width letters", "mathematical letters", "enclosed letters", "small capitals",
    "superscripts", "ligatures", "compatibility forms", "accents", "look-alikes", "turned letters",
    "invisible characters", "variation selectors", "tag characters", "bidirectional controls",
    "strike-through marks", "typographic punctuation",
  ]
}
