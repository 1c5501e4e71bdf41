// MJ303: an aspect ratio that the prompt's model does not draw.

internal import PromptCore
internal import PromptRules

/// `--ar 20:1`: longer than the model allows, or not among its few ratios.
struct RatioBeyondModel: Rule {
  let metadata = RuleMetadata(
    code: "MJ303", name: "ratio-beyond-model", severity: .error, fix: .unsafe)
  let interest = RuleInterest { $0.shape == .ratio }

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    guard let model = context.modelVersion else { return }
    for (parameter, spec) in context.knownParameters where spec.shape == .ratio {
      guard let value = parameter.value, let ratio = Ratio(context.text(value)),
        ratio.width > 0, ratio.height > 0, let domain = context.domain(spec),
        let limit = Self.limit(ratio, domain)
      else { continue }
      sink.report(
        metadata, at: value, "the ratio \(ratio.text) is beyond what \(model.id) draws",
        severity: context.severity(limit.isDisputed ? .disputed : domain.provenance.confidence),
        help: limit.help,
        notes: context.notes(domain),
        fixes: [
          FixIt("write `\(limit.near.text)`", .unsafe, [TextEdit(value, limit.near.text)])
        ])
    }
  }

  private struct Limit {
    let help: String
    let near: Ratio
    /// Whether some source allows more.
    var isDisputed = false
  }

  /// What is allowed and the nearest to `ratio` of it; nil when `ratio` itself is.
  private static func limit(_ ratio: Ratio, _ domain: ParameterDomain) -> Limit? {
    let allowed = domain.values.compactMap { Ratio($0) }
    if let nearest = allowed.min(by: { distance($0, ratio) < distance($1, ratio) }),
      !allowed.contains(where: { $0.reduced == ratio.reduced })
    {
      return Limit(help: "use one of \(domain.values.joined(separator: ", "))", near: nearest)
    }
    guard let maximum = domain.agreedRatio ?? domain.maximumRatio, !ratio.isWithin(maximum) else {
      return nil
    }
    let (long, short) = (
      max(maximum.width, maximum.height), min(maximum.width, maximum.height)
    )
    let near =
      ratio.width > ratio.height
      ? Ratio(width: long, height: short) : Ratio(width: short, height: long)
    return Limit(
      help: "use a ratio between \(short):\(long) and \(long):\(short)", near: near,
      isDisputed: domain.maximumRatio.map { ratio.isWithin($0) } ?? false)
  }

  private static func distance(_ left: Ratio, _ right: Ratio) -> Double {
    abs(Double(left.width) / Double(left.height) - Double(right.width) / Double(right.height))
  }
}
