// A review of rules as JSON.

import PromptFiles
import PromptRuleFiles
import PromptRules
import PromptScan

/// Writes what `mjprompt rules validate` found.
struct ReviewJSON {
  private let review: RuleReview
  private let path: String

  init(_ review: RuleReview, _ path: String) { (self.review, self.path) = (review, path) }

  /// An array of problems, or an object of `problems` and `patterns`.
  func bytes(withPatterns: Bool) -> [UInt8] {
    var writer = JSONWriter(indented: true)
    if withPatterns {
      writer.beginObject()
      writer.key("problems")
      writeProblems(&writer)
      writer.key("patterns")
      writer.beginArray()
      for pattern in review.patterns.byCost { Self.write(pattern, &writer) }
      writer.endArray()
      writer.endObject()
    } else {
      writeProblems(&writer)
    }
    writer.newline()
    return writer.takeBytes()
  }

  private func writeProblems(_ writer: inout JSONWriter) {
    writer.beginArray()
    for problem in review.problems { write(problem, "error", &writer) }
    for problem in review.warnings { write(problem, "warning", &writer) }
    writer.endArray()
  }

  private func write(
    _ problem: RuleFileError, _ severity: String, _ writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.members([
      ("kind", problem.kind.rawValue), ("severity", severity), ("path", problem.path),
      ("message", problem.message), ("remedy", problem.advice(in: path)),
    ])
    writer.members([("line", problem.line), ("column", problem.column)])
    writer.endObject()
  }
}

// MARK: - Patterns

extension ReviewJSON {
  private static func write(_ pattern: PatternReport, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.members([
      ("category", pattern.term.category), ("name", pattern.term.name),
      ("pattern", pattern.term.forms[0]), ("tier", pattern.tier.rawValue),
    ])
    write("keys", pattern.keys, &writer)
    writer.key("anchored")
    writer.value(pattern.isAnchored)
    if let cost = pattern.cost {
      writer.members([("proseSteps", cost.prose), ("worstSteps", cost.worst?.steps ?? 0)])
      writer.members([("worstText", cost.worst?.probe ?? "")])
      writer.key("linear")
      writer.value(cost.isLinear)
    }
    write("hazards", pattern.hazards, &writer)
    writer.endObject()
  }

  private static func write(_ key: String, _ texts: [String], _ writer: inout JSONWriter) {
    writer.key(key)
    writer.beginArray()
    for text in texts { writer.value(text) }
    writer.endArray()
  }
}

extension JSONWriter {
  fileprivate mutating func members(_ members: [(String, String)]) {
    for (key, text) in members {
      self.key(key)
      value(text)
    }
  }

  fileprivate mutating func members(_ members: [(String, Int)]) {
    for (key, number) in members {
      self.key(key)
      value(number)
    }
  }
}
