// The report of `mjprompt rules diff`, for people and as JSON.

import PromptCore
import PromptFiles
import PromptReport
import PromptRuleFiles

/// What differs, to be written.
struct DifferenceReport {
  let entries: RuleDiff
  let findings: FindingDiff?
  /// The file of the prompts.
  let path: String

  /// One line an entry or a finding, then the counts.
  var text: String {
    let lines = entries.changes.flatMap(lines) + (findings.map(lines) ?? [])
    return lines.map { VisibleText.escape($0) + "\n" }.joined()
  }

  private func lines(_ change: RuleDiff.Change) -> [String] {
    ["\(change.state.rawValue) \(change.kind) \(change.name)"]
      + change.details.flatMap { detail in
        detail.removed.map { "  - \(detail.field): \($0)" }
          + detail.added.map { "  + \(detail.field): \($0)" }
      }
  }

  private func lines(_ findings: FindingDiff) -> [String] {
    let items = findings.items.map { item in
      let rule = item.diagnostic.rule
      return "\(path):\(item.location.line):\(item.location.column): "
        + "\(item.isNew ? "newly" : "no longer") \(item.diagnostic.severity.name) \(rule.code) "
        + "\(rule.name) at \(item.range.start)..\(item.range.end): \(item.diagnostic.message)"
    }
    let counts = findings.counts.map { count in
      "\(count.code) \(count.name): \(count.added) newly, \(count.removed) no longer"
    }
    return items + counts
      + ["\(findings.changedCount) of \(findings.promptCount) prompts are judged differently."]
  }

  /// One object with `changes`, and with `findings` and `counts` when prompts were judged.
  var json: [UInt8] {
    var writer = JSONWriter(indented: true)
    writer.beginObject()
    writer.array("changes", entries.changes, Self.write)
    if let findings {
      writer.array("findings", findings.items) { write($0, to: &$1) }
      writer.array("counts", findings.counts) { count, writer in
        writer.member("code", count.code)
        writer.member("name", count.name)
        writer.member("newly", count.added)
        writer.member("noLonger", count.removed)
      }
      writer.member("prompts", findings.promptCount)
      writer.member("changedPrompts", findings.changedCount)
    }
    writer.endObject()
    writer.newline()
    return writer.takeBytes()
  }

  private static func write(_ change: RuleDiff.Change, to writer: inout JSONWriter) {
    writer.member("state", change.state.rawValue)
    writer.member("kind", change.kind)
    writer.member("name", change.name)
    writer.array("details", change.details) { detail, writer in
      writer.member("field", detail.field)
      writer.texts("removed", detail.removed)
      writer.texts("added", detail.added)
    }
  }

  private func write(_ item: FindingDiff.Item, to writer: inout JSONWriter) {
    writer.member("change", item.isNew ? "newly" : "noLonger")
    writer.member("code", item.diagnostic.rule.code)
    writer.member("name", item.diagnostic.rule.name)
    writer.member("severity", item.diagnostic.severity.name)
    writer.member("message", item.diagnostic.message)
    writer.member("path", path)
    writer.member("line", item.location.line)
    writer.member("column", item.location.column)
    writer.key("range")
    writer.beginObject()
    writer.member("start", item.range.start)
    writer.member("end", item.range.end)
    writer.endObject()
  }
}

// MARK: Members

extension JSONWriter {
  /// Writes a member with text.
  fileprivate mutating func member(_ name: String, _ text: String) {
    key(name)
    value(text)
  }

  /// Writes a member with a number.
  fileprivate mutating func member(_ name: String, _ number: some BinaryInteger) {
    key(name)
    value(number)
  }

  /// Writes a member with a list of text.
  fileprivate mutating func texts(_ name: String, _ texts: [String]) {
    key(name)
    beginArray()
    for text in texts { value(text) }
    endArray()
  }

  /// Writes a member with a list of objects, whose members `body` writes.
  fileprivate mutating func array<Element>(
    _ name: String, _ elements: [Element], _ body: (Element, inout JSONWriter) -> Void
  ) {
    key(name)
    beginArray()
    for element in elements {
      beginObject()
      body(element, &self)
      endObject()
    }
    endArray()
  }
}
