// Values of fields that are written in a form of their own: spans, ratios, costs, languages.

internal import PromptRules

extension FieldReader {
  /// A least and a greatest number, `0..1000`.
  func span(_ key: String) throws(RuleFileError) -> ClosedRange<Double>? {
    guard let text = try optionalString(key) else { return nil }
    guard let dots = text.firstRange(of: ".."), let low = Double(text[..<dots.lowerBound]),
      let high = Double(text[dots.upperBound...]), low <= high
    else { throw error(key, "`\(key)` must be such as \"0..1000\", not `\(text)`") }
    return low...high
  }

  /// An aspect ratio, `14:1`.
  func ratio(_ key: String) throws(RuleFileError) -> Ratio? {
    guard let text = try optionalString(key) else { return nil }
    guard let ratio = Ratio(text), ratio.width > 0, ratio.height > 0 else {
      throw error(key, "`\(key)` must be a ratio such as \"14:1\", not `\(text)`")
    }
    return ratio
  }

  /// A number above 0, or `value`.
  func cost(_ key: String) throws(RuleFileError) -> ParameterDomain.Cost? {
    guard let text = try optionalString(key) else { return nil }
    if text == "value" { return .value }
    guard let factor = Double(text), factor > 0, factor.isFinite else {
      throw error(key, "`\(key)` must be a number above 0 or `value`, not `\(text)`")
    }
    return .factor(factor)
  }

  /// A language tag: the language, then what narrows it, `zh` or `pt-BR`.
  func language(_ key: String) throws(RuleFileError) -> String? {
    guard let text = try optionalString(key) else { return nil }
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isLanguage =
      2...3 ~= parts[0].count && parts[0].allSatisfy { $0 &- 0x61 < 26 }
      && parts.dropFirst().allSatisfy { part in
        2...8 ~= part.count && part.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
      }
    guard isLanguage else {
      throw error(key, "`\(key)` must be a language tag such as zh or pt-BR, not `\(text)`")
    }
    return text
  }
}
