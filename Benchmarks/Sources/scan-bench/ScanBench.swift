// scan-bench MODE PROMPTS LIST: sets an engine up, then reads numbers from standard input, judges that
// many of the prompts for each and prints a line of JSON.
//
// MODE is plain (case folding alone), full (all disguises) or lint; -file takes the prompts as ranges of
// one source, -best takes the machine's best kernel instead of the portable one, -inside makes the source of each prompt in the measured loop, and otherwise each prompt has
// a source that was made before. LIST is a file or the word `default` for the embedded rules.

import CClock
import PromptCore
import PromptLint
import PromptRules
import PromptScan

@main struct ScanBench {
  let name: String
  let mode: String
  let variant: String
  let prompts: Prompts
  let list: String

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count == 3 else {
      print("usage: scan-bench plain|full|lint[-file|-inside|-best] PROMPTS LIST|default")
      return
    }
    let parts = arguments[0].split(separator: "-").map(String.init)
    let variant = parts.count > 1 ? parts[1] : ""
    let prompts = try Prompts(file: arguments[1], isWhole: variant == "file")
    try ScanBench(
      name: arguments[0], mode: parts[0], variant: variant, prompts: prompts, list: arguments[2]
    ).run()
  }

  func run() throws {
    let rules = try RuleSet(.embedded)
    if mode == "lint" {
      let options = LintOptions(asOf: rules.date)
      let (linter, setup) = build(rules.terms) { _ in Linter(rules: rules, options: options)
      }
      return answer(LintEngine(linter), setup)
    }
    let terms = list == "default" ? rules.terms : try TermList(file: list)
    let kernel: ScanKernel = variant == "best" ? .best : .portable
    let folding = Folding(rawValue: mode) ?? .full
    let (scanner, setup) = build(terms) { folding.scanner($0) }
    if variant == "inside" { return answer(SourceMakingEngine(ScanEngine(scanner, kernel)), setup) }
    answer(ScanEngine(scanner, kernel), setup)
  }

  /// Builds an engine six times; the first one is kept, and its memory counted.
  private func build<Product>(
    _ terms: TermList, _ make: (TermList) -> Product
  ) -> (Product, Setup) {
    let before = clock_heap_bytes()
    let (kept, first) = timed { make(terms) }
    let heap = clock_heap_bytes() &- before
    let again = (0..<5).map { _ in timed { make(terms) }.1 }
    let listName = list.split(separator: "/").last?.split(separator: ".").first ?? ""
    let setup = Setup(
      engine: "mjprompt \(name)", list: String(listName), terms: terms.count,
      milliseconds: first * 1e3, againMilliseconds: again.sorted()[again.count / 2] * 1e3,
      heapBytes: heap)
    return (kept, setup)
  }

  private func timed<Product>(_ make: () -> Product) -> (Product, Double) {
    let start = clock_thread_nanoseconds()
    let product = make()
    return (product, Double(clock_thread_nanoseconds() - start) / 1e9)
  }

  private func answer(_ engine: consuming some Engine & ~Copyable, _ setup: Setup) {
    var engine = engine
    say(Pass().json(setup))
    while let line = readLine(), let count = Int(line) {
      say(pass(min(count, prompts.ranges.count), &engine).json(setup))
    }
  }

  /// The measured loop.
  private func pass(_ count: Int, _ engine: inout some Engine & ~Copyable) -> Pass {
    var pass = Pass(prompts: count)
    let isWhole = variant == "file"
    let start = clock_thread_nanoseconds()
    for index in 0..<count {
      let source = isWhole ? 0 : index
      pass.note(engine.judge(prompts.sources[source], prompts.ranges[index]), prompt: index)
    }
    pass.nanoseconds = clock_thread_nanoseconds() - start
    pass.bytes = prompts.ranges[..<count].reduce(0) { $0 + $1.count }
    return pass
  }

  private func say(_ line: String) {
    print(line)
    clock_flush()
  }
}
