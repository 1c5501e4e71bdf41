// What would be sent, and the same as a call of curl; the key is in neither.

import PromptCommand
import PromptCore
import PromptFiles
import PromptLint
import PromptScan
import PromptSubmit

/// Shows requests.
struct DryRun {
  private let settings: APISettings
  private let validation: PromptValidation
  private let input: String
  private let isJSON: Bool

  init(_ settings: APISettings, gate: Gate, input: String, isJSON: Bool) {
    self.settings = settings
    self.input = input
    validation = PromptValidation(gate)
    self.isJSON = isJSON
  }

  /// The request of a submission.
  func text(_ plan: PlannedSubmission) throws -> String {
    var scratch = ScanScratch()
    let prompt = try validation.check(SourceText(plan.prompt), scratch: &scratch).get()
    let images = try plan.images.map { try ImageAttachment(file: $0.path) }
    let webhook = try plan.webhook.map { try WebAddress($0) }
    let call = APICall.imagine(
      ImagineRequest(prompt, type: plan.type, images: images, webhook: webhook))
    let url = settings.address.text + call.path
    let body = String(decoding: call.body(settings.form), as: UTF8.self)
    return isJSON ? json(plan, url, body) : text(plan, url, body)
  }

  private func text(_ plan: PlannedSubmission, _ url: String, _ body: String) -> String {
    """
    # \(input):\(plan.line), id \(plan.key)
    POST \(url)
    Authorization: Bearer <secret>
    Content-Type: \(settings.form.contentType)

    \(body)

    \(curl(url, body))


    """
  }

  /// The header with the key comes from standard input, so that no list of processes shows it.
  private func curl(_ url: String, _ body: String) -> String {
    let quoted = body.replacing("'", with: #"'\''"#)
    return
      #"printf 'Authorization: Bearer %s' "$\#(APIKey.variable)" | curl --silent --show-error "#
      + "-X POST '\(url)' -H @- -H 'Content-Type: \(settings.form.contentType)' "
      + "--data-binary '\(quoted)'"
  }

  private func json(_ plan: PlannedSubmission, _ url: String, _ body: String) -> String {
    var json = JSONWriter()
    json.beginObject()
    let texts = [
      ("state", "dry-run"), ("id", plan.key), ("input", plan.input), ("prompt", plan.prompt),
      ("method", "POST"), ("url", url), ("contentType", settings.form.contentType),
      ("body", body), ("curl", curl(url, body)),
    ]
    for (name, text) in texts {
      json.key(name)
      json.value(text)
    }
    json.key("line")
    json.value(plan.line)
    json.endObject()
    json.newline()
    return String(decoding: json.takeBytes(), as: UTF8.self)
  }
}
