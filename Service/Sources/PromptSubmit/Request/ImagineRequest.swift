// What is asked of the API. Only a prompt that a gate let pass can be sent.

public import PromptLint

/// A request that makes a task. Each costs money.
public struct ImagineRequest: Sendable {
  /// The prompt, byte for byte as it was judged.
  public let prompt: ValidatedPrompt
  /// The field `type`, or nil to leave it to the API.
  public let type: String?
  /// Images that go with it.
  public let images: [ImageAttachment]
  /// Where the API reports the task, or nil.
  public let webhook: WebAddress?

  /// A request from its parts.
  public init(
    _ prompt: ValidatedPrompt, type: String? = nil, images: [ImageAttachment] = [],
    webhook: WebAddress? = nil
  ) {
    self.prompt = prompt
    self.type = type
    self.images = images
    self.webhook = webhook
  }

  var call: APICall {
    var fields = RequestFields()
    fields.add("prompt", .text(prompt.text))
    fields.add("type", type)
    if !images.isEmpty { fields.add("base64Array", .list(images.map(\.dataURL))) }
    fields.add("webhook", webhook?.text)
    return APICall("imagine", fields)
  }
}

/// The shape of a blend.
public enum BlendDimensions: String, CaseIterable, Sendable {
  /// Higher than wide.
  case portrait = "PORTRAIT"
  /// As high as wide.
  case square = "SQUARE"
  /// Wider than high.
  case landscape = "LANDSCAPE"
}

/// A call of an endpoint.
public struct APICall: Sendable {
  /// The last part of the path.
  let endpoint: String
  /// What follows the path, such as `page=1`.
  var query: String?
  let fields: RequestFields

  init(_ endpoint: String, query: String? = nil, _ fields: RequestFields) {
    self.endpoint = endpoint
    self.query = query
    self.fields = fields
  }

  /// What every path begins with.
  static let prefix = "/api/v1/ai/draw/mj/"

  /// The path with its query.
  public var path: String { Self.prefix + endpoint + (query.map { "?\($0)" } ?? "") }

  /// The bytes of the body.
  public func body(_ form: BodyForm) -> [UInt8] { fields.body(form) }
}

extension APICall {
  /// Asks for one task.
  public static func query(task: UInt64) -> APICall {
    var fields = RequestFields()
    fields.add("taskId", .number(task))
    return APICall("query", fields)
  }

  /// Asks for a page of all tasks; pages count from 1 and hold 5 to 20.
  public static func tasks(page: Int, size: Int = 20) -> APICall {
    APICall("query-mj-tasks", query: "page=\(page)&pageSize=\(size)", RequestFields())
  }

  /// Presses a button of a task; costs money.
  public static func action(
    task: UInt64, customID: String, type: String? = nil, mask: String? = nil,
    webhook: WebAddress? = nil
  ) -> APICall {
    var fields = RequestFields()
    fields.add("taskId", .number(task))
    fields.add("customId", .text(customID))
    fields.add("type", type)
    fields.add("base64Mask", mask)
    fields.add("webhook", webhook?.text)
    return APICall("action", fields)
  }

  /// Blends two to five images; costs money.
  public static func blend(
    _ images: [ImageAttachment], dimensions: BlendDimensions? = nil, type: String? = nil,
    webhook: WebAddress? = nil
  ) -> APICall {
    var fields = RequestFields()
    fields.add("base64Array", .list(images.map(\.dataURL)))
    fields.add("dimensions", dimensions?.rawValue)
    fields.add("type", type)
    fields.add("webhook", webhook?.text)
    return APICall("blend", fields)
  }

  /// Describes an image in words; costs money.
  public static func describe(
    _ image: ImageAttachment, type: String? = nil, webhook: WebAddress? = nil
  ) -> APICall {
    var fields = RequestFields()
    fields.add("base64", .text(image.dataURL))
    fields.add("type", type)
    fields.add("webhook", webhook?.text)
    return APICall("describe", fields)
  }

  /// The call that sends a prompt.
  public static func imagine(_ request: ImagineRequest) -> APICall { request.call }
}
