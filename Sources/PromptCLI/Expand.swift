// `mjprompt expand`: the prompts that `{…}` groups stand for.

import ArgumentParser
import PromptCommand
import PromptCore
import PromptFiles
import PromptRules

/// Prints the prompts that permutations stand for.
struct Expand: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the prompts that {a, b} groups stand for, one a line.",
    discussion: """
      The service makes a job of each and bills it. A prompt that stands for more than 10,000 is \
      an error unless --limit says how many to print; the others are printed nevertheless.
      """)

  /// The most prompts that one prompt may stand for without `--limit`.
  static let defaultMaximum: UInt64 = 10_000

  @OptionGroup(title: "Input") var input: InputOptions

  @Flag(help: "Print only how many there are, for each prompt.")
  var count = false

  @Option(help: "Print at most this many of each prompt.")
  var limit: UInt64?

  func run() throws {
    var messages = Messages(program: "mjprompt")
    var output = OutputWriter.standardOutput()
    let vocabulary = try EmbeddedRules.facts().parameters.vocabulary
    try input.settings.forEach { input in
      switch input {
      case .success(let input):
        messages.report(input.file.problems, in: input.file.path)
        try expand(input.file, by: vocabulary, to: &output, &messages)
      case .failure(let error): messages.report(error)
      }
    }
    try output.flush()
    if messages.status != .clean { throw ExitCode(messages.status.rawValue) }
  }

  private func expand(
    _ file: PromptFile, by vocabulary: ParameterVocabulary, to output: inout OutputWriter,
    _ messages: inout Messages
  ) throws {
    for record in file.records {
      let prompt = Parser.parse(record.text, in: record.range, vocabulary: vocabulary)
      let expansion = PermutationExpansion(prompt, of: record.text)
      if count || limit != nil || expansion.count <= Self.defaultMaximum {
        try write(expansion, to: &output)
      } else {
        messages.report(Self.excess(expansion, at: "\(file.path):\(record.line)"))
      }
    }
  }

  private static func excess(
    _ expansion: PermutationExpansion, at place: String
  ) -> CommandFailure {
    CommandFailure(
      "\(place): this prompt stands for \(expansion.count) prompts; say how many with --limit",
      .usage)
  }

  private func write(
    _ expansion: PermutationExpansion, to output: inout OutputWriter
  ) throws(FileError) {
    if count {
      let isExact = expansion.count < .max
      return try output.write("\(expansion.count)\(isExact ? "" : " or more")\n")
    }
    for index in 0..<min(expansion.count, limit ?? .max) {
      let line = expansion[index].bytes.map { $0 == UInt8(ascii: "\n") ? 0x20 : $0 }
      try output.write(line + [UInt8(ascii: "\n")])
    }
  }
}
