// Going on where an earlier run was ended: what it wrote is read back, and as much of the input left out.

internal import PromptCore
internal import PromptFiles

extension BatchRun {
  /// Goes through the output of an earlier run and leaves out as many records of the input as it holds.
  ///
  /// - Returns: how many bytes of that output are kept: its whole records.
  /// - Throws: `FileError` when something can't be read, `FileProblem` when the input is shorter.
  public mutating func resume(after path: String) throws -> Int {
    var output = try BlockReader.open(path)
    guard output.head.starts(with: header) else { return 0 }
    let earlier = try EarlierOutput(judge, header: header)
    if let shape = earlier.shape { output.begin(shape) }
    var (kept, records) = (header.count, 0)
    while let block = try output.next() {
      let whole = earlier.records(block.bytes)
      kept += whole.count
      records += whole.records.count
      if !isJudgedAgain { for record in whole.records { tally.replay(record) } }
    }
    try skip(records)
    return kept
  }

  /// Whether what was written doesn't say how many jobs it makes.
  private var isJudgedAgain: Bool {
    judge.settings.budget != nil && judge.settings.output == .lines
  }

  private mutating func skip(_ count: Int) throws {
    var left = count
    while left > 0 {
      guard let block = try reader.next() else {
        throw FileProblem(
          at: SourceLocation(line: reader.nextLine, utf8Column: 1, column: 1),
          "the input ends before what was written of it")
      }
      let front = judge.front(of: block, records: left)
      left -= front.records
      if front.bytes < block.bytes.count, !block.isTooLong {
        rest = block.rest(from: front.bytes)
      }
      if isJudgedAgain {
        let passed = Block(bytes: Array(block.bytes[..<front.bytes]), firstLine: block.firstLine)
        _ = tally.finish(judge.judge(block.isTooLong ? block : passed))
      }
    }
  }
}

extension BlockJudge {
  /// How far the first records of a block go, at most so many.
  func front(of block: Block, records most: Int) -> (records: Int, bytes: Int) {
    if block.isTooLong { return (1, block.bytes.count) }
    var (records, end) = (0, 0)
    if let shape {
      var rows = CSVRows(SourceText(block.bytes), shape)
      while records < most, (try? rows.next()) ?? true {
        records += 1
        end = rows.end
      }
    } else {
      while records < most, end < block.bytes.count {
        let feed = block.bytes[end...].firstIndex(of: UInt8(ascii: "\n"))
        end = feed.map { $0 + 1 } ?? block.bytes.count
        records += 1
      }
    }
    return (records, end)
  }
}

/// Reads back what an earlier run wrote.
private struct EarlierOutput {
  let shape: CSVShape?
  private let judge: BlockJudge

  init(_ judge: BlockJudge, header: [UInt8]) throws {
    self.judge = judge
    shape = try judge.shape.flatMap { input in
      if header.isEmpty { return nil }
      let delimiter = Unicode.Scalar(input.delimiter)
      return try CSVShape(SourceText(header), column: "gate_verdict", delimiters: [delimiter])
    }
  }

  /// The whole records at the beginning of some bytes, and how many bytes they take.
  func records(_ bytes: [UInt8]) -> (records: [EarlierRecord], count: Int) {
    let source = SourceText(bytes)
    var (records, end): ([EarlierRecord], Int) = ([], 0)
    if let shape {
      var rows = CSVRows(source, shape)
      while (try? rows.next()) ?? false, bytes[rows.end - 1] == UInt8(ascii: "\n") {
        records.append(EarlierRecord(rows, shape))
        end = rows.end
      }
      return (records, end)
    }
    for line in FileLines(bytes, from: 0) where Int(line.range.end) < bytes.count {
      let isJSON = judge.settings.output == .jsonl
      records.append(
        isJSON
          ? EarlierRecord(object: line, bytes, judge)
          : EarlierRecord(line: source.string(in: line.range)))
      end = Int(line.range.end) + 1
    }
    return (records, end)
  }
}

/// What a record of an earlier run says.
struct EarlierRecord {
  let isPassing: Bool
  var jobs: UInt64 = 0
  var identity: UInt64?
  /// Whether the budget denied it.
  let isSpent: Bool

  private static let passing = ["allow", "rewrite"]
  private static let spent = "budget-spent"

  fileprivate init(object line: FileLine, _ bytes: [UInt8], _ judge: BlockJudge) {
    let gate = JSONMembers(bytes, in: line.range)?["gate"].flatMap { JSONMembers(bytes, in: $0) }
    isPassing = Self.passing.contains(gate?.text("verdict") ?? "")
    jobs = gate?.number("jobs") ?? 0
    if isPassing, let key = gate?.text("key"), let prompt = gate?.text("prompt") {
      identity = judge.identity(key, of: prompt)
    }
    let refusal = gate?["refusal"].flatMap { JSONMembers(bytes, in: $0) }
    isSpent = refusal?.text("name") == Self.spent
  }

  fileprivate init(_ rows: CSVRows, _ shape: CSVShape) {
    func text(_ name: String) -> String {
      let column = shape.columns.lastIndex(of: name).flatMap { rows.content($0) }
      return column.map { $0.text.string(in: $0.range) } ?? ""
    }
    isPassing = Self.passing.contains(text("gate_verdict"))
    jobs = UInt64(text("gate_jobs")) ?? 0
    isSpent = text("gate_codes").split(separator: " ").contains(Substring(Self.spent))
  }

  fileprivate init(line: String) {
    let cells = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
    isPassing = Self.passing.contains(String(cells[0]))
    isSpent = cells.count > 1 && cells[1].split(separator: " ").contains(Substring(Self.spent))
  }
}
