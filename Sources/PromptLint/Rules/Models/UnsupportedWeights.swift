// MJ304: `::` where the model does not know it.

internal import PromptCore
internal import PromptRules

/// `hot::2 dog --v 8.2`: models without multi-prompts refuse or ignore the separator, and the oldest
/// take whole numbers only.
struct UnsupportedWeights: Rule {
  let metadata = RuleMetadata(
    code: "MJ304", name: "unsupported-weights", severity: .error, fix: .safe)
  let interest = RuleInterest(.weights)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    guard let model = context.modelVersion else { return }
    let domain = context.domain(.weights)
    guard let domain, domain.isSupported else {
      return reportSeparator(model, domain, context, into: &sink)
    }
    guard domain.values == ["integer"] else { return }
    for weight in context.prompt.parts.compactMap(\.weight) where isFraction(weight, context) {
      sink.report(
        metadata, at: weight, "\(model.id) takes whole numbers as weights",
        severity: context.severity(domain.provenance.confidence),
        help: "multiply all weights until they are whole", notes: context.notes(domain),
        fixes: multiplied(context).map { [$0] } ?? [])
    }
  }

  private func reportSeparator(
    _ model: ModelVersion, _ domain: ParameterDomain?, _ context: borrowing LintContext,
    into sink: inout DiagnosticSink
  ) {
    guard let separator = context.prompt.parts.lazy.compactMap(\.separator).first else { return }
    sink.report(
      metadata, at: separator, "\(model.id) does not know `::`",
      severity: context.severity(domain?.provenance.confidence ?? .official),
      help: "write one text with commas, or choose a model that has multi-prompts",
      notes: context.notes(domain), fixes: flattened(context).map { [$0] } ?? [])
  }

  /// All weights times a power of ten that makes them whole; only their relation counts. Nil beyond
  /// three digits behind the point, and for parts that are not plain text.
  private func multiplied(_ context: borrowing LintContext) -> FixIt? {
    guard context.hasPlainParts else { return nil }
    let parts = context.prompt.parts.filter { !$0.text.isEmpty }
    let weights = parts.map { $0.weight.flatMap { Double(context.text($0)) } ?? 1 }
    guard
      let factor = [10.0, 100, 1000].first(where: { factor in
        weights.allSatisfy {
          Int(exactly: ($0 * factor).rounded()) != nil
            && abs(($0 * factor).rounded() - $0 * factor) < 1e-6
        }
      })
    else { return nil }
    let edits = zip(parts, weights).map { part, weight in
      let number = Int((weight * factor).rounded())
      if let written = part.weight { return TextEdit(written, "\(number)") }
      let place = part.separator?.end ?? part.text.end
      return TextEdit(ByteRange(at: place), part.separator == nil ? "::\(number)" : "\(number)")
    }
    return FixIt("multiply all weights by \(Int(factor))", .safe, edits)
  }

  private func isFraction(_ weight: ByteRange, _ context: borrowing LintContext) -> Bool {
    context.text(weight).contains(".")
  }

  /// Commas in place of all separators, spaces behind links; nil when a link's weight is negative, which
  /// nothing else can say.
  private func flattened(_ context: borrowing LintContext) -> FixIt? {
    let prompt = context.prompt
    for weight in prompt.images.compactMap(\.weight)
    where context.text(weight).hasPrefix("-") { return nil }
    if prompt.parts.contains(where: { context.isNegative($0) }) { return separated(context) }
    var edits: [TextEdit] = []
    for part in prompt.parts {
      guard let separator = part.separator else { continue }
      let start = context.spaceStart(before: separator.start)
      let range = ByteRange(start, part.weight?.end ?? separator.end)
      edits.append(TextEdit(range, range.end == prompt.text.end ? "" : ","))
    }
    for image in prompt.images {
      guard let separator = image.separator else { continue }
      edits.append(TextEdit(ByteRange(separator.start, image.weight?.end ?? separator.end), " "))
    }
    return FixIt("write commas", .unsafe, edits)
  }

  /// The text anew: what is wanted with commas, what has a negative weight in `--no`, which meant just
  /// that to models with weights. Nil without a text that is wanted, beside another `--no`, and
  /// for parts that are not plain text.
  private func separated(_ context: borrowing LintContext) -> FixIt? {
    guard context.hasPlainParts else { return nil }
    let parts = context.prompt.parts.filter { !$0.text.isEmpty }
    let wanted = parts.filter { !context.isNegative($0) }.map { context.text($0.text) }
    let unwanted = parts.filter { context.isNegative($0) }.map { context.text($0.text) }
    let last = parts.compactMap { $0.weight?.end ?? $0.separator?.end ?? $0.text.end }.max()
    let isFree = !context.knownParameters.contains { $0.spec.name == "no" }
    guard isFree, let first = parts.first?.text.start, let last, !wanted.isEmpty,
      context.prompt.images.allSatisfy({ $0.range.end <= first })
    else { return nil }
    let text = wanted.joined(separator: ", ") + " --no " + unwanted.joined(separator: ", ")
    return FixIt("write commas and `--no`", .unsafe, [TextEdit(ByteRange(first, last), text)])
  }
}

extension LintContext {
  /// Whether the prompt has no faults and each part is words, without signs that could be read as syntax.
  fileprivate var hasPlainParts: Bool {
    prompt.faults.isEmpty
      && prompt.parts.allSatisfy { part in
        !part.text.isEmpty
          && text(part.text).unicodeScalars.allSatisfy { isPlain($0) }
      }
  }

  /// Whether a character is of a word or between words.
  private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      let byte = UInt8(scalar.value)
      return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || " ,.'".utf8.contains(byte)
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Whether a part of the text has a weight below 0.
  fileprivate func isNegative(_ part: TextPart) -> Bool {
    part.weight.map { text($0).hasPrefix("-") } ?? false
  }
}
