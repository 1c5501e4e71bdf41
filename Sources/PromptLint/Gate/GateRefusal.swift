// Why a prompt is denied that no finding speaks against.

/// A reason to refuse a prompt as a whole: a gate that can't judge one completely denies it.
public enum GateRefusal: Hashable, Sendable {
  /// There is nothing but white space.
  case empty
  /// It has more bytes than `GatePolicy.maximumBytes`, this many.
  case tooLong(bytes: Int)
  /// It is not UTF-8.
  case notUTF8
  /// It stands for this many prompts, more than the plan takes at once; `UInt64.max` for that many and
  /// more.
  case tooManyPrompts(UInt64, allowed: UInt64)
  /// It makes this many jobs, more than allowed.
  case tooManyJobs(UInt64, allowed: UInt64)
  /// It has so many findings that not all of them were collected.
  case tooManyFindings
  /// Its budget was spent by prompts before it.
  case budgetSpent(allowed: UInt64)

  /// A stable name, such as `too-long`.
  public var name: String {
    switch self {
    case .empty: "empty"
    case .tooLong: "too-long"
    case .notUTF8: "not-utf-8"
    case .tooManyPrompts: "too-many-prompts"
    case .tooManyJobs: "too-many-jobs"
    case .tooManyFindings: "too-many-findings"
    case .budgetSpent: "budget-spent"
    }
  }

  /// What is wrong and what to do, one line.
  public var message: String {
    switch self {
    case .empty: "there is no prompt; write one"
    case .tooLong(let bytes):
      "\(bytes) bytes are more than the \(GatePolicy.maximumBytes) that are looked at; shorten it"
    case .notUTF8: "its bytes are not UTF-8; save it as UTF-8"
    case .tooManyPrompts(let count, let allowed):
      "its groups stand for \(spelled(count)) prompts, and \(allowed) are taken at once; split it"
    case .tooManyJobs(let count, let allowed):
      "it makes \(spelled(count)) jobs, and \(allowed) are allowed; split it"
    case .tooManyFindings: "it has too many findings to judge; shorten it"
    case .budgetSpent(let allowed):
      "the \(allowed) jobs of this run are spent; raise the budget or send it in another run"
    }
  }

  private func spelled(_ count: UInt64) -> String {
    count == .max ? "more than \(count)" : "\(count)"
  }
}
