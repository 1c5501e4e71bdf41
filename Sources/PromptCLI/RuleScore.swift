// `mjprompt rules score`: precision and recall of the sensitive lists.

import ArgumentParser
import PromptCommand
import PromptFiles
import PromptReport
import PromptRuleFiles
import PromptRules
import PromptScan

/// Scores profiles over labelled texts.
struct Score: ParsableCommand {
  /// How tables are written.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json
  }

  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Measure the sensitive lists: precision and recall over texts that are labelled.",
    discussion: """
      A file of .jsonl, .json, .csv or .tsv holds records with a field text, word, match or prompt, and \
      label (safe, unsafe), or a grade: severity, or columns of one digit, where 0 says harmless. A \
      row of the table is a category or a grade of the file; a file without them gets a row for \
      each category of terms. char_offsets name the characters that make a text unsafe. Other files \
      hold a text a line, and --expect says what they are. Each text is scanned as the text of a \
      prompt; nothing in it is a parameter.
      """)

  @Argument(help: "Files of labelled texts, graded words, or plain words.", completion: .file())
  var files: [String]

  @Option(help: "A profile; may be given again. All profiles of the rules if none is.")
  var profile: [String] = []

  @Option(help: "What lines, and records that don't say, should be: unsafe, safe.")
  var expect: ScoreExpectation?

  @Option(
    help: ArgumentHelp(
      "Score a file of words beside them, one a line; may be given again.", valueName: "list"))
  var beside: [String] = []

  @Option(
    help: ArgumentHelp(
      "Score another tool, by a file with 1 or 0 a line for each text; may be given again.",
      valueName: "name=file"))
  var predictions: [String] = []

  @Option(help: "The form of the tables: text, markdown, json.")
  var format: Form = .text

  @Flag(help: "List the errors in safe texts, and no tables.")
  var alarms = false

  @Flag(help: "Print the texts as JSONL, as other tools must judge them, and score nothing.")
  var texts = false

  @Option(help: ArgumentHelp("Score the rules of this folder or image.", valueName: "path"))
  var rules: String?

  func run() throws {
    var messages = Messages(program: "mjprompt")
    let files = try files.compactMap { try read($0, &messages) }
    var output = OutputWriter.standardOutput()
    if texts {
      for file in files { try output.write(ScoreReport.texts(of: file)) }
    } else {
      let tables = try tables(of: files)
      try output.write(alarms ? ScoreReport.alarms(tables) : ScoreReport.bytes(tables, format))
    }
    try output.flush()
    if messages.status != .clean { throw ExitCode(messages.status.rawValue) }
  }

  /// The texts of a file; nil when it can't be read.
  private func read(_ path: String, _ messages: inout Messages) throws -> ScoredFile? {
    let bytes: [UInt8]
    do { bytes = try FileSystem.read(path) } catch {
      messages.report(error)
      return nil
    }
    let file = ScoredFile(path: path, bytes: bytes, expecting: expect)
    guard let first = file.problems.first else { return file }
    throw CommandFailure("\(path):\(first)", .usage)
  }
}

// MARK: - Judges

extension Score {
  private func tables(of files: [ScoredFile]) throws -> [ScoreTable] {
    let judges = try judges()
    let count = files.reduce(0) { $0 + $1.texts.count }
    for judge in judges where judge.predictionCount ?? count != count {
      throw CommandFailure(
        "\(judge.name) has \(judge.predictionCount ?? 0) predictions for \(count) texts", .usage)
    }
    var first = 0
    return files.map { file in
      defer { first += file.texts.count }
      return ScoreTable(file, by: judges, first: first)
    }
  }

  private func judges() throws -> [ScoreJudge] {
    var settings = JudgementSettings()
    settings.rules = rules
    let rules = try LinterSource(settings).rules
    let profiles = try profile.map { name in
      guard let known = rules.profile(name) else {
        throw CommandFailure.unknown("profile", name, rules.profiles.map(\.id))
      }
      return known
    }
    let own = (profiles.isEmpty ? rules.profiles : profiles).map { ScoreJudge($0, of: rules.terms) }
    return try own
      + beside.map {
        ScoreJudge(words: try FileSystem.read($0), named: Self.name(of: $0))
      } + predictions.map(Self.predictions)
  }

  /// The name of a file without folders and ending.
  private static func name(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.split(separator: ".").first ?? name)
  }

  private static func predictions(_ option: String) throws -> ScoreJudge {
    let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw CommandFailure("--predictions takes name=file, not `\(option)`", .usage)
    }
    let lines = try FileSystem.read(parts[1]).split { $0 == 0x0A || $0 == 0x0D }
    let flags = try lines.enumerated().map { index, line in
      guard line.count == 1, let digit = line.first, digit == 0x30 || digit == 0x31 else {
        throw CommandFailure("\(parts[1]):\(index + 1): expected 1 or 0", .usage)
      }
      return digit == 0x31
    }
    return ScoreJudge(predictions: flags, named: parts[0])
  }
}
