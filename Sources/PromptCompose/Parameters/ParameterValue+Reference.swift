// The parameters of rules/parameters/reference.yaml.

extension ParameterValue {
  /// The weight of the image prompts against the text.
  public static func imageWeight(_ weight: Double) -> ParameterValue {
    ParameterValue("iw", .decimal(weight))
  }
  /// Images or codes whose style to follow.
  public static func styleReference(_ references: [StyleReference]) -> ParameterValue {
    ParameterValue("sref", .references(references))
  }
  /// The weight of the style references.
  public static func styleWeight(_ weight: Int) -> ParameterValue {
    ParameterValue("sw", .integer(weight))
  }
  /// The version of the style references.
  public static func styleVersion(_ version: Int) -> ParameterValue {
    ParameterValue("sv", .integer(version))
  }
  /// Images of a character to draw again.
  public static func characterReference(_ urls: [String]) -> ParameterValue {
    ParameterValue("cref", .urls(urls))
  }
  /// How much of the character to keep, from the face to everything.
  public static func characterWeight(_ weight: Int) -> ParameterValue {
    ParameterValue("cw", .integer(weight))
  }
  /// One image of a person or thing to draw again.
  public static func omniReference(_ url: String) -> ParameterValue {
    ParameterValue("oref", .urls([url]))
  }
  /// The weight of the omni reference.
  public static func omniWeight(_ weight: Int) -> ParameterValue {
    ParameterValue("ow", .integer(weight))
  }
  /// Images to change.
  public static func edit(_ urls: [String]) -> ParameterValue {
    ParameterValue("edit", .urls(urls))
  }
  /// The depth of an image.
  public static func depthReference(_ url: String) -> ParameterValue {
    ParameterValue("dref", .urls([url]))
  }
  /// Your own taste, or profiles and moodboards by their codes.
  public static func profile(_ codes: [ProfileCode] = []) -> ParameterValue {
    ParameterValue("profile", codes.isEmpty ? .flag : .codes(codes))
  }
}
