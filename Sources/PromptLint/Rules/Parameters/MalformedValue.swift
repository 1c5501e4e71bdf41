// MJ204: a value of the wrong form.

internal import PromptCore
internal import PromptRules

/// `--ar 16 : 9`, `--s high`: the value is not what the parameter takes at all.
struct MalformedValue: Rule {
  let metadata = RuleMetadata(
    code: "MJ204", name: "malformed-value", severity: .error, fix: .safe)
  let interest = RuleInterest(.doubtful)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for (parameter, spec) in context.knownParameters {
      guard let value = parameter.value, !context.isPermuted(value) else { continue }
      let text = context.text(value)
      let plain = Self.plain(text, spec.shape)
      let isMeant = plain.map { _ in "plain characters" }
      guard let expected = Self.expectation(text, spec.shape) ?? isMeant else { continue }
      let fixes =
        plain.map { [FixIt("write `\($0)`", .safe, [TextEdit(value, $0)])] }
        ?? Self.guesses(text, value, spec.shape)
      sink.report(
        metadata, at: value, "\(context.name(parameter)) takes \(expected), not `\(text)`",
        severity: context.severity(unread: .error),
        help: "write \(MissingValue.example(spec))", fixes: fixes)
    }
  }

  /// What was meant by a value in quotation marks or full-width characters; nil when it is plain, or no
  /// value even so. Marks around links are for `malformed-link` to say.
  static func plain(_ text: String, _ shape: ValueShape) -> String? {
    guard shape == .version || expectation(text, shape) != nil else { return nil }
    let plain = PlainText.of(text)
    let isValue = shape == .version ? isNumber(plain) : expectation(plain, shape) == nil
    return plain != text && isValue ? plain : nil
  }

  private static func guesses(_ text: String, _ value: ByteRange, _ shape: ValueShape) -> [FixIt] {
    switch shape {
    case .ratio: ratioFix(text, value)
    case .integer, .decimal: numberFix(text, value)
    default: []
    }
  }

  /// The number in front of a unit.
  private static func numberFix(_ text: String, _ value: ByteRange) -> [FixIt] {
    let number = String(text.prefix { $0.isASCII && $0.isNumber })
    guard !number.isEmpty, number != text else { return [] }
    return [FixIt("write `\(number)`", .unsafe, [TextEdit(value, number)])]
  }

  /// What should stand there, when `text` is not it.
  static func expectation(_ text: String, _ shape: ValueShape) -> String? {
    switch shape {
    case .integer: isDigits(text) || isNumber(text) && Int(text) != nil ? nil : "a whole number"
    case .decimal: isDigits(text) || isNumber(text) ? nil : "a number"
    case .ratio:
      Ratio(text).map { $0.width > 0 && $0.height > 0 } ?? false
        ? nil : "two whole numbers with a colon, both above 0"
    case .references:
      items(text).allSatisfy(isReference) ? nil : "links, numeric codes or `random`"
    case .codes: items(text).allSatisfy(isCode) ? nil : "codes of letters and digits"
    case .url: isLink(items(text)[0]) && items(text).count == 1 ? nil : "one link"
    case .urls: items(text).allSatisfy(isLink) ? nil : "links"
    case .enumeration:
      text.utf8.allSatisfy { isWordByte($0) || $0 == 0x2D } ? nil : "a word or a code"
    case .none, .version, .text: nil
    }
  }

  /// Whether a text is a whole number of at most 18 digits.
  private static func isDigits(_ text: String) -> Bool {
    1...18 ~= text.utf8.count && text.utf8.allSatisfy { $0 &- 0x30 < 10 }
  }

  private static func isNumber(_ text: String) -> Bool {
    Double(text) != nil
      && text.utf8.allSatisfy { $0 &- 0x30 < 10 || [0x2B, 0x2D, 0x2E].contains($0) }
  }

  /// The items of a list value without their weights.
  static func items(_ text: String) -> [Substring] {
    let items = LinkText.items(text)
    return items.isEmpty ? [text[...]] : items.map { LinkText.withoutWeight($0) }
  }

  private static func isLink(_ text: Substring) -> Bool { LinkText.isLink(text) }

  private static func isReference(_ text: Substring) -> Bool {
    LinkText.isLink(text) || text == "random" || text.utf8.allSatisfy { $0 &- 0x30 < 10 }
  }

  private static func isCode(_ text: Substring) -> Bool {
    if text.hasPrefix("<@") && text.hasSuffix(">") { return true }
    return text.utf8.allSatisfy(isWordByte)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }
}

// MARK: Ratios

extension MalformedValue {
  private static let separators: [Character] = [
    ":", "：", "∶", ";", "；", "x", "X", "×", "/", "*", "-", "–",
  ]

  /// The ratio that was meant: other separators, spaces and full-width colons are only another
  /// spelling; fractions are multiplied out.
  private static func ratioFix(_ text: String, _ value: ByteRange) -> [FixIt] {
    let sides = text.split { $0.isWhitespace || separators.contains($0) }.map(String.init)
    guard sides.count == 2, text.first?.isNumber ?? false, let ratio = ratio(sides[0], sides[1])
    else { return [] }
    return [FixIt("write `\(ratio.text)`", .safe, [TextEdit(value, ratio.text)])]
  }

  private static func ratio(_ width: String, _ height: String) -> Ratio? {
    if let whole = Ratio("\(width):\(height)"), whole.width > 0, whole.height > 0 { return whole }
    guard isNumber(width), isNumber(height), let width = Double(width), let height = Double(height),
      0.001...1_000_000 ~= width, 0.001...1_000_000 ~= height
    else { return nil }
    return Ratio(
      width: Int((width * 1000).rounded()), height: Int((height * 1000).rounded())
    ).reduced
  }
}
