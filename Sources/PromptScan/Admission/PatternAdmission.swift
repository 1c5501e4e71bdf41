// Whether a pattern may enter a rule set: what it holds, what its examples say, what it costs.

internal import PCRE2

/// The admission test of one pattern.
///
/// A pattern is admitted when libpcre2 makes machine code of it, when it uses nothing that could
/// outwit the scanner, when its examples hold, and when it decides every hostile text within the
/// budget of one pattern, or needs more in proportion to the text alone. Hostile texts can't prove that it does so for all texts: the budget stays
/// on, and a scan that spends it is undecided.
///
/// ```swift
/// let admission = PatternAdmission(#"\bcats?\b"#, match: ["two cats"], clean: ["concatenate"])
/// print(admission.isAdmitted, admission.dearest?.steps ?? 0)
/// ```
public struct PatternAdmission: Hashable, Sendable {
  /// The bytes that a pattern may have.
  public static let maximumLength = 4_096
  /// The bytes of a hostile text.
  public static let probeLength = 8_192
  /// The budget in which a pattern that spends its own must show that it only is dear.
  static let growthBudget = MatchBudget(pattern: 1_000_000, scan: 1_000_000)
  /// The steps from which on a pattern is called dear.
  static let dearSteps = 25_000

  /// The pattern.
  public let source: String
  /// Why it is refused; empty when it is admitted.
  public private(set) var refusals: [PatternRefusal] = []
  /// What is odd about it.
  public private(set) var warnings: [PatternWarning] = []
  /// The hostile text that costs most; nil when none was tried, since there is no pattern to try, or
  /// when none costs anything.
  public private(set) var dearest: ProbeCost?
  /// The hostile text that costs most; empty when there is none.
  private(set) var dearestText: [UInt8] = []

  /// Whether hostile texts were tried.
  private(set) var wasProbed = false

  /// Whether the pattern may be used.
  public var isAdmitted: Bool { refusals.isEmpty }

  /// Tests `source`.
  ///
  /// - Parameters:
  ///   - source: The pattern.
  ///   - match: Texts that it must match, folded as the scanner folds text.
  ///   - clean: Texts that it must not match, folded.
  ///   - isProbed: Whether hostile texts are tried, which takes milliseconds.
  /// - Complexity: O(steps): some twenty texts of 8 KiB, each within the budget of one pattern.
  public init(
    _ source: String, match: [String] = [], clean: [String] = [], isProbed: Bool = true
  ) {
    self.source = source
    guard let pattern = compiled() else { return }
    refusals = Self.forbidden(pattern)
    if pattern.matchesEmpty { refusals.append(.matchesEmpty) }
    let mayRun = refusals.isEmpty
    var trial = PatternTrial(pattern)
    refusals += match.compactMap { trial.refusal(of: $0, wanted: true) }
    refusals += clean.compactMap { trial.refusal(of: $0, wanted: false) }
    if match.isEmpty { warnings.append(.noMatchExample) }
    if clean.isEmpty { warnings.append(.noCleanExample) }
    if mayRun && isProbed {
      probe(
        &trial, PatternTrial(pattern, budget: Self.growthBudget),
        HostileProbe.all(pattern, match: match, clean: clean))
    }
  }

  private mutating func compiled() -> Pattern? {
    if source.utf8.count > Self.maximumLength {
      refusals.append(.tooLong(bytes: source.utf8.count))
    } else if source.hasPrefix("(*") {
      refusals.append(.forbidden(source.prefix { $0 != ")" } + ")", at: 0))
    } else {
      do {
        return try Pattern(source, options: .caseless)
      } catch {
        refusals.append(
          error.kind == .compile
            ? .invalid(error.message, at: error.offset) : .noMachineCode)
      }
    }
    return nil
  }

  private mutating func probe(
    _ trial: inout PatternTrial, _ growth: consuming PatternTrial, _ probes: [HostileProbe]
  ) {
    wasProbed = true
    for probe in probes {
      let (steps, isDecided) = trial.steps(probe.text)
      let cost = ProbeCost(probe: probe.name, steps: steps)
      if steps > dearest?.steps ?? 0 { (dearest, dearestText) = (cost, probe.text) }
      if !isDecided, !growth.isSteady(probe.text) {
        refusals.append(.slow(cost))
        return
      }
    }
    if let dearest, dearest.steps >= Self.dearSteps { warnings.append(.dear(dearest)) }
  }
}

// MARK: - What no rule may use

extension PatternAdmission {
  /// The items that end a match where the scanner doesn't expect it (verbs, `\K`), hang on where the
  /// search begins (`\G`), or work without being counted (`\X`, script runs), and callouts.
  private static func forbidden(_ pattern: Pattern) -> [PatternRefusal] {
    let source = Array(pattern.source.utf8)
    return pattern.items.compactMap { item in
      let text = String(decoding: source[item.range], as: UTF8.self)
      let isForbidden = [#"(*"#, #"\G"#, #"\K"#, #"\X"#].contains { text.hasPrefix($0) }
      if item.followsCallout { return .forbidden("(?C", at: item.range.lowerBound) }
      return isForbidden ? .forbidden(text, at: item.range.lowerBound) : nil
    }
  }
}
