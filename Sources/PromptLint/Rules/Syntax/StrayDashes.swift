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
        Diagnostic(
          metadata, at: fault.range, "dashes that begin no parameter; the service refuses them",
          help: "use a comma in prose, or write the parameter's name directly behind `--`",
          fixes: [fix(fault.range, context)]))
    }
  }

  private func fix(_ range: ByteRange, _ context: borrowing LintContext) -> FixIt {
    let start = context.spaceStart(before: range.start)
    let isGlued = start == range.start && start > context.prompt.range.start
    if isGlued { return FixIt("write one hyphen", .unsafe, [TextEdit(range, "-")]) }
    let isFirst = start == context.prompt.range.start
    return FixIt(
      isFirst ? "take them out" : "write a comma", .unsafe,
      [TextEdit(ByteRange(start, range.end), isFirst ? "" : ",")])
  }
}
