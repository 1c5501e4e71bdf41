// The lists of `mjprompt rules list`, as rows of text.

import ArgumentParser
import PromptCore
import PromptLint
import PromptRules

/// A table of one kind of rules.
struct RuleTable {
  /// What is listed.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case checks, parameters, models, features, targets, plans, profiles, words, links, terms
    case sources
  }

  /// How it is written.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  let header: [String]
  let rows: [[String]]

  init(_ kind: Kind, _ rules: RuleSet) {
    (header, rows) =
      switch kind {
      case .checks: Self.checks()
      case .parameters: Self.parameters(rules)
      case .models: Self.models(rules)
      case .features: Self.features(rules)
      case .targets: Self.targets(rules)
      case .plans: Self.plans(rules)
      case .profiles: Self.profiles(rules)
      case .words: Self.words(rules)
      case .links: Self.links(rules)
      case .terms: Self.terms(rules)
      case .sources: Self.sources(rules)
      }
  }

  /// Aligned columns, the header first.
  var text: String { TextTable(header: header, rows: rows).text }

  /// An array of objects, the header giving the keys.
  var json: [UInt8] { TextTable(header: header, rows: rows).json }
}

// MARK: The kinds

extension RuleTable {
  private static func checks() -> ([String], [[String]]) {
    (
      ["code", "name", "severity", "fix"],
      RuleCatalog.all.map(\.metadata).map {
        [$0.code, $0.name, $0.severity.name, $0.fix?.name ?? "none"]
      }
    )
  }

  private static func parameters(_ rules: RuleSet) -> ([String], [[String]]) {
    (
      ["parameter", "aliases", "value", "models", "confidence", "sources", "verified", "summary"],
      rules.parameters.parameters.map { spec in
        [
          "--\(spec.name)", spec.aliases.map { "--\($0)" }.joined(separator: " "),
          "\(spec.shape)", rules.models.spelled(spec.models), spec.provenance.confidence.name,
          spec.provenance.sources.joined(separator: " "), spec.provenance.verified.text,
          spec.summary,
        ]
      }
    )
  }

  private static func models(_ rules: RuleSet) -> ([String], [[String]]) {
    (
      ["model", "state", "released", "default", "confidence", "sources", "verified"],
      rules.models.models.map { model in
        let span = model.defaultFrom.map { "\($0.text) to \(model.defaultUntil?.text ?? "now")" }
        return [
          model.id, "\(model.state)", model.released?.text ?? "?", span ?? "never",
          model.provenance.confidence.name, model.provenance.sources.joined(separator: " "),
          model.provenance.verified.text,
        ]
      }
    )
  }

  private static func features(_ rules: RuleSet) -> ([String], [[String]]) {
    (
      ["feature", "models", "confidence", "sources", "verified", "summary"],
      rules.features.map { feature in
        let models = feature.domains.filter(\.isSupported).reduce(into: ModelSet()) {
          $0.formUnion($1.models)
        }
        return [
          feature.name, rules.models.spelled(models), feature.provenance.confidence.name,
          feature.provenance.sources.joined(separator: " "), feature.provenance.verified.text,
          feature.summary,
        ]
      }
    )
  }

  private static func plans(_ rules: RuleSet) -> ([String], [[String]]) {
    (
      ["plan", "jobs", "lacks", "summary"],
      rules.plans.map { plan in
        let lacks = plan.lacks.map { "--\($0.text)" }.joined(separator: " ")
        return [plan.id, "\(plan.maximumJobs)", lacks, plan.summary]
      }
    )
  }

  /// A row for all categories, and one for each that is judged otherwise.
  private static func profiles(_ rules: RuleSet) -> ([String], [[String]]) {
    (
      ["profile", "category"] + weights.map { "\($0)" } + ["terms", "summary"],
      rules.profiles.flatMap { profile in
        let all = [("all", profile.severities)]
        return (all + profile.exceptions.map { ($0.category, $0.severities) }).map {
          [profile.id, $0.0] + severities($0.1)
            + [profile.isReportedOnly ? "reported" : "all", profile.summary]
        }
      }
    )
  }

  private static let weights = Array(TermWeight.allCases.reversed())

  private static func severities(_ severities: WeightSeverities) -> [String] {
    weights.map { severities[$0]?.name ?? "off" }
  }

  private static func words(_ rules: RuleSet) -> ([String], [[String]]) {
    (
      ["list", "word"],
      rules.words.flatMap { list in list.words.map { [list.name, $0] } }
    )
  }

  private static func links(_ rules: RuleSet) -> ([String], [[String]]) {
    let unreachable = rules.links.unreachable.map { link -> [String] in
      [link.link] + provenance(link.provenance) + ["unreachable: \(link.reason)"]
    }
    let signed = rules.links.signatures.map { link -> [String] in
      let keys = [link.expires] + (link.issued.map { [$0] } ?? []) + link.beside
      return [link.name] + provenance(link.provenance) + [
        "expires: \(keys.joined(separator: ", "))"
      ]
    }
    return (["link", "confidence", "sources", "verified", "what"], unreachable + signed)
  }

  private static func provenance(_ provenance: Provenance) -> [String] {
    [
      provenance.confidence.name, provenance.sources.joined(separator: " "),
      provenance.verified.text,
    ]
  }

  private static func targets(_ rules: RuleSet) -> ([String], [[String]]) {
    (
      ["target", "length", "permutations", "repeat", "owns", "language", "summary"],
      rules.targets.map { target in
        let owned = target.ownedParameters.map { "--\($0.text)" }.joined(separator: " ")
        return [
          target.id, target.maximumLength.map { "\($0) \(target.lengthUnit)" } ?? "no known limit",
          "\(target.permutations)", "\(target.repetition)", owned, target.language ?? "any",
          target.summary,
        ]
      }
    )
  }

  private static func terms(_ rules: RuleSet) -> ([String], [[String]]) {
    (
      ["category", "language", "kind", "weight", "reviewed", "reported", "term", "near"],
      rules.terms.terms.map { term in
        [
          term.category, term.language ?? "en", "\(term.kind)", term.weight.name,
          term.isReviewed ? "yes" : "not by speakers", term.isReported ? "yes" : "no",
          term.name,
          term.near.map { "\($0.words.joined(separator: ", ")) within \($0.within)" } ?? "anywhere",
        ]
      }
    )
  }

  private static func sources(_ rules: RuleSet) -> ([String], [[String]]) {
    (
      ["key", "kind", "date", "title", "url"],
      rules.sources.map {
        [$0.key, $0.isOfficial ? "official" : "secondary", $0.date.text, $0.title, $0.url ?? ""]
      }
    )
  }
}
