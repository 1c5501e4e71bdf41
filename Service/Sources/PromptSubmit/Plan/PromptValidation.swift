// The gate's word on one prepared prompt, and what it doesn't look at: how many jobs, where links lead.

public import PromptCore
public import PromptLint
public import PromptScan

/// Why a prepared prompt isn't sent.
public enum PromptDenial: Sendable {
  /// The gate's verdict.
  case verdict(Verdict)
  /// A link in it that is not public; where, and why.
  case link(ByteRange, WebAddress.Refusal)
  /// It makes this many jobs even after groups and `--repeat` were expanded.
  case severalJobs(UInt64)
}

/// Judges what is to be sent.
public struct PromptValidation: Sendable {
  /// The gate.
  public let gate: Gate

  /// Judgement by a gate.
  public init(_ gate: Gate) { self.gate = gate }

  /// The prompt that may be sent, or why none may.
  ///
  /// - Complexity: that of `Gate.check`.
  public func check(
    _ text: SourceText, scratch: inout ScanScratch
  ) -> Result<ValidatedPrompt, PromptDenied> {
    let verdict = gate.check(text, scratch: &scratch)
    guard let prompt = verdict.prompt else { return .failure(PromptDenied(.verdict(verdict))) }
    if prompt.jobs != 1 { return .failure(PromptDenied(.severalJobs(prompt.jobs))) }
    if let link = badLink(SourceText(prompt.text)) { return .failure(PromptDenied(link)) }
    return .success(prompt)
  }

  private func badLink(_ text: SourceText) -> PromptDenial? {
    for token in gate.linter.parse(text).tokens where token.kind == .url {
      let range = Link(token.range, in: text)?.address ?? token.range
      do throws(WebAddress.Refusal) {
        _ = try WebAddress(bytes: text.bytes[range.indices])
      } catch {
        return .link(range, error)
      }
    }
    return nil
  }
}

/// A denial as an error.
public struct PromptDenied: Error {
  /// Why.
  public let denial: PromptDenial
  init(_ denial: PromptDenial) { self.denial = denial }
}
