// One run of `mjprompt fmt`: input by input.

import PromptCommand
import PromptCore
import PromptFiles
import PromptFormat
import PromptLint
import PromptReport
import PromptRules
import PromptScan

/// What a run of `mjprompt fmt` is asked to do.
struct FormatSettings {
  let input: InputSettings
  var judgement = JudgementSettings()
  /// Whether files that would change are named and not written.
  var isCheck = false
  /// Whether changes are shown and not written.
  var isDiff = false
  /// The model that prompts are rewritten for, or nil.
  var to: String?
  /// Whether the keys of prompts are printed, and nothing is written.
  var isKey = false

  init(input: InputSettings) {
    self.input = input
    judgement.usesCache = true
  }
}

/// The state of one run.
struct FormatJob: ~Copyable {
  private var messages = Messages(program: "mjprompt")
  private let settings: FormatSettings
  private var linters: LinterSource
  private var scratch = ScanScratch()
  private var output = OutputWriter.standardOutput()
  /// The model that prompts are rewritten for, or nil.
  private let model: Int?

  private init(_ settings: FormatSettings, _ linters: LinterSource, to model: Int?) {
    self.settings = settings
    self.linters = linters
    self.model = model
  }

  /// Does what is asked, and says how the program ends.
  static func run(_ settings: FormatSettings) throws -> ExitStatus {
    if settings.isKey, settings.to != nil || settings.isCheck || settings.isDiff {
      throw CommandFailure("--key prints keys; --to, --check and --diff don't go with it", .usage)
    }
    let linters = try LinterSource(settings.judgement)
    let model = try settings.to.map { try linters.model(named: $0) }
    var job = FormatJob(settings, linters, to: model)
    try job.run()
    return job.messages.status
  }

  private mutating func run() throws {
    do {
      try settings.input.narrowed(by: &linters).forEach { input in
        switch input {
        case .success(let input): try format(input)
        case .failure(let error): messages.report(error)
        }
      }
    } catch let failure as CommandFailure {
      messages.report(failure)
    }
    try output.flush()
  }

  private mutating func format(_ input: PromptInput) throws {
    messages.report(input.file.problems, in: input.file.path)
    let linter = try linters.judgement(for: input.configurationPath).linter
    if settings.isKey { return try writeKeys(input.file, linter) }
    let bytes = formatted(input.file, linter)
    let isChanged = bytes != input.file.source.bytes
    if settings.isCheck || settings.isDiff {
      if isChanged { messages.status.raise(to: .findings) }
      return try preview(input.file, bytes, isChanged)
    }
    if let path = input.path {
      if isChanged { _ = messages.replace(path, with: bytes) }
    } else {
      try output.write(bytes)
      if input.isArgument { try output.write("\n") }
    }
  }

  private mutating func preview(_ file: PromptFile, _ bytes: [UInt8], _ isChanged: Bool) throws {
    if settings.isDiff {
      try output.write(UnifiedDiff(path: file.path, old: file.source.bytes, new: bytes).bytes)
    } else if isChanged {
      try output.write("would reformat \(VisibleText.escape(file.path))\n")
    }
  }

  /// The file with every whole prompt in canonical form; the others are named.
  private mutating func formatted(_ file: PromptFile, _ linter: Linter) -> [UInt8] {
    let normalizer = Normalizer(rules: linter.rules)
    var changed: [(record: Int, bytes: [UInt8])] = []
    for (index, record) in file.records.enumerated() {
      let source = repaired(record, at: "\(file.path):\(record.line)", linter)
      if let normalized = normalizer.normalize(linter.parse(source), of: source) {
        let bytes = Array(normalized.text.utf8)
        if bytes[...] != record.bytes { changed.append((index, bytes)) }
      } else {
        messages.say("\(file.path):\(record.line): left as it is; see mjprompt lint")
        messages.status.raise(to: .findings)
      }
    }
    return file.replacing(changed)
  }
}

// MARK: One prompt

extension FormatJob {
  /// The prompt after its safe fixes, and rewritten for the new model when one is asked for.
  private mutating func repaired(
    _ record: PromptRecord, at place: String, _ linter: Linter
  ) -> SourceText {
    guard let model else {
      return FixApplier(linter, accepting: .safe)
        .apply(to: record.text, in: record.range, scratch: &scratch) {
          record.suppresses($0.rule)
        }.source
    }
    let migrated = Migrator(linter, to: model)
      .migrate(record.text, in: record.range, scratch: &scratch) { record.suppresses($0.rule) }
    for change in migrated.changes {
      let reason = change.reason.map { " (\($0))" } ?? ""
      messages.say("\(place): \(change.applicability.name): \(change.message)\(reason)")
    }
    for finding in migrated.remaining where finding.severity >= .warning {
      messages.say("\(place): still \(finding.rule.code): \(finding.message)")
      messages.status.raise(to: .findings)
    }
    return migrated.source
  }

  /// Prints the key of each prompt after its safe fixes, one a line.
  private mutating func writeKeys(_ file: PromptFile, _ linter: Linter) throws {
    let usual = linter.rules.models.defaultIndex(on: linter.options.asOf)
    let maker = KeyMaker(rules: linter.rules, model: linter.options.model ?? usual)
    for record in file.records {
      let source = repaired(record, at: "\(file.path):\(record.line)", linter)
      try output.write(maker.key(linter.parse(source), of: source).text + "\n")
    }
  }
}
