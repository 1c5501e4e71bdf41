// The files of a batch: FILE.part while it is written, FILE when it is whole, FILE.gate about both.

import PromptBatch
import PromptCommand
import PromptCore
import PromptFiles
import PromptLint
import PromptRuleFiles
import PromptRules

/// Where a batch is written.
struct BatchOutput {
  /// The file when it is whole.
  let path: String
  /// The file until then.
  var unfinished: String { path + ".part" }
  /// What says what it was made with.
  var ticket: String { path + ".gate" }

  init(_ path: String) { self.path = path }

  /// Makes what an earlier run left the unfinished file; false when there is nothing.
  ///
  /// - Throws: `CommandFailure` when it was made in another way.
  func reopen(by ticket: BatchTicket) throws -> Bool {
    let isUnfinished = try FileSystem.kind(of: unfinished) == .file
    guard try isUnfinished || FileSystem.kind(of: path) == .file else { return false }
    guard try FileSystem.kind(of: self.ticket) == .file else {
      throw CommandFailure(
        "\(self.ticket) is missing, so nobody knows what \(path) was made with; run without --resume",
        .usage)
    }
    try ticket.compare(with: try FileSystem.read(self.ticket, limit: 1 << 20), self.ticket)
    if !isUnfinished { try FileSystem.move(path, to: unfinished) }
    return true
  }
}

/// What decides on the verdicts of a batch, in a form that can be compared.
struct BatchTicket {
  /// The parts by name, in order.
  private let parts: [(name: String, value: String)]

  /// What decides on the verdicts of `input` by a gate.
  init(_ gate: Gate, _ batch: BatchSettings, input: String) throws(FileError) {
    let options = gate.linter.options
    parts = [
      ("version", ToolVersion.current),
      ("rules", gate.linter.rules.name),
      ("as-of", options.asOf.text),
      ("options", Self.hash(Self.words(options, gate.policy) + Self.words(batch))),
      ("input", input == "-" ? "<stdin>" : FileSystem.resolved(input) ?? input),
      ("content", try Self.content(input)),
    ]
  }

  /// The parts as JSON.
  var bytes: [UInt8] {
    var json = JSONWriter(indented: true)
    json.beginObject()
    for part in parts {
      json.key(part.name)
      json.value(part.value)
    }
    json.endObject()
    json.newline()
    return json.takeBytes()
  }

  /// - Throws: `CommandFailure` when an earlier ticket says something else.
  func compare(with bytes: [UInt8], _ path: String) throws(CommandFailure) {
    let earlier = JSONMembers(bytes, in: ByteRange(0, bytes.count))
    for part in parts {
      let old = earlier?.text(part.name) ?? "nothing"
      if old == part.value { continue }
      throw CommandFailure(
        "can't go on: \(path) says \(part.name) \(old), and it is \(part.value) now; "
          + "use the same, or run without --resume", .usage)
    }
  }
}

extension BatchTicket {
  private static func hash(_ words: [String]) -> String {
    var hash = ContentHash()
    for word in words { hash.add(Array(word.utf8)) }
    return hash.text
  }

  private static func words(_ options: LintOptions, _ policy: GatePolicy) -> [String] {
    var words = [
      "\(options.model ?? -1)", options.target, options.plan ?? "", options.profile,
      "\(options.select)", "\(options.ignore)", "\(options.allowedText)",
      policy.deny.name, policy.sensitive.name, policy.review?.name ?? "", "\(policy.rewrite)",
      "\(policy.jobs ?? 0)",
    ]
    words += options.severities.map { "\($0.selector) \($0.severity.name)" } + ["actions"]
    words += policy.actions.map { "\($0.selector) \($0.action.rawValue)" } + ["presets"]
    return words + options.presets.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
  }

  private static func words(_ batch: BatchSettings) -> [String] {
    [
      batch.input.rawValue, batch.output.rawValue, batch.field, "\(batch.budget ?? 0)",
      "\(batch.isStateless)",
    ]
  }

  /// The size of a file and a hash of its beginning; of standard input nothing can be said.
  private static func content(_ path: String) throws(FileError) -> String {
    if path == "-" { return "unknown" }
    var input = try FileInput(path, chunkSize: 1 << 16)
    guard let size = input.size else { return "unknown" }
    var head: [UInt8] = []
    _ = try input.read(onto: &head)
    var hash = ContentHash()
    hash.add(head)
    return "\(size) bytes, \(hash.text)"
  }
}
