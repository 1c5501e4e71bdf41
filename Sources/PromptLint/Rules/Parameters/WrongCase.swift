// MJ205: a parameter's name in capitals.

internal import PromptCore
internal import PromptRules

/// `--AR`: names are documented in lower case; older pages say that case does not matter.
struct WrongCase: Rule {
  let metadata = RuleMetadata(
    code: "MJ205", name: "wrong-case", severity: .information, fix: .safe)
  let interest = RuleInterest(.unusual)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for (parameter, _) in context.knownParameters {
      let name = context.text(parameter.name)
      let lower = name.lowercased()
      guard name.utf8.contains(where: { 0x41...0x5A ~= $0 }) else { continue }
      sink.report(
        metadata, at: parameter.name, "`--\(name)` is documented in lower case only",
        help: "write `--\(lower)`",
        fixes: [FixIt("write `--\(lower)`", .safe, [TextEdit(parameter.name, lower)])])
    }
  }
}
