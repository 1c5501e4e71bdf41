// MJ508: image prompts for a model that takes none.

internal import PromptCore
internal import PromptRules

/// `https://example.com/a.png a fox --test`: the model draws from text only.
struct UnsupportedImages: Rule {
  let metadata = RuleMetadata(
    code: "MJ508", name: "unsupported-images", severity: .error, fix: .unsafe)
  let interest = RuleInterest(.images)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    guard let model = context.modelVersion, let first = context.prompt.images.first else { return }
    let domain = context.domain(.imagePrompts)
    if domain?.isSupported ?? false { return }
    sink.report(
      metadata, at: first.range, "\(model.id) takes no image prompts",
      severity: context.severity(domain?.provenance.confidence ?? .official),
      help: "describe the image in words, or choose a model that takes images",
      notes: context.notes(domain), fixes: context.hasText ? [fix(context)] : [])
  }

  /// All links out, each with the white space that kept it apart.
  private func fix(_ context: borrowing LintContext) -> FixIt {
    let edits = context.prompt.images.map { image in
      let end = image.extent.end
      return image.isLeading
        ? TextEdit(ByteRange(image.range.start, context.spaceEnd(after: end)), "")
        : TextEdit(ByteRange(context.spaceStart(before: image.range.start), end), "")
    }
    return FixIt("take the images out", .unsafe, edits)
  }
}

extension ImageReference {
  /// The link with the weight behind it.
  var extent: ByteRange { range.union(weight ?? separator ?? range) }
}
