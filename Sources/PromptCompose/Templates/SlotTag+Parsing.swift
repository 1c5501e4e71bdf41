// `name|filter…`, conditions and ranges of numbers as they are written.

internal import PromptCore

extension SlotTag {
  /// The most items that may be drawn at once.
  static let maximumPicks = 64

  /// Reads `name|pick 2|or "text"`.
  init(_ words: String, at place: TemplatePlace) throws(TemplateError) {
    let parts = Self.parts(words)
    name = parts[0]
    self.place = place
    guard Self.isName(name) else {
      throw TemplateError(
        place,
        name.isEmpty
          ? "`{{}}` names no slot"
          : "`\(name)` is no name of a slot: letters, digits, `_`, `-` and `/`")
    }
    for filter in parts.dropFirst() { try add(filter) }
  }

  static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.first != "/" && name.last != "/" && !name.contains("//")
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
          || $0 == "_" || $0 == "-" || $0 == "/"
      }
  }

  /// What stands between `|` outside of quotes.
  private static func parts(_ words: String) -> [String] {
    var parts = [""]
    var isQuoted = false
    for character in words {
      if character == "\"" { isQuoted.toggle() }
      if character == "|", !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map { TextParser.Tag.trimmed($0) }
  }

  private mutating func add(_ filter: String) throws(TemplateError) {
    let word = filter.prefix { $0 != " " && $0 != "\"" }
    let rest = TextParser.unquoted(TextParser.Tag.trimmed(filter.dropFirst(word.count)))
    switch word {
    case "pick": picks = try TextParser.picks(rest, at: place)
    case "join": joint = rest
    case "or": fallback = rest
    case "optional" where rest.isEmpty: isOptional = true
    case "tag" where !rest.isEmpty: tags.append(rest)
    case "not" where !rest.isEmpty: excluded.append(rest)
    default:
      let known = ["pick", "join", "or", "optional", "tag", "not"]
      throw TemplateError(
        place,
        "`|\(filter)` is no filter: pick 2, join \" and \", or \"text\", optional, tag warm, not warm"
          + (known.contains(String(word)) ? "" : Self.hint(String(word), known)))
    }
  }

  private static func hint(_ word: String, _ known: [String]) -> String {
    Suggestion.hint(for: word, in: known)
  }
}

extension SlotCondition {
  /// Reads `name`, `not name`, `name = value`, `name != value`.
  init(_ words: String, at place: TemplatePlace) throws(TemplateError) {
    let isNot = words.hasPrefix("not ")
    let text = isNot ? TextParser.Tag.trimmed(words.dropFirst(4)) : words
    self.place = place
    if let equals = text.firstIndex(of: "=") {
      let isUnequal = text[..<equals].hasSuffix("!")
      name = TextParser.Tag.trimmed(isUnequal ? text[..<equals].dropLast() : text[..<equals])
      let rest = text[text.index(after: equals)...].drop { $0 == "=" }
      value = TextParser.unquoted(TextParser.Tag.trimmed(rest))
      isNegated = isUnequal != isNot
    } else {
      (name, value, isNegated) = (text, nil, isNot)
    }
    guard SlotTag.isName(name) else {
      throw TemplateError(
        place, "`\(words)` is no condition: `name`, `not name`, `name = value`, `name != value`")
    }
  }
}

extension NumberDraw {
  /// The most digits behind the point.
  private static let maximumDigits = 6

  /// Reads `10..50`, `0.5..2 by 0.25`.
  init(_ words: String, at place: TemplatePlace) throws(TemplateError) {
    let wrong = TemplateError(
      place, "`\(TextParser.Tag.trimmed(words))` must be such as `10..50` or `0.5..2 by 0.25`")
    let parts = words.split(separator: " ").map(String.init)
    guard parts.count == 1 || parts.count == 3 && parts[1] == "by",
      let dots = parts[0].firstRange(of: "..")
    else { throw wrong }
    let ends = [String(parts[0][..<dots.lowerBound]), String(parts[0][dots.upperBound...])]
    let texts = ends + [parts.count == 3 ? parts[2] : "1"]
    let digits = texts.map { $0.split(separator: ".").dropFirst().first?.count ?? 0 }.max() ?? 0
    let numbers = texts.map { Self.scaled($0, digits) }
    guard digits <= Self.maximumDigits, let low = numbers[0], let high = numbers[1],
      let step = numbers[2], low <= high, step > 0
    else { throw wrong }
    (first, self.step, self.digits) = (low, step, digits)
    count = UInt64((high - low) / step + 1)
  }

  /// A number as a whole one, with that many digits behind the point; nil for no number.
  private static func scaled(_ text: String, _ digits: Int) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let sign = text.hasPrefix("-")
    let whole = parts[0].drop { $0 == "-" }
    let fraction = parts.count > 1 ? parts[1] : ""
    let padded = whole + fraction + String(repeating: "0", count: digits - fraction.count)
    guard parts.count <= 2, padded.count <= 15, padded.utf8.allSatisfy({ $0 &- 0x30 < 10 }),
      let number = Int(padded)
    else { return nil }
    return sign ? -number : number
  }
}

/// `3:: red`: text with a weight in front.
enum WeightedText {
  /// The weight, 1 when none stands there, and the text behind it.
  static func split(_ text: String) -> (weight: Double, text: String) {
    guard let colons = text.firstRange(of: "::"),
      let weight = Double(text[..<colons.lowerBound]), weight >= 0, weight.isFinite
    else { return (1, text) }
    return (weight, TextParser.Tag.trimmed(text[colons.upperBound...]))
  }
}
