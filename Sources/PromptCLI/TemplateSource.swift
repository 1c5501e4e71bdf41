// A template with what it needs, and its plans: variant by variant within row by row.

import PromptCompose
import PromptLint
import PromptRules

/// A template of a run.
struct TemplateSource {
  let template: Template
  let variants: [TemplateVariant]
  let linter: Linter
  var wildcards: WildcardLibrary
  /// How many prompts it makes.
  var count: UInt64 = 0

  init(
    _ template: Template, _ variants: [TemplateVariant], _ linter: Linter, _ paths: [String]
  ) {
    self.template = template
    self.variants = variants
    self.linter = linter
    wildcards = WildcardLibrary(template, searching: paths)
  }

  /// Its plans with these values, for each row of data.
  func plans(
    _ values: [String: SlotValue], _ rows: DataRows?, _ model: ModelVersion?
  ) -> PlanCursor {
    PlanCursor(values: values, model: model, rows: rows)
  }
}

/// A plan, and what it was made for.
struct SourcePlan {
  let plan: TemplatePlan
  let variant: String?
  /// The number of the row, from 1, or nil without data.
  let row: Int?
  /// The number of the plan within its template, from 0.
  let number: UInt64
}

/// Walks over the plans of a template.
struct PlanCursor {
  let values: [String: SlotValue]
  let model: ModelVersion?
  /// The rows that are left; nil without data.
  var rows: DataRows?
  private var row: DataRow?
  private var variant = 0
  private var number: UInt64 = 0
  private var isStarted = false

  init(values: [String: SlotValue], model: ModelVersion?, rows: DataRows?) {
    (self.values, self.model, self.rows) = (values, model, rows)
  }

  /// The next plan, or why there is none, and the place of its row; nil at the end.
  mutating func next(
    _ source: inout TemplateSource
  ) -> (Result<SourcePlan, TemplateError>, TemplatePlace?)? {
    if !isStarted || variant >= source.variants.count {
      switch advance() {
      case .failure(let error)?: return (.failure(error), nil)
      case nil: return nil
      case .success?: variant = 0
      }
      if source.variants.isEmpty { return nil }
    }
    let variant = source.variants[variant]
    self.variant += 1
    defer { number += 1 }
    let given = (row?.values ?? [:]).merging(values) { _, set in set }
    do throws(TemplateError) {
      let plan = try source.template.plan(
        given, variant: variant, model: model, wildcards: &source.wildcards)
      let made = SourcePlan(plan: plan, variant: variant.name, row: row?.number, number: number)
      return (.success(made), row?.place)
    } catch {
      return (.failure(error), row?.place)
    }
  }

  /// Goes to the next row; without data there is one, which is empty.
  private mutating func advance() -> Result<Void, TemplateError>? {
    guard rows != nil else {
      defer { isStarted = true }
      return isStarted ? nil : .success(())
    }
    isStarted = true
    switch rows?.next() {
    case .success(let next)?:
      row = next
      return .success(())
    case .failure(let error)?:
      variant = .max
      return .failure(error)
    case nil: return nil
    }
  }
}
