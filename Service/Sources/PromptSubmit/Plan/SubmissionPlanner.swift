// An input → submissions in the ledger, all of it or nothing; what may not be sent is reported and left out.

internal import Crypto
internal import PromptBatch
public import PromptCore
public import PromptFiles
public import PromptLint
internal import PromptScan

/// What submissions of an input have in common.
public struct PlanSettings: Sendable {
  /// The name of the input, as it is kept: an absolute path, or `<stdin>`.
  public var input: String
  /// How records stand in it.
  public var format: PromptFile.Format
  /// The field that holds the prompt.
  public var field = "prompt"
  /// The field that holds the id.
  public var idField = "id"
  /// The field `type` of requests that no prompt and no record says otherwise of, or nil.
  public var type: String?
  /// Where the API reports, or nil.
  public var webhook: WebAddress?
  /// Images that go with every prompt.
  public var images: [String] = []
  /// The most submissions, or nil.
  public var budget: UInt64?
  /// Whether ids that are there already begin anew.
  public var isAgain = false
  /// Whether the input must be known already.
  public var mustBeKnown = false

  /// Settings for an input of that name.
  public init(input: String, format: PromptFile.Format) {
    self.input = input
    self.format = format
  }
}

/// A record that isn't sent, and why.
public struct DeniedRecord: Sendable {
  /// Its line.
  public let line: Int
  /// The prompt that was judged, or the record's.
  public let text: SourceText
  /// Why.
  public let reason: Reason

  /// Why a record isn't sent.
  public enum Reason: Sendable {
    /// The record can't be read.
    case unreadable(String)
    /// It can't be prepared.
    case preparation(PreparationRefusal)
    /// It was judged, and may not be sent.
    case denial(PromptDenial)
    /// A field or an image of it is wrong; what and why.
    case field(name: String, String)
    /// The budget of the run is spent.
    case budget(UInt64)
  }
}

/// Plans the submissions of an input.
public struct SubmissionPlanner: Sendable {
  private let settings: PlanSettings
  private let validation: PromptValidation
  private let preparation: PromptPreparation

  /// A planner; nil when the rules don't know the gate's target.
  public init?(_ settings: PlanSettings, gate: Gate) {
    guard let preparation = PromptPreparation(gate) else { return nil }
    self.settings = settings
    self.preparation = preparation
    validation = PromptValidation(gate)
  }

  /// The SHA-256 of a file, in hexadecimal.
  ///
  /// - Throws: `FileError`.
  /// - Complexity: O(n), with little memory.
  public static func hash(of path: String) throws(FileError) -> String {
    var hash = SHA256()
    try FileSystem.forEachPiece(of: path) { hash.update(data: $0) }
    return SHA256Text.text(of: hash.finalize())
  }

  /// Goes through the file at `path`, calls `plan` with each submission and `deny` with what may not be
  /// sent. A record is sent whole or not at all.
  ///
  /// - Throws: `FileError`, `FileProblem` for a table without the column, and what the calls throw.
  /// - Complexity: O(n), holding one record and one block of the input.
  public func run(
    _ path: String, hash: String, plan: (PlannedSubmission) throws -> Void,
    deny: (DeniedRecord) throws -> Void
  ) throws {
    var reader = try RecordReader(path, format: settings.format, field: settings.field)
    var work = PlanWork()
    while true {
      do {
        guard let record = try reader.next() else { return }
        if let reason = try take(record, hash, &work, plan) {
          try deny(DeniedRecord(line: record.line, text: work.text ?? record.text, reason: reason))
        }
      } catch let problem as FileProblem {
        try deny(
          DeniedRecord(
            line: problem.location.line, text: SourceText([]), reason: .unreadable(problem.message))
        )
      }
    }
  }
}

/// The state of a run of the planner.
private struct PlanWork: ~Copyable {
  var scratch = ScanScratch()
  var images = ImageCache()
  var jobs: UInt64 = 0
  var isSpent = false
  /// The prompt that was denied.
  var text: SourceText?
}

