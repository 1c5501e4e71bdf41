// A block of the input → a block of the output; a pure function, called from many tasks.

internal import PromptCore
internal import PromptFiles
internal import PromptFormat
internal import PromptLint
internal import PromptRuleFiles
internal import PromptScan

/// Judges blocks.
struct BlockJudge: Sendable {
  let gate: Gate
  let keys: KeyMaker
  let form: RecordForm
  let settings: BatchSettings
  let shape: CSVShape?

  /// The output of a block.
  ///
  /// - Complexity: O(n), with fresh memory of a scan for the block.
  func judge(_ block: Block) -> JudgedBlock {
    var work = Work(judge: self, firstLine: block.firstLine)
    if block.isTooLong {
      work.report(BlockJudge.tooLong, block.bytes[...], line: block.firstLine)
      return work.result
    }
    let source = SourceText(block.bytes)
    work.result.bytes.reserveCapacity(block.bytes.count * 4)
    switch settings.input {
    case .jsonl: work.judgeObjects(source)
    case .csv, .tsv: if let shape { work.judgeRows(source, shape) }
    case .lines, .whole: work.judgeLines(source)
    }
    return work.result
  }

  static let tooLong = "the record has more than \(BatchSettings.maximumRecord) bytes"

  func outcome(
    _ source: SourceText, _ range: ByteRange, _ scratch: inout ScanScratch
  ) -> Outcome {
    let verdict = gate.check(source, in: range, isBrief: true, scratch: &scratch)
    let text = verdict.decision == .rewrite ? verdict.prompt.map { SourceText($0.text) } : nil
    let prompt = text.map { gate.linter.parse($0) } ?? verdict.given
    let key = prompt.map { keys.key($0, of: text ?? source).text }
    let sent = verdict.prompt == nil ? nil : prompt
    return Outcome(
      source: source, range: range, decision: verdict.decision, prompt: verdict.prompt?.text,
      key: key, identity: sent.map { identity(key ?? "", $0, text ?? source) }, jobs: verdict.jobs,
      diagnostics: verdict.diagnostics, refusal: verdict.refusal)
  }

  /// A hash that equal prompts share, the same on every machine: of the key, in which all links are
  /// alike, and of the links.
  private func identity(_ key: String, _ prompt: Prompt, _ source: SourceText) -> UInt64 {
    var hash = ContentHash()
    hash.add(Array(key.utf8))
    if prompt.kinds.contains(TokenKindSet(.url)) {
      for token in prompt.tokens where token.kind == .url {
        hash.add(Array(source.bytes[token.range.indices]))
      }
    }
    return hash.value
  }

  /// The same of a prompt that was written.
  func identity(_ key: String, of text: String) -> UInt64 {
    let source = SourceText(text)
    return identity(key, gate.linter.parse(source), source)
  }
}

/// The state while a block is judged.
private struct Work: ~Copyable {
  let judge: BlockJudge
  /// The line of the input that the block begins with.
  let firstLine: Int
  var result = JudgedBlock()
  private var scratch = ScanScratch()

  init(judge: BlockJudge, firstLine: Int) { (self.judge, self.firstLine) = (judge, firstLine) }

  /// One object a line; a blank line is an empty prompt.
  mutating func judgeObjects(_ source: SourceText) {
    for line in FileLines(source.bytes, from: 0, firstLine: firstLine) {
      let bytes = source.bytes[line.range.indices]
      if isTooLong(bytes, line.number) { continue }
      if bytes.isBlank {
        take(SourceText([]), ByteRange(at: 0), .none)
        continue
      }
      do throws(FileProblem) {
        let object = try JSONRecord(
          line, of: source, field: judge.settings.field, without: "gate")
        take(object.prompt, object.prompt.range, .object(object, source.bytes))
      } catch {
        report(error.message, bytes, line: line.number)
      }
    }
  }

  mutating func judgeLines(_ source: SourceText) {
    for line in FileLines(source.bytes, from: 0, firstLine: firstLine) {
      if isTooLong(source.bytes[line.range.indices], line.number) { continue }
      take(source, line.range, .line)
    }
  }

  mutating func judgeRows(_ source: SourceText, _ shape: CSVShape) {
    var rows = CSVRows(source, shape)
    var end = 0
    while true {
      let start = end
      do throws(FileProblem) {
        guard try rows.next() else { break }
        end = rows.end
        if isTooLong(source.bytes[start..<end], firstLine + rows.line - 1) { continue }
        guard let field = rows.content(shape.prompt) else {
          throw FileProblem(
            at: SourceLocation(line: rows.line, utf8Column: 1, column: 1),
            "the record ends before the column \"\(judge.settings.field)\"")
        }
        take(field.text, field.range, .row(rows, source.bytes))
      } catch {
        end = rows.end
        let line = firstLine + error.location.line - 1
        report(error.message, source.bytes[start..<end], line: line)
      }
    }
  }

  private mutating func isTooLong(_ bytes: ArraySlice<UInt8>, _ line: Int) -> Bool {
    if bytes.count <= BatchSettings.maximumRecord { return false }
    report(BlockJudge.tooLong, bytes, line: line)
    return true
  }
}

extension Work {
  /// Judges a prompt and writes its record.
  private mutating func take(_ source: SourceText, _ range: ByteRange, _ kept: KeptParts) {
    let outcome = judge.outcome(source, range, &scratch)
    var record = JudgedRecord()
    record.isPassing = outcome.prompt != nil
    record.jobs = outcome.jobs
    record.identity = judge.form.namesEqualRecords ? outcome.identity : nil
    record.slot = judge.form.append(outcome, kept, to: &result.bytes)
    record.end = result.bytes.count
    if record.isPassing, let budget = judge.settings.budget {
      var spent: [UInt8] = []
      _ = judge.form.append(outcome.denied(spent: budget), kept, to: &spent)
      record.spent = spent
    }
    result.records.append(record)
  }

  /// Writes the record of something that can't be read.
  mutating func report(_ message: String, _ input: ArraySlice<UInt8>, line: Int) {
    var record = JudgedRecord()
    judge.form.append(error: message, input, line: line, to: &result.bytes)
    record.end = result.bytes.count
    result.records.append(record)
  }
}
