// The parameters of rules/parameters/image.yaml.

public import PromptRules

extension ParameterValue {
  /// The shape of the image, width to height.
  public static func aspectRatio(_ width: Int, _ height: Int) -> ParameterValue {
    aspectRatio(Ratio(width: width, height: height))
  }
  /// The shape of the image.
  public static func aspectRatio(_ ratio: Ratio) -> ParameterValue {
    ParameterValue("aspect", .ratio(ratio))
  }
  /// How much time the first grid gets.
  public static func quality(_ quality: Double) -> ParameterValue {
    ParameterValue("quality", .decimal(quality))
  }
  /// The number that chance starts from.
  public static func seed(_ seed: UInt32) -> ParameterValue {
    ParameterValue("seed", .integer(Int(seed)))
  }
  /// One seed for all images of the grid.
  public static func sameSeed(_ seed: UInt32) -> ParameterValue {
    ParameterValue("sameseed", .integer(Int(seed)))
  }
  /// Ends the drawing early, in percent.
  public static func stop(_ percent: Int) -> ParameterValue {
    ParameterValue("stop", .integer(percent))
  }
  /// An image that can be laid side by side without seams.
  public static let tile = ParameterValue("tile")
  /// Twice the size.
  public static let hd = ParameterValue("hd")
  /// The plain size.
  public static let sd = ParameterValue("sd")
}

// MARK: Sizes of the first models

extension ParameterValue {
  /// The width in pixels.
  public static func width(_ pixels: Int) -> ParameterValue {
    ParameterValue("width", .integer(pixels))
  }
  /// The height in pixels.
  public static func height(_ pixels: Int) -> ParameterValue {
    ParameterValue("height", .integer(pixels))
  }
  /// A wide size.
  public static let wallpaper = ParameterValue("wallpaper")
  /// A small landscape size.
  public static let smallLandscape = ParameterValue("sl")
  /// A medium landscape size.
  public static let mediumLandscape = ParameterValue("ml")
  /// A large landscape size.
  public static let largeLandscape = ParameterValue("ll")
  /// A small portrait size.
  public static let smallPortrait = ParameterValue("sp")
  /// A medium portrait size.
  public static let mediumPortrait = ParameterValue("mp")
  /// A large portrait size.
  public static let largePortrait = ParameterValue("lp")
}
