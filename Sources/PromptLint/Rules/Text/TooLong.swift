// MJ603: more text than the target takes.

internal import PromptCore
internal import PromptRules

/// A prompt that is longer than the target's limit, flags included.
struct TooLong: Rule {
  let metadata = RuleMetadata(code: "MJ603", name: "too-long", severity: .warning)
  let interest = RuleInterest(.whole)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    guard let target = context.rules.target(context.options.target),
      let maximum = target.maximumLength, context.prompt.range.count > maximum
    else { return }
    let bytes = context.source.bytes[context.prompt.range.indices]
    let isCounted = { (byte: UInt8) in target.lengthUnit == .bytes || byte & 0xC0 != 0x80 }
    let length = bytes.count(where: isCounted)
    guard length > maximum else { return }
    sink.report(
      metadata, at: surplus(bytes, maximum, isCounted),
      "the prompt has \(length) \(target.lengthUnit), and \(target.id) takes \(maximum)",
      severity: target.lengthProvenance.confidence.severity,
      help: "shorten it by \(length - maximum)")
  }

  /// What stands past the limit.
  private func surplus(
    _ bytes: ArraySlice<UInt8>, _ maximum: Int, _ isCounted: (UInt8) -> Bool
  ) -> ByteRange {
    var left = maximum
    for offset in bytes.indices where isCounted(bytes[offset]) {
      if left == 0 { return ByteRange(offset, bytes.endIndex) }
      left -= 1
    }
    return ByteRange(bytes.endIndex, bytes.endIndex)
  }
}
