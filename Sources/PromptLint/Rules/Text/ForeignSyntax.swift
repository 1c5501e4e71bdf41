// MJ604: what other image tools read, and Midjourney draws.

internal import PromptCore
internal import PromptScan

/// `(cat:1.2)`, `<lora:ink:1>`, `Steps: 20`, `negative prompt:`: plain text to the service.
struct ForeignSyntax: Rule {
  let metadata = RuleMetadata(
    code: "MJ604", name: "foreign-syntax", severity: .warning, fix: .unsafe)
  let interest = RuleInterest(words: [Self.settings, Self.negative, Self.tags, Self.weights])

  private static let settings = "foreign-settings"
  private static let negative = "foreign-negative"
  private static let tags = "foreign-tags"
  private static let weights = "foreign-weights"

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    let settings = ForeignSettings.groups(inText(Self.settings, context), context)
    for range in settings where !sink.isFull { reportSettings(range, context, &sink) }
    if let first = inText(Self.negative, context).first {
      reportNegative(first.range, before: settings, context, &sink)
    }
    for tag in inText(Self.tags, context)
    where !sink.isFull && !isLettering(tag.range, context) {
      reportTag(tag.range, context, &sink)
    }
    for weight in context.phrases.matches(of: Self.weights) where !sink.isFull {
      reportWeight(weight, context, &sink)
    }
  }

  /// What was found of a list in the text; among parameters other checks judge.
  private func inText(_ list: String, _ context: borrowing LintContext) -> [PhraseMatch] {
    let text = context.prompt.text
    return context.phrases.matches(of: list).filter { text.contains($0.range) }
  }
}

// MARK: The four kinds

extension ForeignSyntax {
  private func reportSettings(
    _ range: ByteRange, _ context: borrowing LintContext, _ sink: inout DiagnosticSink
  ) {
    sink.report(
      metadata, at: range, "settings of another image tool, which are text to this service",
      help: "take them out, and write what has a parameter as one",
      fixes: removal(of: range, context))
  }

  private func reportTag(
    _ match: ByteRange, _ context: borrowing LintContext, _ sink: inout DiagnosticSink
  ) {
    let range =
      context.source.bytes[Int(match.end) - 1] == UInt8(ascii: ":")
      ? ByteRange(match.start, context.nameEnd(after: match.end)) : match
    sink.report(
      metadata, at: range,
      "\(context.quoted(range)) means something to another image tool, and is text to this one",
      help: "take it out", fixes: removal(of: range, context))
  }

  private func reportWeight(
    _ match: PhraseMatch, _ context: borrowing LintContext, _ sink: inout DiagnosticSink
  ) {
    let words = match.captured.flatMap { context.exactText($0) }
    let plain = words.flatMap { $0.contains(":") ? nil : $0 }
    sink.report(
      metadata, at: match.range,
      "\(context.quoted(match.range)) weights words in another image tool, and is text to this one",
      help: "write the words alone; what matters most stands first",
      fixes: plain.map { [FixIt("write the words alone", .unsafe, [TextEdit(match.range, $0)])] }
        ?? [])
  }

  /// Whether a word in capitals is drawn: at the end, in quotes or beside others in capitals.
  private func isLettering(_ range: ByteRange, _ context: borrowing LintContext) -> Bool {
    let bytes = context.source.bytes[context.prompt.text.indices]
    guard bytes[range.indices].allSatisfy({ 0x41...0x5A ~= $0 }) else { return false }
    let isGap = { (byte: UInt8) in byte < 0x30 && byte != 0x22 && byte != 0x27 }
    let left = bytes[..<Int(range.start)].reversed().drop(while: isGap).prefix { !isGap($0) }
    let right = bytes[Int(range.end)...].drop(while: isGap).prefix { !isGap($0) }
    return right.isEmpty || isLoud(Array(left)) || isLoud(Array(right))
  }

  /// Whether a word has a quote, or letters and all of them in capitals.
  private func isLoud(_ word: [UInt8]) -> Bool {
    word.contains(0x22) || word.count > 1 && !word.contains { 0x61...0x7A ~= $0 || $0 >= 0x80 }
  }

  private func removal(of range: ByteRange, _ context: borrowing LintContext) -> [FixIt] {
    guard range != context.prompt.text,
      !context.isPermuted(around: range)
    else { return [] }
    return [FixIt("take it out", .unsafe, [TextEdit(context.item(around: range), "")])]
  }
}

// MARK: Unwanted things

extension ForeignSyntax {
  private func reportNegative(
    _ heading: ByteRange, before settings: [ByteRange], _ context: borrowing LintContext,
    _ sink: inout DiagnosticSink
  ) {
    let no = context.written("no")
    sink.report(
      metadata, at: heading,
      "`\(context.text(heading))` is text to this service, which draws what follows it",
      help: "list what you don't want behind `--\(no)`",
      fixes: negativeFix(heading, no, before: settings, context).map { [$0] } ?? [])
  }

  /// Moves what stands between the heading and the settings behind `--no`.
  private func negativeFix(
    _ heading: ByteRange, _ no: String, before settings: [ByteRange],
    _ context: borrowing LintContext
  ) -> FixIt? {
    let text = context.prompt.text
    guard text.contains(heading), heading.start > text.start else { return nil }
    let next = settings.first { $0.start >= heading.end }?.start ?? text.end
    let moved = ByteRange(heading.end, min(next, text.end))
    let removed = ByteRange(context.separatorStart(before: heading.start), moved.end)
    guard isPlain(moved, context), removed.start > text.start,
      let words = context.exactText(moved)
    else { return nil }
    let written = items(words).map { " --\(no) " + $0 } ?? ""
    let edits =
      removed.end == text.end
      ? [TextEdit(removed, written)]
      : [TextEdit(removed, " "), TextEdit(ByteRange(at: text.end), written)]
    return FixIt("move it behind `--\(no)`", .unsafe, edits)
  }

  /// The things of a negative prompt, on one line; nil when there are none.
  private func items(_ text: String) -> String? {
    let items = text.split { $0 == "," || $0.isNewline }.compactMap { item in
      let words = item.split(separator: " ").joined(separator: " ")
      let trimmed = words.hasSuffix(".") ? words.dropLast() : words[...]
      return trimmed.isEmpty ? nil : trimmed
    }
    return items.isEmpty ? nil : items.joined(separator: ", ")
  }

  /// Whether a range can be a value as it is: no dashes, braces, links or colons that mean something.
  private func isPlain(_ range: ByteRange, _ context: borrowing LintContext) -> Bool {
    let plain: [TokenKind] = [.text, .word, .space, .comma]
    return context.prompt.tokens.allSatisfy {
      plain.contains($0.kind) || !$0.range.overlaps(range)
    }
  }
}
