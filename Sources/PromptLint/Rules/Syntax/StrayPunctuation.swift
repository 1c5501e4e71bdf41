// MJ106: punctuation among the parameters.

internal import PromptCore
internal import PromptRules

/// `--ar 16:9, --v 7.`: parameters are separated by spaces alone.
struct StrayPunctuation: Rule {
  let metadata = RuleMetadata(
    code: "MJ106", name: "stray-punctuation", severity: .error, fix: .safe)
  let interest = RuleInterest(.faults)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for fault in context.prompt.faults where fault.kind == .unexpectedPunctuation {
      report(fault.range, context, into: &sink)
    }
  }

  /// Behind the words of `--no` a comma is only an empty item.
  private func severity(_ range: ByteRange, _ context: borrowing LintContext) -> Severity {
    let known = context.knownParameters
    let next = known.partitionPoint { $0.parameter.range.start > range.start }
    guard next > 0, known[next - 1].spec.shape == .text else { return .error }
    return known[next - 1].parameter.value?.end == range.start ? .information : .error
  }

  private func report(
    _ range: ByteRange, _ context: borrowing LintContext, into sink: inout DiagnosticSink
  ) {
    let end = Int(range.end)
    let touchesNext =
      end < Int(context.prompt.range.end) && context.source.bytes[end] > 0x20
    sink.report(
      metadata, at: range,
      "`\(context.text(range))` after a parameter's value, where only a space may stand",
      severity: context.severity(unread: severity(range, context)),
      help: "take it out",
      fixes: [
        FixIt(
          "take it out", .safe,
          openingQuote(range, context) + [TextEdit(range, touchesNext ? " " : "")])
      ])
  }

  /// The edit that takes the prompt's first character out when it is the quotation mark that this
  /// punctuation closes: the whole prompt was pasted with its quotation marks.
  private func openingQuote(
    _ range: ByteRange, _ context: borrowing LintContext
  ) -> [TextEdit] {
    let text = context.text(context.prompt.text).unicodeScalars
    guard let first = text.first, let closing = WideScalar.closingQuote(of: first.value),
      context.text(range).unicodeScalars.contains(where: { $0.value == closing }),
      !text.dropFirst().contains(where: { $0.value == closing })
    else { return [] }
    let start = context.prompt.text.start
    return [TextEdit(ByteRange(start, start + UInt32(UTF8.width(first))), "")]
  }
}
