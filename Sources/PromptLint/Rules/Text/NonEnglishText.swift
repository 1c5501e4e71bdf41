// MJ607: text in another language than the target wants.

internal import PromptCore
internal import PromptRules
internal import PromptScan

/// `雪の中の狐`, `una mujer con un vestido rojo`: for a target that wants English.
struct NonEnglishText: Rule {
  let metadata = RuleMetadata(code: "MJ607", name: "non-english-text", severity: .information)
  let interest = RuleInterest(.wide, words: [Self.list])

  private static let list = "foreign-words"

  func isOfUse(_ rules: RuleSet, _ options: LintOptions) -> Bool {
    rules.target(options.target)?.language == "en"
  }

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    guard let first = context.prompt.parts.first(where: { !$0.text.isEmpty })?.text,
      let last = context.prompt.parts.last(where: { !$0.text.isEmpty })?.text
    else { return }
    let range = first.union(last)
    let small = context.phrases.matches(of: Self.list).filter { range.contains($0.range) }
    let kinds = Set(small.map(\.word)).count
    guard context.phrases.isWide || kinds > 2 else { return }
    let words = TextWords(range, context)
    guard words.isOtherScript || words.isOtherLanguage(small.count, kinds) else { return }
    sink.report(
      metadata, at: range,
      "most of this text is not English, which \(context.options.target) asks for",
      help: "translate it; what is to be written in the picture may stay, in quotes")
  }
}

/// What the words of a text are made of.
private struct TextWords {
  /// How many there are.
  private(set) var count = 0
  /// How many in small letters have one that English lacks.
  private(set) var accented = 0
  private var latin = 0
  private var other = 0

  init(_ range: ByteRange, _ context: borrowing LintContext) {
    for word in context.text(range).split(whereSeparator: \.isWhitespace) where !Self.isLink(word) {
      count += 1
      add(word)
    }
  }

  /// Whether letters of other scripts are in the majority; a sign of CJK writing counts for
  /// two.
  var isOtherScript: Bool { other > max(latin, 1) }

  /// Whether small words of other languages, `count` of some `kinds`, and letters that English lacks
  /// make up enough of the text.
  func isOtherLanguage(_ count: Int, _ kinds: Int) -> Bool {
    if kinds >= 2, kinds + accented >= 3 { return (count + accented) * 5 >= self.count }
    return accented >= 4 && (count + accented) * 5 >= self.count * 2
  }

  private static func isLink(_ word: Substring) -> Bool { word.contains("://") }

  private mutating func add(_ word: Substring) {
    var isAccented = false
    for scalar in word.unicodeScalars where scalar.properties.isAlphabetic {
      switch scalar.value {
      case 0..<0x80: latin += 1
      case ..<0x250, 0x1E00..<0x1F00:
        latin += 1
        isAccented = true
      case 0xFF21...0xFF5A: latin += 1
      case 0x3040...0x9FFF, 0xAC00...0xD7AF, 0x20000...0x3FFFF: other += 2
      default: other += 1
      }
    }
    if isAccented, word.first?.isUppercase == false { accented += 1 }
  }
}
