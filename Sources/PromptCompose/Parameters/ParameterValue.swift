// One parameter as a typed value.

public import PromptRules

/// A parameter with its value.
///
/// The static members make them: `.aspectRatio(16, 9)`, `.stylize(250)`, `.tile`. Whether a model has the
/// parameter and takes the value is a fact of `rules/`, and said by `Composer`.
public struct ParameterValue: Hashable, Sendable {
  /// A value of one of the forms that parameters take.
  public enum Value: Hashable, Sendable {
    /// None: a flag, or a parameter whose value may be left out.
    case flag
    /// A whole number.
    case integer(Int)
    /// A number that may have a fraction.
    case decimal(Double)
    /// Width to height.
    case ratio(Ratio)
    /// The number of a model.
    case version(String)
    /// A word or a code.
    case word(String)
    /// Links, codes and `random`, each with a weight if wanted.
    case references([StyleReference])
    /// Codes, each with a weight if wanted.
    case codes([ProfileCode])
    /// Links.
    case urls([String])
    /// Items of text.
    case items([LiteralText])
    /// A `{…}` group, of which the service makes a job for each choice.
    indirect case group([Value])
  }

  /// The canonical name, without dashes, as the files of `rules/parameters` have it.
  public let name: String
  /// The value.
  public let value: Value

  /// A parameter from its parts, for those that come from elsewhere than the static members.
  public init(_ name: String, _ value: Value = .flag) {
    (self.name, self.value) = (name, value)
  }

  /// One parameter with a group of the values of several; those of another name are left out.
  public static func anyOf(_ first: ParameterValue, _ others: ParameterValue...) -> ParameterValue {
    let others = others.filter { $0.name == first.name }
    return ParameterValue(first.name, .group(([first] + others).map(\.value)))
  }
}

/// What `--sref` follows.
public struct StyleReference: Hashable, Sendable {
  /// A kind of reference.
  public enum Source: Hashable, Sendable {
    /// The number of a style.
    case code(UInt64)
    /// A link to an image.
    case url(String)
    /// A style that the service chooses.
    case random
  }

  /// What is followed.
  public let source: Source
  /// The number behind `::`, or nil for none.
  public let weight: Double?

  /// A reference from its parts.
  public init(_ source: Source, weight: Double? = nil) {
    (self.source, self.weight) = (source, weight)
  }

  /// The style of that number.
  public static func code(_ code: UInt64, weight: Double? = nil) -> StyleReference {
    StyleReference(.code(code), weight: weight)
  }

  /// The style of an image.
  public static func url(_ url: String, weight: Double? = nil) -> StyleReference {
    StyleReference(.url(url), weight: weight)
  }

  /// A style that the service chooses.
  public static let random = StyleReference(.random)
}

/// The code of a profile or a moodboard.
public struct ProfileCode: Hashable, Sendable, ExpressibleByStringLiteral {
  /// Letters and digits, or `<@id>` for a person.
  public let code: String
  /// The number behind `::`, or nil for none.
  public let weight: Double?

  /// A code with a weight if wanted.
  public init(_ code: String, weight: Double? = nil) {
    (self.code, self.weight) = (code, weight)
  }

  /// A code without a weight.
  public init(stringLiteral code: String) { self.init(code) }
}
