// `mjprompt explain`: the page of a check.

import ArgumentParser
import PromptCommand
import PromptCore
import PromptFiles
import PromptLint
import PromptRules

/// Prints the page of a check.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain a check: what, why, example, remedy, source.")

  @Argument(help: "A code such as MJ203, or a name such as value-out-of-range.")
  var check: String

  func run() throws {
    guard let metadata = RuleCatalog.metadata(check) else {
      throw CommandFailure.unknown("check", check, RuleCatalog.selectors)
    }
    let page = try EmbeddedRules.all().pages.first { $0.code == metadata.code }
    var output = OutputWriter.standardOutput()
    try output.write(page?.body ?? "\(metadata.code) \(metadata.name) has no page\n")
    try output.flush()
  }
}

/// The embedded rules.
enum EmbeddedRules {
  /// With their pages and sources.
  static func all() throws -> RuleSet { try load(withPages: true) }

  /// Without them.
  static func facts() throws -> RuleSet { try load(withPages: false) }

  private static func load(withPages: Bool) throws -> RuleSet {
    do { return try RuleSet(.embedded, withPages: withPages) } catch {
      throw CommandFailure("the embedded rules can't be used: \(error)", .usage)
    }
  }
}
