// Which task belongs to which submission whose answer was lost.

import Foundation
import Testing

@testable import PromptSubmit

@Suite struct ReconciliationTests {
  private func task(
    _ id: Int, _ prompt: String, at seconds: Double? = 1000, type: String = "FAST",
    webhook: String? = nil
  ) throws -> MJTask {
    var object: [String: Any] = ["taskId": id, "prompt": prompt, "taskType": type]
    object["webhookUrl"] = webhook
    object["submitTime"] = seconds.map {
      Date(timeIntervalSince1970: $0).formatted(
        Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
    return try JSONDecoder().decode(
      MJTask.self, from: JSONSerialization.data(withJSONObject: object))
  }

  private func unknown(
    _ number: Int64, _ prompt: String, at seconds: Int = 1000, nonce: String? = nil
  ) -> Reconciliation.Unknown {
    Reconciliation.Unknown(
      number: number, prompt: prompt, type: nil, nonce: nonce, sentAt: seconds)
  }

  private func matches(
    _ unknowns: [Reconciliation.Unknown], _ tasks: [MJTask]
  ) -> [Int64: UInt64] {
    var reconciliation = Reconciliation(unknowns)
    for task in tasks { reconciliation.look(at: task) }
    return Dictionary(uniqueKeysWithValues: reconciliation.matches.map { ($0.submission, $0.task) })
  }

  @Test func onePairIsCertain() throws {
    #expect(matches([unknown(1, "a")], [try task(7, "a"), try task(8, "b")]) == [1: 7])
  }

  @Test func twoOnEitherSideAreNot() throws {
    let one = try task(7, "a")
    #expect(matches([unknown(1, "a"), unknown(2, "a")], [one]) == [:])
    #expect(matches([unknown(1, "a")], [one, try task(8, "a")]) == [:])
    #expect(matches([unknown(1, "a"), unknown(2, "a")], [one, try task(8, "a")]) == [:])
  }

  @Test func otherTimesAndTypesAreNoCandidates() throws {
    #expect(matches([unknown(1, "a")], [try task(7, "a", at: 90_000)]) == [:])
    #expect(matches([unknown(1, "a")], [try task(7, "a", at: nil)]) == [:])
    #expect(matches([unknown(1, "a", at: 1_200)], [try task(7, "a", at: 1000.5)]) == [1: 7])
    var typed = [unknown(1, "a")]
    typed[0] = Reconciliation.Unknown(
      number: 1, prompt: "a", type: "NORMAL", nonce: nil, sentAt: 1000)
    #expect(matches(typed, [try task(7, "a", type: "FAST")]) == [:])
  }

  @Test func aRandomValueIsExact() throws {
    let nonce = String(repeating: "a1", count: 16), other = String(repeating: "b2", count: 16)
    let webhook = WebhookNonce.address("https://example.com/hook?x=1", nonce)
    #expect(webhook == "https://example.com/hook?x=1&mjprompt=\(nonce)")
    let unknowns = [unknown(1, "a", nonce: nonce), unknown(2, "a", nonce: other)]
    // The time says nothing then.
    #expect(matches(unknowns, [try task(7, "a", at: 9, webhook: webhook)]) == [1: 7])
    #expect(matches(unknowns, [try task(7, "a")]) == [:])
    let foreign = WebhookNonce.address(
      "https://example.com/hook", String(repeating: "c", count: 32))
    #expect(matches([unknown(1, "a")], [try task(7, "a", webhook: foreign)]) == [:])
    #expect(
      matches(unknowns, [try task(7, "a", webhook: webhook), try task(8, "a", webhook: webhook)])
        == [:])
  }
}
