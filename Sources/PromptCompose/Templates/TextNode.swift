// The text of a template, parsed: what stands between `{{` and `}}`, and what around it.

/// A piece of template text.
indirect enum TextNode: Sendable {
  /// Syntax of the author.
  case syntax([UInt8])
  /// The value of a slot, or a wildcard.
  case slot(SlotTag)
  /// One or several of some alternatives.
  case any(AnyTag)
  /// A number.
  case number(NumberDraw)
  /// Text under a condition, and that where it doesn't hold.
  case branch(SlotCondition, [TextNode], [TextNode])
  /// Text that is left out when a slot in it has no value.
  case optional([TextNode])
}

/// `{{name|filter…}}`
struct SlotTag: Sendable {
  let name: String
  let place: TemplatePlace
  /// How many items are drawn, or nil when none are.
  var picks: ClosedRange<Int>?
  /// What stands between several items, or nil for the usual.
  var joint: String?
  /// What is taken when there is no value, or nil.
  var fallback: String?
  /// Whether nothing is taken when there is no value.
  var isOptional = false
  /// Tags of which a word must have all; those behind `not` it must not have.
  var tags: [String] = []
  var excluded: [String] = []
  /// Whether it stands in a `{…}` group.
  var isGrouped = false
}

/// `{{any 2: 3:: red | blue}}`, or a `{…}` group that is expanded.
struct AnyTag: Sendable {
  let place: TemplatePlace
  var picks: ClosedRange<Int> = 1...1
  var items: [(nodes: [TextNode], weight: Double)] = []
  var isGrouped = false
}

/// Whether a slot has a value, or a certain one.
struct SlotCondition: Sendable {
  let name: String
  let place: TemplatePlace
  /// The value that is meant, or nil for any.
  let value: String?
  let isNegated: Bool
}
