// All parameters, and the ways to find one.

public import PromptCore

/// All parameters, in the order in which the normalizer writes them.
public struct ParameterCatalog: Sendable {
  /// The parameters; an index here is the `id` of a `ParameterVocabulary.Entry`.
  public let parameters: [ParameterSpec]
  /// What the parser must know of them.
  public let vocabulary: ParameterVocabulary

  /// How many parameters a catalogue can hold.
  public static let maximumCount = Int(UInt16.max)

  /// A catalogue of these parameters, already in order.
  ///
  /// - Precondition: at most `maximumCount` parameters.
  public init(_ parameters: [ParameterSpec]) {
    self.parameters = parameters
    vocabulary = ParameterVocabulary(
      parameters.enumerated().flatMap { index, spec in
        let entry = ParameterVocabulary.Entry(
          id: UInt16(index), arity: spec.arity, shape: spec.shape)
        return ([spec.name, spec.written] + spec.aliases).map { ($0, entry) }
      })
  }

  /// The parameter that this one is; nil for an unknown name.
  public subscript(_ parameter: Parameter) -> ParameterSpec? {
    parameter.entry.map { parameters[Int($0.id)] }
  }

  /// The parameter of that name or alias; nil for an unknown one.
  public subscript(name name: String) -> ParameterSpec? {
    vocabulary.entry(for: name).map { parameters[Int($0.id)] }
  }

  /// Every name and alias, without dashes.
  public var names: [String] {
    parameters.flatMap { [$0.name] + $0.aliases }
  }
}
