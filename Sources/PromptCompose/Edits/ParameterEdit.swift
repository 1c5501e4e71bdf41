// What may be done to the parameters of a prompt.

/// One change of a prompt's parameters.
public enum ParameterEdit: Hashable, Sendable {
  /// Gives a parameter this value, or none; one that isn't there is put at the end.
  case set(String, value: String?)
  /// Takes a parameter out, wherever it stands.
  case unset(String)
  /// Adds an item to a parameter that takes several, unless it has it.
  case add(String, item: String)

  /// The name or alias of the parameter, without dashes.
  public var name: String {
    switch self {
    case .set(let name, _), .unset(let name), .add(let name, _): name
    }
  }
}

/// Why a prompt can't be edited: a name that doesn't exist, or a value that the parameter can't have.
public struct EditError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what to do, one line.
  public let description: String

  init(_ description: String) { self.description = description }
}

/// A prompt after its edits.
public struct EditedPrompt: Hashable, Sendable {
  /// The bytes.
  public let bytes: [UInt8]
  /// The parameters that were set or added to, by their canonical names.
  public let changed: [String]
}
