// A door for prompts: JSON requests on standard input, JSON answers on standard output, one a line.
// Foundation is imported on purpose: no name of the library may stand in its way.

import Foundation
import MJPrompt

/// What somebody asks for.
struct DoorRequest: Decodable {
  let prompt: String
}

/// What the door says.
struct DoorAnswer: Encodable {
  let decision: String
  let prompt: String?
  let reasons: [String]
}

@main
struct PromptDoor {
  private let gate: Gate

  init(on day: Day) throws {
    gate = try Gate(rules: RuleSet(.embedded), options: LintOptions(asOf: day))
  }

  /// The only way to a `ValidatedPrompt`, which is all that a sender should take.
  func answer(_ request: DoorRequest) -> DoorAnswer {
    var scratch = ScanScratch()
    let verdict = gate.check(SourceText(request.prompt), scratch: &scratch)
    return DoorAnswer(
      decision: verdict.decision.rawValue, prompt: verdict.prompt?.text,
      reasons: verdict.refusal.map { [$0.message] } ?? verdict.diagnostics.map(\.message))
  }

  static func main() throws {
    let door = try PromptDoor(on: Day(secondsSinceEpoch: Int(Date().timeIntervalSince1970)))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    while let line = readLine() {
      let request = try JSONDecoder().decode(DoorRequest.self, from: Data(line.utf8))
      print(String(decoding: try encoder.encode(door.answer(request)), as: UTF8.self))
    }
  }
}
