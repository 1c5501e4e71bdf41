// Submissions and denied records as text and JSON.

import PromptCore
import PromptFiles
import PromptLint
import PromptSubmit

extension DeniedRecord {
  /// What speaks against it, one line each.
  var lines: [String] {
    switch reason {
    case .denial(.verdict(let verdict)) where verdict.refusal == nil:
      verdict.diagnostics.filter { $0.severity == .error || $0.category != nil }.map(Self.line)
        .ifEmpty(verdict.diagnostics.map(Self.line))
    default: ["\(refusal.name): \(refusal.message)"]
    }
  }

  private static func line(_ finding: Diagnostic) -> String {
    "\(finding.range.start + 1): \(finding.rule.code) \(finding.rule.name): \(finding.message)"
  }

  /// The name and the text of the reason.
  private var refusal: (name: String, message: String) {
    switch reason {
    case .unreadable(let message): ("broken-record", message)
    case .preparation(let refusal): (refusal.name, refusal.message)
    case .field(let name, let message): ("wrong-field", "\(name): \(message)")
    case .budget(let budget):
      ("budget-spent", "the \(budget) jobs of this run are spent; raise the budget")
    case .denial(.link(let range, let refusal)):
      ("link", "\(text.string(in: range)): \(refusal.rawValue)")
    case .denial(.severalJobs(let count)):
      ("several-jobs", "it makes \(count) jobs through a parameter of your own; write it out")
    case .denial(.verdict(let verdict)):
      verdict.refusal.map { ($0.name, $0.message) } ?? (
        verdict.decision.rawValue, "see diagnostics"
      )
    }
  }

  /// One line of JSON.
  func json(_ input: String) -> String {
    var json = JSONWriter()
    json.beginObject()
    json.key("state")
    json.value("denied")
    json.key("input")
    json.value(input)
    json.key("line")
    json.value(line)
    json.key("prompt")
    json.value(text.string(in: text.range))
    json.key("reason")
    json.value(refusal.name)
    json.key("message")
    json.value(refusal.message)
    json.key("diagnostics")
    json.beginArray()
    if case .denial(.verdict(let verdict)) = reason {
      for finding in verdict.diagnostics { Self.write(finding, to: &json) }
    }
    json.endArray()
    json.endObject()
    json.newline()
    return String(decoding: json.takeBytes(), as: UTF8.self)
  }

  private static func write(_ finding: Diagnostic, to json: inout JSONWriter) {
    json.beginObject()
    json.key("code")
    json.value(finding.rule.code)
    json.key("name")
    json.value(finding.rule.name)
    json.key("severity")
    json.value(finding.severity.name)
    json.key("category")
    json.value(finding.category)
    json.key("message")
    json.value(finding.message)
    json.range(finding.range)
    json.endObject()
  }
}

extension Submission {
  /// One line of JSON.
  func json(_ failure: TaskFailure?) -> String {
    var json = JSONWriter()
    json.beginObject()
    let texts: [(String, String?)] = [
      ("state", state.rawValue), ("id", plan.key), ("input", plan.input), ("prompt", plan.prompt),
      ("type", plan.type), ("answer", answer), ("image", image),
    ]
    for (name, text) in texts {
      json.key(name)
      json.value(text)
    }
    let numbers = [("line", plan.line), ("generation", generation), ("attempts", attempts)]
    for (name, number) in numbers {
      json.key(name)
      json.value(number)
    }
    json.key("task")
    if let task { json.value(task) } else { json.null() }
    json.key("failure")
    if let failure { failure.write(to: &json) } else { json.null() }
    json.endObject()
    json.newline()
    return String(decoding: json.takeBytes(), as: UTF8.self)
  }
}

extension JSONWriter {
  /// Writes a member `range` in bytes from the beginning of the prompt on.
  mutating func range(_ range: ByteRange) {
    key("range")
    beginObject()
    key("start")
    value(range.start)
    key("end")
    value(range.end)
    endObject()
  }
}

extension Array {
  fileprivate func ifEmpty(_ other: [Element]) -> [Element] { isEmpty ? other : self }
}
