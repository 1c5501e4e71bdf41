// MJ606: praise and technical boasts that draw nothing.

internal import PromptCore
internal import PromptScan

/// `8k, masterpiece, best quality`: items of a prompt that say nothing about the picture.
struct FillerWords: Rule {
  let metadata = RuleMetadata(code: "MJ606", name: "filler-words", severity: .hint, fix: .unsafe)
  let interest = RuleInterest(words: [Self.list])

  private static let list = "filler"

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for run in runs(context) where !sink.isFull {
      let edit = run.isItem ? removal(of: run.range, context) : nil
      guard run.isItem || run.count > 1 else { continue }
      sink.report(
        metadata, at: run.range,
        "\(context.quoted(run.range)) says nothing about the picture",
        help: "say what is to be seen: the light, the material, the lens",
        fixes: edit.map { [FixIt("take it out", .unsafe, [$0])] } ?? [])
    }
  }
}

// MARK: Runs of filler

extension FillerWords {
  /// Filler with nothing between it.
  private struct Run {
    var range: ByteRange
    var count = 1
    /// Whether it is one item or several, from comma to comma.
    var isItem = false
  }

  /// The runs of filler in the text, the items of which are joined where they follow each other.
  private func runs(_ context: borrowing LintContext) -> [Run] {
    var runs: [Run] = []
    for match in context.phrases.matches(of: Self.list)
    where context.prompt.text.contains(match.range) {
      if let last = runs.last, isBlank(last.range.end, match.range.start, context) {
        runs[runs.count - 1].range.end = match.range.end
        runs[runs.count - 1].count += 1
      } else {
        runs.append(Run(range: match.range))
      }
    }
    return joined(
      runs.map { run in
        var run = run
        run.isItem = isItem(run.range, context)
        return run
      }, context)
  }

  private func joined(_ runs: [Run], _ context: borrowing LintContext) -> [Run] {
    var joined: [Run] = []
    for run in runs {
      if let last = joined.last, last.isItem, run.isItem,
        context.separatorStart(before: run.range.start) == last.range.end,
        !context.isPermuted(around: last.range.union(run.range))
      {
        joined[joined.count - 1].range.end = run.range.end
        joined[joined.count - 1].count += run.count
      } else {
        joined.append(run)
      }
    }
    return joined
  }

  private func isBlank(_ start: UInt32, _ end: UInt32, _ context: borrowing LintContext) -> Bool {
    context.source.bytes[Int(start)..<Int(end)].allSatisfy(Self.isBlank)
  }

  /// Whether a run fills all that stands between two commas, full stops, brackets or ends of its part.
  private func isItem(_ range: ByteRange, _ context: borrowing LintContext) -> Bool {
    let part = context.prompt.parts.first { $0.text.contains(range) }?.text ?? context.prompt.text
    let bytes = context.source.bytes[part.indices]
    let before = bytes[..<Int(range.start)].last { !Self.isBlank($0) }
    let behind = bytes[Int(range.end)...].drop { Self.isBlank($0) }.prefix(2)
    let isEnd = behind.first.map { Self.delimiters.contains($0) } ?? true
    let isName = behind.first == UInt8(ascii: ".") && behind.last.map { $0 | 0x20 > 0x60 } ?? false
    return (before.map { Self.delimiters.contains($0) } ?? true) && isEnd && !isName
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static let delimiters = Array(",;.|!+{}()[]\n\r".utf8)

  /// The edit that takes items out; none where they are all there is or stand within a group.
  private func removal(of range: ByteRange, _ context: borrowing LintContext) -> TextEdit? {
    let edit = context.item(around: range)
    let bytes = context.source.bytes[edit.indices]
    guard bytes.contains(UInt8(ascii: ",")), edit != context.prompt.text,
      !context.isPermuted(around: range)
    else { return nil }
    return TextEdit(edit, "")
  }
}