extension SubmissionPlanner {
  /// Judges all that a record stands for, then plans it; returns why it may not be sent.
  private func take(
    _ record: BatchRecord, _ hash: String, _ work: inout PlanWork,
    _ plan: (PlannedSubmission) throws -> Void
  ) throws -> DeniedRecord.Reason? {
    work.text = nil
    let base: PlannedSubmission
    switch head(record, hash, &work.images) {
    case .success(let head): base = head
    case .failure(let wrong): return .field(name: wrong.name, wrong.reason)
    }
    do {
      let count = try judge(record, base.type, &work)
      if let budget = settings.budget {
        work.isSpent = work.isSpent || count > budget - min(budget, work.jobs)
        if work.isSpent { return .budget(budget) }
      }
      work.jobs += count
      try judgeAndPlan(record, base, count, &work, plan)
      return nil
    } catch let refusal as PreparationRefusal {
      return .preparation(refusal)
    } catch let denied as PromptDenied {
      return .denial(denied.denial)
    }
  }

  /// How many submissions a record makes, all of which may be sent.
  private func judge(
    _ record: BatchRecord, _ type: String?, _ work: inout PlanWork
  ) throws -> UInt64 {
    var count: UInt64 = 0
    try preparation.forEach(record.source, in: record.range, type: type) { prepared in
      work.text = prepared.text
      _ = try validation.check(prepared.text, scratch: &work.scratch).get()
      count += prepared.repetitions
    }
    let most = min(validation.gate.policy.jobs ?? .max, PromptPreparation.mostJobs)
    if count > most { throw PreparationRefusal.tooMany(count, allowed: most) }
    return count
  }

  private func judgeAndPlan(
    _ record: BatchRecord, _ base: PlannedSubmission, _ count: UInt64, _ work: inout PlanWork,
    _ plan: (PlannedSubmission) throws -> Void
  ) throws {
    var part = 0
    try preparation.forEach(record.source, in: record.range, type: base.type) { prepared in
      let prompt = try validation.check(prepared.text, scratch: &work.scratch).get()
      for _ in 0..<prepared.repetitions {
        part += 1
        var submission = base
        if count > 1 { submission.key += "/\(part)" }
        submission.prompt = prompt.text
        submission.target = prompt.target
        submission.type = prepared.type
        try plan(submission)
      }
    }
  }

  // MARK: Fields

  private struct WrongField: Error {
    let name: String
    let reason: String
  }

  /// What a record says beside its prompt.
  private func head(
    _ record: BatchRecord, _ hash: String, _ images: inout ImageCache
  ) -> Result<PlannedSubmission, WrongField> {
    let id = record.text(settings.idField)
    if let id, id.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      return .failure(WrongField(name: settings.idField, reason: "an id has no control characters"))
    }
    var webhook = settings.webhook
    if let text = record.text("webhook") {
      do throws(WebAddress.Refusal) {
        webhook = try WebAddress(text)
      } catch {
        return .failure(WrongField(name: "webhook", reason: error.rawValue))
      }
    }
    let type = record.text("type") ?? settings.type
    if let type, !SubmissionType.isKnown(type) {
      return .failure(WrongField(name: "type", reason: SubmissionType.remedy))
    }
    let paths = settings.images + (record.fields["images"] ?? []).filter { !$0.isEmpty }
    return images.files(paths).mapError { WrongField(name: "images", reason: $0.description) }
      .map { files in
        PlannedSubmission(
          key: id ?? "\(hash.prefix(16)):\(record.line)", isByLine: id == nil,
          input: settings.input, line: record.line, prompt: "", target: "", type: type,
          images: files, webhook: webhook?.text)
      }
  }
}

/// The values of the field `type` that the API documents.
public enum SubmissionType {
  /// All of them.
  public static let all = ["FAST", "NORMAL"]
  static func isKnown(_ text: String) -> Bool { all.contains(text) }
  static let remedy = "the type is one of \(all.joined(separator: ", "))"
}

extension BatchRecord {
  fileprivate var text: SourceText { SourceText(Array(source.bytes[range.indices])) }
}
