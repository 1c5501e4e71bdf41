// MJ801: a prompt that makes more than one job.

internal import PromptCore
internal import PromptRules

/// `a {red, blue} kite --repeat 3`: six jobs, each billed.
struct SeveralJobs: Rule {
  let metadata = RuleMetadata(code: "MJ801", name: "several-jobs", severity: .information)
  let interest = RuleInterest(.several)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    let jobs = JobCount(context)
    guard jobs.total > 1, let place = jobs.place else { return }
    sink.report(
      metadata, at: place, "this prompt makes \(jobs.spelled) jobs, and each is billed",
      notes: notes(jobs, context))
  }

  private func notes(_ jobs: JobCount, _ context: borrowing LintContext) -> [DiagnosticNote] {
    var notes: [DiagnosticNote] = []
    if jobs.permutations > 1, jobs.repetitions > 1 {
      notes.append(
        DiagnosticNote("\(jobs.permutations) permutations, \(jobs.repetitions) times each"))
    }
    let factor = context.relativeCost
    if factor != 1, jobs.total < 1_000_000 {
      let all = (factor * Double(jobs.total) * 100).rounded() / 100
      notes.append(DiagnosticNote("together they cost about as much as \(spelled(all)) usual jobs"))
    }
    return notes
  }

  private func spelled(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }
}

extension LintContext {
  /// What one job of the prompt costs, relative to a usual one, as far as anybody says.
  var relativeCost: Double {
    knownParameters.reduce(1) { cost, known in
      switch domain(known.spec)?.cost {
      case .factor(let factor): cost * factor
      case .value: cost * (known.parameter.value.flatMap { Double(text($0)) } ?? 1)
      case nil: cost
      }
    }
  }
}
