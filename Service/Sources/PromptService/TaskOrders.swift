// `mjprompt task action|blend|describe`: orders, each of which costs money and is sent once.

import ArgumentParser
import PromptCommand
import PromptSubmit

/// What orders have in common.
struct OrderOptions: ParsableArguments {
  @Option(help: "The speed: FAST, NORMAL.")
  var type: String?

  @Option(help: ArgumentHelp("Where the API reports, https.", valueName: "url"))
  var webhook: String?

  @OptionGroup(title: "API") var connection: ConnectionOptions

  func validate() throws {
    if let type, !SubmissionType.all.contains(type) {
      throw ValidationError("--type takes FAST or NORMAL")
    }
  }
}

/// Presses a button of a task.
struct TaskActionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "action",
    abstract: "Press a button of a task: upscale, vary, zoom, pan. Costs money, is sent once.")

  @Argument(help: ArgumentHelp("The number of a task.", valueName: "task"))
  var task: UInt64

  @Argument(help: ArgumentHelp("The button's id, as `task status` shows it.", valueName: "id"))
  var customID: String

  @Option(
    help: ArgumentHelp("An image of the region that is painted anew.", valueName: "file"),
    completion: .file())
  var mask: String?

  @OptionGroup var order: OrderOptions

  func run() async throws {
    let mask = try mask.map { try TaskClient.image($0).dataURL }
    try await TaskClient.send(
      order.connection,
      .action(
        task: task, customID: customID, type: order.type, mask: mask,
        webhook: try Webhook.address(order.webhook)))
  }
}

/// Blends images.
struct TaskBlend: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "blend", abstract: "Blend two to five images. Costs money, is sent once.")

  @Argument(help: ArgumentHelp("Two to five image files.", valueName: "file"), completion: .file())
  var images: [String]

  @Option(help: "The shape: portrait, square, landscape.")
  var dimensions: BlendDimensions?

  @OptionGroup var order: OrderOptions

  func validate() throws {
    if !(2...ImageAttachment.maximumCount ~= images.count) {
      throw ValidationError("a blend takes two to \(ImageAttachment.maximumCount) images")
    }
  }

  func run() async throws {
    let images = try images.map { try TaskClient.image($0) }
    try await TaskClient.send(
      order.connection,
      .blend(
        images, dimensions: dimensions, type: order.type,
        webhook: try Webhook.address(order.webhook)))
  }
}

/// Describes an image.
struct TaskDescribe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Have an image described in words. Costs money, is sent once.",
    discussion: "The words are the task's prompt when it is done: `mjprompt task status`.")

  @Argument(help: ArgumentHelp("An image file.", valueName: "file"), completion: .file())
  var image: String

  @OptionGroup var order: OrderOptions

  func run() async throws {
    try await TaskClient.send(
      order.connection,
      .describe(
        try TaskClient.image(image), type: order.type,
        webhook: try Webhook.address(order.webhook)))
  }
}
