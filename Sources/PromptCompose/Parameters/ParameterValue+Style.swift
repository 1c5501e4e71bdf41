// The parameters of rules/parameters/style.yaml and video.yaml.

extension ParameterValue {
  /// How strong Midjourney's own taste is.
  public static func stylize(_ strength: Int) -> ParameterValue {
    ParameterValue("stylize", .integer(strength))
  }
  /// How different the images of a grid are.
  public static func chaos(_ chaos: Int) -> ParameterValue {
    ParameterValue("chaos", .integer(chaos))
  }
  /// How unusual the drawing is.
  public static func weird(_ weird: Int) -> ParameterValue {
    ParameterValue("weird", .integer(weird))
  }
  /// An experiment with more dynamic images.
  public static func experimental(_ strength: Int) -> ParameterValue {
    ParameterValue("exp", .integer(strength))
  }
  /// Less of Midjourney's own taste.
  public static let raw = ParameterValue("raw")
  /// One of a few looks of a model, or a code of the style tuner.
  public static func style(_ name: String) -> ParameterValue {
    ParameterValue("style", .word(name))
  }
  /// Quick, cheap sketches.
  public static let draft = ParameterValue("draft")
}

// MARK: Films

extension ParameterValue {
  /// A film from a first image.
  public static let video = ParameterValue("video")
  /// How much moves in a film.
  public static func motion(_ motion: String) -> ParameterValue {
    ParameterValue("motion", .word(motion))
  }
  /// A film that ends where it began.
  public static let loop = ParameterValue("loop")
  /// The last image of a film.
  public static func end(_ url: String) -> ParameterValue { ParameterValue("end", .urls([url])) }
  /// How many films are made at once.
  public static func batchSize(_ count: Int) -> ParameterValue {
    ParameterValue("bs", .integer(count))
  }
  /// How far the dialog Custom Zoom goes out.
  public static func zoom(_ factor: Double) -> ParameterValue {
    ParameterValue("zoom", .decimal(factor))
  }
}

// MARK: Old upscalers

extension ParameterValue {
  /// A light upscaler.
  public static let lightUpscaler = ParameterValue("uplight")
  /// A beta upscaler.
  public static let betaUpscaler = ParameterValue("upbeta")
  /// The upscaler of the first niji model.
  public static let animeUpscaler = ParameterValue("upanime")
}
