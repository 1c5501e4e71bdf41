// MJ105: two hyphens or more that begin no parameter.

internal import PromptCore

/// `a cat -- on a mat`, `---`, `well--known`: the service tries to read a parameter there.
struct StrayDashes: Rule {
  let metadata = RuleMetadata(
    code: "MJ105", name: "stray-dashes", severity: .error, fix: .unsafe)
  let interest = RuleInterest(.faults)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for fault in context.prompt.faults where fault.kind == .strayDashes {
      sink.report(
        metadata, at: fault.range, "dashes that begin no parameter; the service refuses them",
        severity: context.severity(unread: .error),
        help: "use a comma in prose, or write the parameter's name directly behind `--`",
        fixes: [fix(fault.range, context)])
    }
  }

  /// A comma between words, a hyphen within a word, nothing anywhere else.
  private func fix(_ range: ByteRange, _ context: borrowing LintContext) -> FixIt {
    let text = context.prompt.text
    let start = context.spaceStart(before: range.start)
    if text.start < range.start, range.end < text.end {
      let isBare = context.source.bytes[Int(range.end)] <= 0x20
      if start == range.start && !isBare {
        return FixIt("write one hyphen", .unsafe, [TextEdit(range, "-")])
      }
      return FixIt("write a comma", .unsafe, [TextEdit(ByteRange(start, range.end), ",")])
    }
    let isFirst = start == context.prompt.range.start
    let removed =
      isFirst
      ? ByteRange(range.start, context.spaceEnd(after: range.end)) : ByteRange(start, range.end)
    return FixIt("take them out", .unsafe, [TextEdit(removed, "")])
  }
}
