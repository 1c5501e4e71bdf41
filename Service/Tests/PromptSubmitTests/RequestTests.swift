// Requests as bytes, and what of a record becomes one.

import Foundation
import PromptCore
import PromptLint
import PromptRules
import ServiceTestSupport
import Testing

@testable import PromptSubmit

@Suite struct RequestTests {
  private func body(_ call: APICall, _ form: BodyForm = .form) -> String {
    String(decoding: call.body(form), as: UTF8.self)
  }

  @Test func formsAreWrittenAsDocumented() throws {
    #expect(APICall.query(task: 7).path == "/api/v1/ai/draw/mj/query")
    #expect(body(.query(task: 7)) == "model=midjourney&taskId=7")
    #expect(body(.query(task: 7), .json) == #"{"model":"midjourney","taskId":7}"#)
    #expect(APICall.tasks(page: 2).path == "/api/v1/ai/draw/mj/query-mj-tasks?page=2&pageSize=20")
    let action = APICall.action(task: 7, customID: "MJ::JOB::upsample::1::a", type: "FAST")
    #expect(
      body(action)
        == "model=midjourney&taskId=7&customId=MJ%3A%3AJOB%3A%3Aupsample%3A%3A1%3A%3Aa&type=FAST")
  }

  @Test func imagesAreTheKeyRepeated() throws {
    let folder = try ServiceFolder()
    let path = "\(folder.path)/a.txt"
    try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0xFF, 0xFE]).write(
      to: URL(filePath: path))
    let image = try ImageAttachment(file: path)
    #expect(image.dataURL == "data:image/png;base64,iVBORw0KGgr//g==")
    let text = body(.blend([image, image], dimensions: .square))
    #expect(
      text
        == "model=midjourney&base64Array=data%3Aimage%2Fpng%3Bbase64%2CiVBORw0KGgr%2F%2Fg%3D%3D"
        + "&base64Array=data%3Aimage%2Fpng%3Bbase64%2CiVBORw0KGgr%2F%2Fg%3D%3D&dimensions=SQUARE")
    #expect(body(.describe(image), .json).contains(#""base64":"data:image/png"#))
    let other = try folder.write("GIF8, but no image", to: "b.png")
    #expect(throws: ImageAttachment.Failure.self) { try ImageAttachment(file: other) }
    let large = try folder.write(
      String(repeating: "x", count: ImageAttachment.maximumBytes + 1), to: "c.png")
    #expect(throws: ImageAttachment.Failure.self) { try ImageAttachment(file: large) }
  }

  /// Every character, in a form and in JSON, comes back as it was.
  @Test func everyCharacterArrives() throws {
    var text = ""
    for value in (1...0xFFFF).map({ UInt32($0) }) + [0x1F375, 0xE0041, 0x10FFFD] {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    var fields = RequestFields()
    fields.add("prompt", .text(text))
    let form = String(decoding: fields.body(.form), as: UTF8.self).split(separator: "=")[2]
    #expect(form.utf8.allSatisfy { $0 != 0x26 && 0x21...0x7E ~= $0 })
    let decoded = form.replacing("+", with: " ").removingPercentEncoding
    #expect(decoded.map { Array($0.utf8) } == Array(text.utf8))
    let json = try JSONSerialization.jsonObject(with: Data(fields.body(.json))) as? [String: String]
    #expect(json?["prompt"].map { Array($0.utf8) } == Array(text.utf8))
  }
}

@Suite struct PreparationTests {
  private static func gate(jobs: UInt64? = nil) throws -> Gate {
    var options = LintOptions(asOf: Day(rawValue: 2026_11_24))
    options.target = "ohmygpt"
    var policy = GatePolicy()
    policy.jobs = jobs
    return Gate(rules: try RuleSet(.embedded), options: options, policy: policy)
  }

  /// What a record becomes: texts with their type and how often.
  private func prepared(
    _ text: String, type: String? = nil, jobs: UInt64? = nil
  ) throws -> [String] {
    let preparation = try #require(PromptPreparation(try Self.gate(jobs: jobs)))
    let source = SourceText(text)
    var result: [String] = []
    try preparation.forEach(source, in: source.range, type: type) { prompt in
      result.append(
        "\(prompt.text.string(in: prompt.text.range))|\(prompt.type ?? "")|\(prompt.repetitions)")
    }
    return result
  }

  @Test func bytesChangeOnlyWhereTheyMust() throws {
    #expect(try prepared("  a   pond —ar 3:2 --v 7") == ["  a   pond —ar 3:2 --v 7||1"])
    #expect(try prepared("a pond --fast --v 7") == ["a pond --v 7|FAST|1"])
    #expect(try prepared("a pond --v 7 —relax") == ["a pond --v 7|NORMAL|1"])
    #expect(try prepared("a pond --v 7 --repeat 3 --fast") == ["a pond --v 7|FAST|3"])
    #expect(try prepared("a pond --v 7 --r 3") == ["a pond --v 7||3"])
    #expect(
      try prepared("a {red, blue} kite {--fast, --relax} --v 7") == [
        "a red kite --v 7|FAST|1", "a red kite --v 7|NORMAL|1", "a blue kite --v 7|FAST|1",
        "a blue kite --v 7|NORMAL|1",
      ])
    #expect(try prepared("a pond --v 7", type: "FAST") == ["a pond --v 7|FAST|1"])
    #expect(try prepared("a pond --fast --fast --v 7") == ["a pond --v 7|FAST|1"])
  }

  /// What can't be expanded stays, so that the gate sees it.
  @Test func whatTheGateMustSeeStays() throws {
    for text in ["a pond --v 7 --repeat 999", "a pond --repeat x", "a pond --repeat 2 --repeat 3"] {
      #expect(try prepared(text) == ["\(text)||1"])
    }
  }

  @Test func contradictionsAreRefused() throws {
    #expect(throws: PreparationRefusal.self) { try prepared("a pond --turbo --v 7") }
    #expect(throws: PreparationRefusal.self) { try prepared("a pond --fast --relax --v 7") }
    #expect(throws: PreparationRefusal.self) { try prepared("a pond --relax --v 7", type: "FAST") }
    #expect(throws: PreparationRefusal.self) { try prepared("a {b, c} d", jobs: 1) }
    let many = "a " + String(repeating: "{b, c} ", count: 40)
    #expect(throws: PreparationRefusal.self) { try prepared(many) }
    #expect(throws: PreparationRefusal.pastedJSON) {
      try prepared(#"{"prompt": "an owl, at dusk"} --v 7"#)
    }
  }
}
