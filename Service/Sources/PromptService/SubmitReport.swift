// What `mjprompt submit` prints: what was denied at once, the rest in order at the end.

import PromptCommand
import PromptCore
import PromptFiles
import PromptLint
import PromptReport
import PromptRules
import PromptSubmit

/// Writes the records of a run, and keeps how the program ends.
struct SubmitReport: ~Copyable {
  /// How the program ends by what was seen so far.
  var status = ExitStatus.clean
  /// Whether a signal ended the run.
  var isStopped = false
  /// How many records were denied.
  private(set) var denied = 0
  private let isJSON: Bool
  private let isQuiet: Bool
  /// The input as it was named.
  let input: String
  /// The same as the ledger keeps it.
  private let keptInput: String
  private let failures: FailureTexts
  private var output = OutputWriter.standardOutput()
  private let messages = Messages(program: "mjprompt")

  init(_ command: SubmitCommand, keptInput: String, rules: RuleSet) {
    self.keptInput = keptInput
    isJSON = command.json
    isQuiet = command.quiet
    input = command.path == "-" ? command.records.stdinFilename ?? "<stdin>" : command.path ?? ""
    failures = FailureTexts(rules)
  }

  mutating func write(_ text: String) throws(FileError) { try output.write(text) }
  mutating func flush() throws(FileError) { try output.flush() }

  /// Writes a record that isn't sent.
  mutating func deny(_ record: DeniedRecord) throws(FileError) {
    denied += 1
    status.raise(to: .findings)
    if isJSON { return try output.write(record.json(input)) }
    for line in record.lines {
      try output.write("denied\t-\t\(input):\(record.line)\t\(VisibleText.escape(line))\n")
    }
  }

  /// Takes what a run came to.
  mutating func take(_ summary: Submitter.Summary, _ ledger: Ledger) throws {
    switch summary.halt {
    case .unreachable(let reason)?:
      messages.say("the API can't be reached: \(reason); run the same command again to go on")
      status.raise(to: .inputOutput)
    case .turnedAway(let reason)?:
      messages.say("the API turns requests away: \(reason); run the same command again to go on")
      status.raise(to: .refused)
    case nil: break
    }
    for withheld in summary.withheld {
      let place = try ledger.submissions(after: withheld.number - 1, count: 1).first?.place ?? ""
      messages.say("\(place): not sent: \(withheld.reason)")
      status.raise(to: .findings)
    }
  }

  /// Writes the submissions of a run in order.
  mutating func finish(_ ledger: Ledger, run: Int64) throws {
    var last: Int64 = 0
    while true {
      let some = try ledger.submissions(after: last, run: run)
      guard let end = some.last else { break }
      for submission in some { try write(submission) }
      last = end.number
    }
    try output.flush()
    try summarize(try ledger.counts(run: run))
  }

  private mutating func write(_ submission: Submission) throws {
    let failure = submission.state == .failed ? failures.failure(submission) : nil
    if isJSON { return try output.write(submission.json(failure)) }
    let task = submission.task.map { "\($0)" } ?? "-"
    let detail = failure?.text ?? submission.detail ?? ""
    try output.write(
      "\(submission.state)\t\(task)\t\(place(of: submission))\t\(VisibleText.escape(detail))\n")
  }

  /// Where a record is, by the name that the input was given by.
  private func place(of submission: Submission) -> String {
    submission.plan.input == keptInput ? "\(input):\(submission.plan.line)" : submission.place
  }

  private mutating func summarize(_ counts: [SubmissionState: Int]) throws {
    if counts[.unknown] != nil { status.raise(to: .unknown) }
    if counts[.refused] != nil || counts[.failed] != nil { status.raise(to: .refused) }
    if isStopped, counts[.planned] != nil { status.raise(to: .inputOutput) }
    if isQuiet { return }
    let words = SubmissionState.allCases.compactMap { state in
      counts[state].map { "\($0) \(state.rawValue)" }
    }
    messages.say((words + (denied > 0 ? ["\(denied) denied"] : [])).joined(separator: ", "))
    if counts[.unknown] != nil {
      messages.say(
        "unknown: the API may have accepted these; run again to look for them, or look yourself "
          + "before --resend-unknown")
    }
  }
}
