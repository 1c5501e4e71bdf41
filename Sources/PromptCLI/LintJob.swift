// One run of `mjprompt lint`: input by input, report by report.

import PromptCommand
import PromptCore
import PromptFiles
import PromptLint
import PromptReport
import PromptRuleFiles
import PromptScan

/// The state of one run.
struct LintJob: ~Copyable {
  private var messages = Messages(program: "mjprompt")
  private let settings: LintSettings
  private var linters: LinterSource
  private var scratch = ScanScratch()
  private var output = OutputWriter.standardOutput()
  private var reporter: any Reporter
  private var summary = Summary()
  private var statistics = Statistics()
  /// The least severity that ends with 1, for the file at hand.
  private var threshold = Severity.warning
  /// Whether standard output carries prompts, so that findings go to standard error.
  private let isOutputTaken: Bool

  private init(_ settings: LintSettings) throws {
    self.settings = settings
    linters = try LinterSource(settings.judgement)
    let isFixing = settings.accepted != nil && !settings.isDiff
    isOutputTaken = isFixing && settings.input.writesToOutput
    reporter = settings.output.reporter(settings.format, for: isOutputTaken ? 2 : 1)
  }

  /// Does what is asked, and says how the program ends.
  static func run(_ settings: LintSettings) throws -> ExitStatus {
    var job = try LintJob(settings)
    if settings.isShowingChoices {
      try job.showChoices()
    } else {
      try job.run()
    }
    return job.messages.status
  }

  private mutating func run() throws {
    if isReporting { try emit { $0.begin(&$1) } }
    let isComplete = try lintInputs()
    if isReporting { try emit { $0.end(&$1) } }
    if isComplete { try conclude() }
    try output.flush()
  }

  /// Shows what is decided for the first path, or for the current folder.
  private mutating func showChoices() throws {
    let path = settings.input.paths.first.flatMap { $0 == "-" ? settings.input.stdinFilename : $0 }
    var judgement = try linters.judgement(for: path)
    if let given = settings.threshold { judgement.choices.failOn = Choice(given, "--fail-on") }
    let table = ChoiceTable(judgement).table
    let isText = settings.format == .text || settings.format == .concise
    try output.write(isText ? Array(table.text.utf8) : table.json)
    try output.flush()
  }

  /// Lints input by input; false when a configuration that can't be used ended that early.
  private mutating func lintInputs() throws -> Bool {
    do {
      let form: PromptFile.Format? = isStreaming ? .jsonl : nil
      try settings.input.narrowed(by: &linters).forEach(leavingUnread: form) { input in
        switch input {
        case .prompts(let input): try lint(input)
        case .unread(let path): try stream(path)
        case .failure(let error): messages.report(error)
        }
      }
      return true
    } catch let failure as CommandFailure {
      messages.report(failure)
      return false
    }
  }

  private var isReporting: Bool { !settings.isStatistics && !settings.isDiff }

  /// Whether JSONL goes block by block through all cores.
  private var isStreaming: Bool {
    isReporting && settings.accepted == nil && settings.format == .jsonl
  }

  /// Lints JSONL that may have any length.
  private mutating func stream(_ path: String) throws {
    let (name, configuration) = settings.input.names(of: path)
    let judgement = try linters.judgement(for: configuration)
    let stream = LintStream(
      path: path, name: name, field: settings.input.field, linter: judgement.linter,
      threshold: settings.threshold ?? judgement.choices.failOn?.value ?? .warning)
    try output.flush()
    messages.status.raise(to: try Waiting.result { try await stream.run() })
  }

  private mutating func lint(_ input: PromptInput) throws {
    messages.report(input.file.problems, in: input.file.path)
    nameUnknownSuppressions(input.file)
    let judgement = try linters.judgement(for: input.configurationPath)
    threshold = settings.threshold ?? judgement.choices.failOn?.value ?? .warning
    let linter = judgement.linter
    guard let accepted = settings.accepted else {
      return try report(ReportedFile(input.file, diagnostics(input.file, linter)))
    }
    let fixed = fixes(input.file, FixApplier(linter, accepting: accepted))
    let bytes = input.file.replacing(fixed)
    if settings.isDiff { return try showDiff(input, bytes) }
    let isWritten = try write(bytes, of: input)
    let file = isWritten ? input.file.reread(bytes) : input.file
    try report(ReportedFile(file, diagnostics(file, linter)))
  }

  /// Says which comments name checks that don't exist; they keep nothing quiet.
  private func nameUnknownSuppressions(_ file: PromptFile) {
    for suppression in file.records.flatMap(\.suppressions) {
      for selector in suppression.rules where !RuleCatalog.isSelector(selector) {
        let hint = Suggestion.hint(for: selector, in: RuleCatalog.selectors)
        messages.say("\(file.path):\(suppression.line): there is no check `\(selector)`\(hint)")
      }
    }
  }

  private mutating func diagnostics(_ file: PromptFile, _ linter: Linter) -> [[Diagnostic]] {
    file.records.map { record in
      let found = linter.lint(record.text, in: record.range, scratch: &scratch)
      if record.suppressions.isEmpty { return found }
      return found.filter { !record.suppresses($0.rule) }
    }
  }
}

// MARK: Fixing

extension LintJob {
  /// The prompts that fixes change.
  private mutating func fixes(
    _ file: PromptFile, _ applier: FixApplier
  ) -> [(record: Int, bytes: [UInt8])] {
    var changed: [(record: Int, bytes: [UInt8])] = []
    for (index, record) in file.records.enumerated() {
      let fixed = applier.apply(to: record.text, in: record.range, scratch: &scratch) {
        record.suppresses($0.rule)
      }
      if fixed.source.bytes[...] != record.bytes { changed.append((index, fixed.source.bytes)) }
    }
    return changed
  }

  private mutating func showDiff(_ input: PromptInput, _ bytes: [UInt8]) throws {
    let diff = UnifiedDiff(path: input.file.path, old: input.file.source.bytes, new: bytes)
    if !diff.bytes.isEmpty { messages.status.raise(to: .findings) }
    try output.write(diff.bytes)
  }

  /// Writes a fixed file back, or to standard output when it is no file; false when the file
  /// can't be written and stays as it is.
  private mutating func write(_ bytes: [UInt8], of input: PromptInput) throws -> Bool {
    if let path = input.path {
      return bytes == input.file.source.bytes || messages.replace(path, with: bytes)
    }
    try output.write(bytes)
    if input.isArgument { try output.write("\n") }
    try output.flush()
    return true
  }
}

// MARK: Reporting

extension LintJob {
  private mutating func report(_ file: ReportedFile) throws {
    summary.add(file)
    statistics.add(file)
    for finding in file.diagnostics.joined() where finding.severity >= threshold {
      messages.status.raise(to: .findings)
    }
    if isReporting { try emit { $0.report(file, to: &$1) } }
  }

  private mutating func emit(_ body: (inout any Reporter, inout [UInt8]) -> Void) throws {
    var bytes: [UInt8] = []
    body(&reporter, &bytes)
    try send(bytes)
  }

  private mutating func send(_ bytes: [UInt8]) throws {
    guard isOutputTaken else { return try output.write(bytes) }
    var error = OutputWriter.standardError()
    try error.write(bytes)
    try error.flush()
  }

  private mutating func conclude() throws {
    if settings.isStatistics {
      let isText = settings.format == .text || settings.format == .concise
      try send(isText ? Array(statistics.text.utf8) : statistics.json)
    } else if isReporting, settings.format == .text, !settings.output.quiet {
      try send(Array((summary.text + "\n").utf8))
    }
  }
}
