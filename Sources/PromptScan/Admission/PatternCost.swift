// What a pattern costs, in steps, which are the same on every machine.

internal import PCRE2

/// The steps that a pattern takes on plain prose and on the worst hostile text.
public struct PatternCost: Hashable, Sendable {
  /// The steps on `PatternAdmission.probeLength` bytes of prose.
  public let prose: Int
  /// The hostile text that costs most; nil when none costs anything.
  public let worst: ProbeCost?
  /// Whether that text costs about twice as much as its half.
  public let isLinear: Bool
}

extension PatternAdmission {
  /// What the pattern costs; nil when it is no pattern or no hostile text was tried.
  ///
  /// - Complexity: O(steps): one text of prose and the worst hostile text once more.
  public func cost() -> PatternCost? {
    guard let pattern = try? Pattern(source, options: .caseless), wasProbed else { return nil }
    var trial = PatternTrial(pattern)
    var growth = PatternTrial(pattern, budget: Self.growthBudget)
    return PatternCost(
      prose: trial.steps(Self.prose).steps, worst: dearest,
      isLinear: dearestText.isEmpty || growth.isSteady(dearestText))
  }

  /// Prompts as people write them, folded, again and again.
  private static let prose: [UInt8] = {
    let text = """
      a quiet harbor at dawn, wooden boats and ropes, an old fisherman mending a net, soft light \
      through thin fog, muted colors, 35mm film, detailed; a red fox asleep on moss beneath tall \
      ferns, rain on the leaves, shallow focus. the map room of an airship, brass and walnut, maps \
      pinned to every wall, two girls in blue coats laughing over tea, style of a 1930s poster,\u{20}
      """
    let bytes = Array(text.utf8)
    let copies = repeatElement(bytes, count: probeLength / bytes.count + 1)
    return Array(copies.joined().prefix(probeLength))
  }()
}
