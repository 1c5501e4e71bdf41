// The result builder: a prompt in the order in which it is read.

/// A part of a draft, as a `PromptDraft { … }` takes it.
public protocol PromptDraftElement {
  /// Puts itself at the end of a draft.
  func append(to draft: inout PromptDraft)
}

extension PromptImage: PromptDraftElement {
  /// Adds an image.
  public func append(to draft: inout PromptDraft) { draft.images.append(self) }
}

extension PromptPart: PromptDraftElement {
  /// Adds a part with its weight; text without a weight joins the text before it by a comma.
  public func append(to draft: inout PromptDraft) {
    guard weight == nil, let last = draft.parts.indices.last, draft.parts[last].weight == nil else {
      return draft.parts.append(self)
    }
    draft.parts[last].text = draft.parts[last].text.joined(with: text)
  }
}

extension PromptText: PromptDraftElement {
  /// Adds text without a weight.
  public func append(to draft: inout PromptDraft) { PromptPart(self).append(to: &draft) }
}

extension String: PromptDraftElement {
  /// Adds text without a weight.
  public func append(to draft: inout PromptDraft) { PromptText(self).append(to: &draft) }
}

extension PromptDraft: PromptDraftElement {
  /// Adds all that a draft has.
  public func append(to draft: inout PromptDraft) {
    draft.images += images
    for part in parts { part.append(to: &draft) }
    draft.parameters += parameters
  }
}

/// Parameters among the parts of a draft, wherever they fall to be said.
public struct PromptParameters: PromptDraftElement {
  private let parameters: [ParameterValue]

  /// These parameters.
  public init(_ parameters: ParameterValue...) { self.parameters = parameters }

  /// Adds the parameters.
  public func append(to draft: inout PromptDraft) { draft.parameters += parameters }
}

/// Makes drafts of blocks with conditions and loops.
@resultBuilder public enum PromptDraftBuilder {
  /// One element.
  public static func buildExpression(_ element: some PromptDraftElement) -> PromptDraft {
    var draft = PromptDraft()
    element.append(to: &draft)
    return draft
  }

  /// Elements one after another.
  public static func buildBlock(_ parts: PromptDraft...) -> PromptDraft { buildArray(parts) }

  /// Elements of a loop.
  public static func buildArray(_ parts: [PromptDraft]) -> PromptDraft {
    parts.reduce(into: PromptDraft()) { $1.append(to: &$0) }
  }

  /// Elements under a condition.
  public static func buildOptional(_ part: PromptDraft?) -> PromptDraft { part ?? PromptDraft() }

  /// Elements where a condition holds.
  public static func buildEither(first part: PromptDraft) -> PromptDraft { part }

  /// Elements where it doesn't.
  public static func buildEither(second part: PromptDraft) -> PromptDraft { part }
}

extension PromptDraft {
  /// A draft of images, text and parameters in the order of a block.
  public init(@PromptDraftBuilder _ content: () -> PromptDraft) { self = content() }
}
