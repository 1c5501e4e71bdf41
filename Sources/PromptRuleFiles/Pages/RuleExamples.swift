// The examples of a rule folder, for `mjprompt rules test`: do they come out as they are written?

internal import PromptCore
internal import PromptFiles
internal import PromptLint
public import PromptRules
internal import PromptScan
internal import YAML

/// An example that does not come out as it is written.
public struct ExampleFailure: Hashable, Sendable {
  /// The file as it was named.
  public let path: String
  /// The line, from 1.
  public let line: Int
  /// The column, from 1.
  public let column: Int
  /// What it is an example of: `match`, `clean`, `bad`, `good`, `fix`, `unsafe-fix` or `page`.
  public let kind: String
  /// The example as it stands in the file.
  public let text: String
  /// What it says.
  public let expected: String
  /// What comes out.
  public let actual: String
}

/// Runs all examples of a rule folder: those of terms, and the blocks of the pages.
public struct RuleExamples: Sendable {
  /// Those that do not hold, file by file.
  public private(set) var failures: [ExampleFailure] = []
  /// The day as of which the prompts were judged.
  public let day: Day
  /// How many `match:` and `clean:` examples there are.
  public private(set) var termExampleCount = 0
  /// How many pages there are.
  public private(set) var pageCount = 0
  /// How many prompts they mark bad or good.
  public private(set) var promptCount = 0
  /// How many fixes they show.
  public private(set) var fixCount = 0

  /// Runs the examples of the folder at `path`.
  ///
  /// - Parameter day: whose default model is meant; nil for the newest day of the rules themselves,
  ///   so that the same folder gives the same answer on any day.
  /// - Throws: `RuleFileError` when the folder can't be read.
  public init(folder path: String, asOf day: Day? = nil) throws(RuleFileError) {
    let entries = try RuleFolder(path).entries()
    let rules = entries.rules.prepared
    self.day = day ?? rules.date
    let scanner = TermScanner(rules.terms)
    for (index, term) in entries.terms.enumerated() { run(term, index, scanner) }
    for page in entries.pages { run(page, rules) }
  }

  // MARK: Terms

  private mutating func run(_ term: Located<Term>, _ index: Int, _ scanner: TermScanner) {
    let scopes = term.value.scopes
    for (key, isWanted) in [("match", true), ("clean", false)] {
      for node in term.inner(key) {
        termExampleCount += 1
        let scope = scopes.contains(.text) ? TermScopes.text : scopes
        if scanner.finds(index, in: node.scalar ?? "", scope) == isWanted { continue }
        failures.append(
          ExampleFailure(
            path: term.path, line: node.mark.line, column: node.mark.column, kind: key,
            text: node.scalar ?? "",
            expected: isWanted
              ? "`\(term.value.name)` is found" : "`\(term.value.name)` is not found",
            actual: isWanted ? "it is not" : "it is"))
      }
    }
  }
}

extension TermScanner {
  /// Whether the term of that index counts in a text.
  fileprivate func finds(_ term: Int, in text: String, _ scopes: TermScopes) -> Bool {
    var scratch = ScanScratch()
    var result = ScanResult()
    let source = SourceText(text)
    for (_, scope) in TermScopes.names where scopes.contains(scope) {
      scan(source, in: source.range, scope: scope, scratch: &scratch, into: &result)
    }
    return result.matches.contains { $0.term == term }
  }
}

// MARK: Pages

extension RuleExamples {
  private mutating func run(_ entry: Located<CheckPageText>, _ rules: RuleSet) {
    pageCount += 1
    let page: CheckPage
    do { page = try CheckPage(at: entry.path) } catch {
      let notation = error as? NotationError
      return fail(
        entry.path, notation?.line ?? 1, "page", "", "a page that can be read",
        notation?.message ?? "\(error)")
    }
    var options = LintOptions(asOf: day)
    options.target = page.header.target ?? options.target
    options.plan = page.header.plan
    var rules = rules
    rules.terms += page.header.terms
    let linter = Linter(rules: rules, options: options)
    for prompt in page.bad { run(prompt, in: page, "bad", linter) }
    for prompt in page.good { run(prompt, in: page, "good", linter) }
    for pair in page.pairs { run(pair, in: page, linter) }
    checkPromises(page)
  }

  /// A page shows its own check, a way out and the best fix it speaks of.
  private mutating func checkPromises(_ page: CheckPage) {
    let (code, best) = (page.metadata.code, page.pairs.map(\.accepting).max())
    if !page.bad.contains(where: { $0.expectations.contains { $0.code == code } }) {
      fail(page.path, 1, "page", "", "a bad prompt that produces \(code)", "there is none")
    }
    if page.good.isEmpty { fail(page.path, 1, "page", "", "a good prompt", "there is none") }
    if best != page.metadata.fix {
      fail(
        page.path, 1, "page", "",
        "an example of a fix that is \(page.metadata.fix?.name ?? "none")",
        best.map { "the best is \($0.name)" } ?? "there is none")
    }
  }

  private mutating func run(
    _ prompt: MarkedPrompt, in page: CheckPage, _ kind: String, _ linter: Linter
  ) {
    promptCount += 1
    var scratch = ScanScratch()
    let found = linter.lint(prompt.source, scratch: &scratch)
    let isKind = prompt.expectations.isEmpty == (kind == "good")
    if isKind && prompt.expectations.areMet(by: found) { return }
    let expected = isKind ? Self.list(prompt.expectations) : "a \(kind) prompt"
    fail(
      page.path, prompt.line, kind, prompt.written, expected,
      Self.list(found.map(ExpectedDiagnostic.init)))
  }

  private mutating func run(_ pair: CheckPage.Pair, in page: CheckPage, _ linter: Linter) {
    fixCount += 1
    var scratch = ScanScratch()
    let fixed = FixApplier(linter, accepting: pair.accepting)
      .apply(to: pair.before.source, scratch: &scratch).source
    if fixed.bytes == pair.after.bytes { return }
    fail(
      page.path, pair.line, pair.accepting == .safe ? "fix" : "unsafe-fix",
      Self.text(pair.before.source), Self.text(pair.after.source), Self.text(fixed))
  }

  private mutating func fail(
    _ path: String, _ line: Int, _ kind: String, _ text: String, _ expected: String,
    _ actual: String
  ) {
    failures.append(
      ExampleFailure(
        path: path, line: line, column: 1, kind: kind, text: text, expected: expected,
        actual: actual))
  }

  private static func list(_ diagnostics: [ExpectedDiagnostic]) -> String {
    diagnostics.isEmpty ? "nothing" : diagnostics.map(\.description).joined(separator: ", ")
  }

  private static func text(_ source: SourceText) -> String { source.string(in: source.range) }
}
