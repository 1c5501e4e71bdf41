// `mjprompt lint --format jsonl` of JSONL: block by block, on all cores.

import PromptBatch
import PromptCommand
import PromptCore
import PromptFiles
import PromptLint

/// One input that is linted while it is read.
struct LintStream: Sendable {
  /// A path, or `-`.
  let path: String
  /// The name to show.
  let name: String
  /// The field that holds the prompt.
  let field: String
  let linter: Linter
  /// The least severity that ends with 1.
  let threshold: Severity

  /// Writes the findings to standard output, and says how the program ends.
  ///
  /// - Throws: `FileError` when nothing can be written.
  func run() async throws -> ExitStatus {
    var messages = Messages(program: "mjprompt")
    var output = OutputWriter.standardOutput()
    do {
      var run = try LintRun(path, named: name, field: field)
      try await run.run(linter, workers: FileSystem.processorCount) { block in
        try output.write(block.findings)
        messages.report(block.problems, in: name)
        if let worst = block.worst, worst >= threshold { messages.status.raise(to: .findings) }
      }
    } catch let error as FileError where error.operation == .read {
      messages.report(error)
    }
    try output.flush()
    return messages.status
  }
}
