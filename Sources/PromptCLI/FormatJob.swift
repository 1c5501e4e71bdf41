// One run of `mjprompt fmt`: input by input.

import PromptCommand
import PromptCore
import PromptFiles
import PromptFormat
import PromptLint
import PromptReport
import PromptScan

/// What a run of `mjprompt fmt` is asked to do.
struct FormatSettings {
  let input: InputSettings
  var judgement = JudgementSettings()
  /// Whether files that would change are named and not written.
  var isCheck = false
  /// Whether changes are shown and not written.
  var isDiff = false

  init(input: InputSettings) { self.input = input }
}

/// The state of one run.
struct FormatJob: ~Copyable {
  private var messages = Messages(program: "mjprompt")
  private let settings: FormatSettings
  private var linters: LinterSource
  private var scratch = ScanScratch()
  private var output = OutputWriter.standardOutput()

  private init(_ settings: FormatSettings) throws {
    self.settings = settings
    linters = try LinterSource(settings.judgement)
  }

  /// Does what is asked, and says how the program ends.
  static func run(_ settings: FormatSettings) throws -> ExitStatus {
    var job = try FormatJob(settings)
    try job.run()
    return job.messages.status
  }

  private mutating func run() throws {
    do {
      try settings.input.forEach { input in
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
    messages.report(input.file.problems, in: input.file)
    let bytes = formatted(input.file, try linters.linter(for: input.configurationPath))
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
    let applier = FixApplier(linter, accepting: .safe)
    var changed: [(record: Int, bytes: [UInt8])] = []
    for (index, record) in file.records.enumerated() {
      let fixed = applier.apply(to: record.text, in: record.range, scratch: &scratch) {
        record.suppresses($0.rule)
      }
      let prompt = linter.parse(fixed.source)
      if let normalized = normalizer.normalize(prompt, of: fixed.source) {
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
