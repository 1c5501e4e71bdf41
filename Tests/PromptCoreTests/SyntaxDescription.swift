// A prompt's structure as one line of text, so that a test case is a pair of strings.

import PromptCore

/// A few parameters of each arity; tests of real names live with the rule files.
let testVocabulary = ParameterVocabulary(
  testParameters.enumerated().flatMap { index, parameter in
    parameter.names.map { name in
      (
        name,
        ParameterVocabulary.Entry(id: UInt16(index), arity: parameter.arity, shape: parameter.shape)
      )
    }
  })

private let testParameters: [(names: [String], arity: ParameterArity, shape: ValueShape)] = [
  (["ar", "aspect"], .one, .ratio), (["v", "version"], .one, .version),
  (["niji"], .optional, .version), (["s", "stylize"], .one, .integer),
  (["iw"], .one, .decimal), (["q"], .one, .decimal), (["tile"], .flag, .none),
  (["style"], .one, .enumeration), (["no"], .rest, .text), (["sref"], .many, .references),
  (["p", "profile"], .optionalMany, .codes), (["oref"], .one, .url),
  (["c", "chaos"], .one, .integer),
]

extension Prompt {
  /// `part::weight | image | --name=value ! fault`, in this order.
  func description(in source: SourceText) -> String {
    let text = { (range: ByteRange) in source.string(in: range) }
    var pieces: [String] = images.map { image in
      "@" + text(image.range) + (image.weight.map { "::" + text($0) } ?? "")
        + (image.isLeading ? "" : "~")
    }
    pieces += parts.map { part in
      text(part.text) + (part.separator == nil ? "" : "::" + (part.weight.map(text) ?? ""))
    }
    pieces += parameters.map { parameter in
      (parameter.entry == nil && !parameter.isPermuted ? "?" : "") + "\(parameter.dashStyle) "
        + (parameter.isGlued ? "+" : "") + (parameter.isSpaced(in: source) ? "_" : "")
        + text(parameter.name) + (parameter.value.map { "=" + text($0) } ?? "")
    }
    pieces += faults.map { "!\($0.kind) " + text($0.range) }
    return pieces.map { $0.replacing("doubleHyphen ", with: "--") }.joined(separator: " | ")
  }
}
