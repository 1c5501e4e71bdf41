// What the four paid endpoints take, checked as the API's pages describe it.

/// A request that the API refuses, with its message.
struct APIRefusal: Error {
  let message: String
  init(_ message: String) { self.message = message }
}

/// What somebody asked to be drawn.
struct TaskRequest: Sendable {
  let action: String
  let prompt: String
  let type: String
  let webhook: String?
  /// What the finished task shows in place of the prompt.
  var result: String?

  /// The ways a task fails, by the marker `fakefail-NAME`, or `fakefailed-NAME` for the other spelling.
  struct Failure: Sendable {
    let status: String
    let reason: String
  }

  private static let reasons = [
    "banned": "[Banned prompt detected] Sorry! Our AI moderator thinks this prompt is probably "
      + "against our community standards.",
    "parameter": "[Invalid parameter] Unrecognized parameter(s): `--fake`",
    "link": "[Invalid link] Could not fetch image. Received status code 403",
    "image": "[Image denied] Request cancelled due to image filters",
    "internal": "[Internal error] Something went wrong...",
  ]

  /// How the task ends, when its prompt says that it fails.
  var failure: Failure? {
    for (marker, status) in [("fakefail-", "FAILURE"), ("fakefailed-", "FAILED")] {
      let reason = Marker.name(after: marker, in: prompt).flatMap { Self.reasons[$0] }
      if let reason { return Failure(status: status, reason: reason) }
    }
    return nil
  }

  private init(_ action: String, _ fields: Fields, prompt: String, type: String? = nil) throws {
    guard fields["model"] == "midjourney" else { throw APIRefusal("model must be midjourney") }
    self.type = fields["type"] ?? type ?? "FAST"
    guard ["NORMAL", "FAST"].contains(self.type) else { throw APIRefusal("type is invalid") }
    (self.action, self.prompt, webhook) = (action, prompt, fields["webhook"])
  }

  static func imagine(_ fields: Fields) throws -> TaskRequest {
    guard let prompt = fields["prompt"], !prompt.isEmpty else {
      throw APIRefusal("prompt must not be empty")
    }
    try checkImages(fields.all("base64Array"), 0...Int.max)
    return try TaskRequest("IMAGINE", fields, prompt: prompt)
  }

  static func blend(_ fields: Fields) throws -> TaskRequest {
    try checkImages(fields.all("base64Array"), 2...5)
    let dimensions = fields["dimensions"] ?? "SQUARE"
    guard ["PORTRAIT", "SQUARE", "LANDSCAPE"].contains(dimensions) else {
      throw APIRefusal("dimensions is invalid")
    }
    return try TaskRequest("BLEND", fields, prompt: "")
  }

  static func describe(_ fields: Fields) throws -> TaskRequest {
    try checkImages(fields.all("base64"), 1...1)
    var request = try TaskRequest("DESCRIBE", fields, prompt: "")
    request.result = "1️⃣ a paper boat on still water --ar 1:1"
    return request
  }

  /// - Parameter tasks: Finds the task whose button is pressed.
  static func action(_ fields: Fields, tasks: (Int) -> DrawTask?) throws -> TaskRequest {
    guard let id = fields["taskId"].flatMap({ Int($0) }), let parent = tasks(id) else {
      throw APIRefusal("task not found")
    }
    guard let button = fields["customId"],
      parent.buttons.contains(where: { $0.customId == button })
    else { throw APIRefusal("the task has no such action") }
    let words = ["::upsample::": "UPSCALE", "::variation::": "VARIATION"]
    let name = words.first { button.contains($0.key) }?.value ?? "IMAGINE"
    return try TaskRequest(name, fields, prompt: parent.request.prompt, type: parent.request.type)
  }

  private static func checkImages(_ images: [String], _ range: ClosedRange<Int>) throws {
    guard range.contains(images.count) else { throw APIRefusal("wrong number of images") }
    guard images.allSatisfy({ $0.hasPrefix("data:image/") && $0.contains(";base64,") }) else {
      throw APIRefusal("base64 format error")
    }
  }
}
