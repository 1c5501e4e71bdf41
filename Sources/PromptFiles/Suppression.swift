// Comments that switch findings off: `# mjprompt: ignore=MJ203,MJ105 reason`.

public import PromptCore

/// An author's wish not to hear of certain findings in the next prompt.
public struct Suppression: Hashable, Sendable {
  /// Codes, groups of them or names of rules, as written; empty for all rules.
  public let rules: [String]
  /// Why, in the author's words; may be empty.
  public let reason: String
  /// The line of the comment, from 1.
  public let line: Int

  /// A suppression from its parts.
  public init(rules: [String], reason: String, line: Int) {
    self.rules = rules
    self.reason = reason
    self.line = line
  }

  /// Whether findings of `rule` are to be left out.
  public func covers(_ rule: RuleMetadata) -> Bool {
    rules.isEmpty || rules.contains { rule.matches($0) }
  }
}

extension Suppression {
  /// What a comment line turned out to be.
  enum Comment {
    case plain
    case suppression(Suppression)
    /// It begins with `mjprompt:` but nothing follows that could be understood.
    case malformed(String)
  }

  /// Reads a line that begins with `#`.
  static func read(_ comment: ArraySlice<UInt8>, line: Int) -> Comment {
    var rest = String(decoding: comment.dropFirst(), as: UTF8.self)[...].trimmed()
    guard rest.removePrefix("mjprompt:") else { return .plain }
    rest = rest.trimmed()
    guard rest.removePrefix("ignore") else { return .malformed("unknown directive") }
    if rest.isEmpty || rest.first == " " || rest.first == "\t" {
      return .suppression(Suppression(rules: [], reason: String(rest.trimmed()), line: line))
    }
    guard rest.removePrefix("=") else { return .malformed("unknown directive") }
    let rules = takeRules(&rest)
    guard !rules.isEmpty, rest.isEmpty || rest.first == " " || rest.first == "\t" else {
      return .malformed("expected rule codes after `ignore=`, with commas between them")
    }
    return .suppression(Suppression(rules: rules, reason: String(rest.trimmed()), line: line))
  }

  /// Takes rule codes or names from the front of `text`; a comma may be followed by spaces.
  private static func takeRules(_ text: inout Substring) -> [String] {
    var rules: [String] = []
    repeat {
      text = text.droppingBlanks()
      let rule = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
      if rule.isEmpty { return [] }
      rules.append(String(rule))
      text = text[rule.endIndex...]
    } while text.removePrefix(",")
    return rules
  }
}

extension Substring {
  fileprivate func droppingBlanks() -> Substring { drop { $0 == " " || $0 == "\t" } }

  fileprivate func trimmed() -> Substring {
    var rest = droppingBlanks()
    while rest.last == " " || rest.last == "\t" { rest.removeLast() }
    return rest
  }

  fileprivate mutating func removePrefix(_ prefix: String) -> Bool {
    guard hasPrefix(prefix) else { return false }
    removeFirst(prefix.count)
    return true
  }
}
