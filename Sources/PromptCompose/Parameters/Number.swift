// Numbers as prompts have them.

/// Writes numbers without exponents.
enum Number {
  /// The shortest decimal form that means the same number: `2`, `0.5`, `0.0000001`.
  static func text(_ number: Double) -> String {
    if let whole = Int(exactly: number) { return String(whole) }
    let text = "\(number)"
    guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...])
    else { return text }
    return shifted(String(text[..<mark]), by: exponent)
  }

  private static func shifted(_ mantissa: String, by exponent: Int) -> String {
    let sign = mantissa.hasPrefix("-") ? "-" : ""
    let parts = mantissa.drop { $0 == "-" }.split(separator: ".")
    let fraction = parts.count > 1 && parts[1] != "0" ? parts[1] : ""
    let digits = parts[0] + fraction
    if exponent < 0 {
      return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
    }
    return sign + digits + String(repeating: "0", count: max(0, exponent - fraction.count))
  }
}
