// The parameters of rules/parameters/job.yaml and model.yaml.

public import PromptRules

extension ParameterValue {
  /// What to leave out; a comma within an item makes two of it.
  public static func no(_ items: String...) -> ParameterValue {
    let items = items.flatMap { $0.split(separator: ",") }.map { LiteralText(String($0)) }
    return ParameterValue("no", .items(items.filter { !$0.isEmpty }))
  }
  /// Several jobs from one prompt.
  public static func repeating(_ count: Int) -> ParameterValue {
    ParameterValue("repeat", .integer(count))
  }
  /// The fast queue.
  public static let fast = ParameterValue("fast")
  /// The queue without cost.
  public static let relax = ParameterValue("relax")
  /// The fastest and dearest queue.
  public static let turbo = ParameterValue("turbo")
  /// Keeps the images off the public gallery.
  public static let stealth = ParameterValue("stealth")
  /// Shows the images in the public gallery.
  public static let publicGallery = ParameterValue("public")
}

// MARK: Models

extension ParameterValue {
  /// The model, by its number.
  public static func version(_ number: String) -> ParameterValue {
    ParameterValue("version", .version(number))
  }
  /// The model for anime and illustration, by its number or the current one.
  public static func niji(_ number: String? = nil) -> ParameterValue {
    ParameterValue("niji", number.map { .version($0) } ?? .flag)
  }
  /// A model, in the way in which its family is named.
  public static func model(_ model: ModelVersion) -> ParameterValue {
    switch model.family {
    case .v: .version(model.value)
    case .niji: .niji(model.value)
    case .test: ParameterValue(model.id)
    }
  }
  /// A look at the next model.
  public static let preview = ParameterValue("preview")
  /// A test model of 2022.
  public static let test = ParameterValue("test")
  /// A test model of 2022, for photographs.
  public static let testPhoto = ParameterValue("testp")
  /// More variety in the test models.
  public static let creative = ParameterValue("creative")
  /// An early quality switch.
  public static let highQuality = ParameterValue("hq")
  /// An early switch of the text model.
  public static let newClip = ParameterValue("newclip")
  /// An early switch of the size.
  public static let noStretch = ParameterValue("nostretch")
  /// The model before V1 was final.
  public static let old = ParameterValue("old")
  /// The model that became V1.
  public static let vibe = ParameterValue("vibe")
  /// An early model that was tried out in 2022.
  public static let beta = ParameterValue("beta")
}
