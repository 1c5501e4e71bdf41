// What answers mean, and how tolerantly they are read.

import Foundation
import Testing

@testable import PromptSubmit

@Suite struct AnswerTests {
  private func outcome(
    _ status: Int, _ body: String, retries: Set<Int> = [], retryAfter: Int? = nil
  ) -> String {
    let answer = HTTPAnswer(status: status, body: Array(body.utf8), retryAfter: retryAfter)
    switch AnswerJudge(retries: retries).outcome(answer) {
    case .accepted(let task): return "accepted \(task)"
    case .notSent: return "not sent"
    case .busy(_, let seconds): return "busy \(seconds ?? 0)"
    case .refused: return "refused"
    case .turnedAway: return "turned away"
    case .unknown: return "unknown"
    }
  }

  @Test(arguments: [
    #"{"statusCode":200,"message":"Success","data":2}"#, #"{"statusCode":200,"data":"2"}"#,
    #"{"statusCode":"200","data":{"taskId":2}}"#,
    #"{"statusCode":200,"data":{"taskId":"2","x":[]}}"#,
    #" {"data":2,"more":{"a":[1]},"statusCode":200} "#,
  ])
  func taskIdsAreReadTolerantly(_ body: String) { #expect(outcome(200, body) == "accepted 2") }

  @Test(arguments: [
    "", "null", "[]", "2", "{}", "<html>", "{\"statusCode\":200}",
    #"{"statusCode":200,"data":null}"#,
    #"{"statusCode":200,"data":-1}"#, #"{"statusCode":200,"data":1.5}"#,
    #"{"statusCode":200,"data":"x"}"#, #"{"statusCode":200,"data":[1]}"#, #"{"data":2}"#,
    #"{"statusCode":200,"data":2"#, #"{"statusCode":500,"data":2}"#,
    #"{"statusCode":429,"data":null}"#, String(repeating: "[", count: 100_000),
  ])
  func whatCantBeReadIsUnknown(_ body: String) { #expect(outcome(200, body) == "unknown") }

  @Test func everyStatusHasItsMeaning() {
    let success = #"{"statusCode":200,"data":2}"#
    for status in 100..<600 {
      let expected =
        switch status {
        case 200..<300: "accepted 2"
        case 301, 307, 308, 401, 402, 403, 407: "turned away"
        case 408, 409, 425, 429, 499: "unknown"
        case 400..<500: "refused"
        default: "unknown"
        }
      #expect(outcome(status, success) == expected, "\(status)")
    }
    #expect(outcome(200, #"{"statusCode":400,"message":"no"}"#) == "refused")
    #expect(outcome(200, #"{"statusCode":401,"message":"no"}"#) == "turned away")
  }

  @Test func onlyDocumentedStatusesAreSentAgain() {
    #expect(outcome(429, "", retries: [429], retryAfter: 7) == "busy 7")
    #expect(outcome(503, "", retries: [429]) == "unknown")
  }

  @Test func tasksAreReadTolerantly() throws {
    let body = """
      {"statusCode":200,"data":{"total":"3","tasks":[
        {"taskId":"1","status":"FAILED","progress":100,"failReason":"[Banned prompt] no","actions":null},
        {"taskId":2,"status":"success","imageDcUrl":"https://example.com/a.png","imageS3Url":null,
         "submitTime":"2026-11-24T10:00:00.250Z","actions":[{"customId":"c","label":"U1","emoji":null}]},
        {"broken":true}]}}
      """
    let page = try #require(APIEnvelope<TaskPage>.read(Array(body.utf8))?.data)
    #expect(page.total == 3 && page.tasks.map(\.id) == [1, 2])
    #expect(page.tasks.map(\.ending) == [.failure, .success])
    #expect(page.tasks[0].progress == "100%" && page.tasks[1].actions.map(\.customId) == ["c"])
    #expect(page.tasks[1].submitTime == 1_795_514_400.25)
    #expect(ImageAddresses(page.tasks[1]).all.map(\.name) == ["discord-proxy", "discord-small"])
    for one in [#"{"total":1,"tasks":{"taskId":9}}"#, #"[{"taskId":9}]"#, #"{"taskId":9}"#] {
      let single = APIEnvelope<TaskPage>.read(Array(#"{"statusCode":200,"data":\#(one)}"#.utf8))
      #expect(single?.data?.tasks.map(\.id) == [9])
    }
  }

  @Test func origins() {
    for good in [
      "https://api.example.com", "https://api.example.com/", "https://api.example.com:8443",
      "http://127.0.0.1:80", "http://[::1]:8080", "http://localhost",
    ] { #expect(ServiceAddress(good) != nil, "\(good)") }
    for bad in [
      "", "api.example.com", "http://api.example.com", "http://127.0.0.1.example.com",
      "http://127.0.0.2", "ftp://127.0.0.1", "https://", "https://a/b", "https://a@b",
      "https://a?b",
      "https://a#b", "https://a:0", "https://a:b", "https://a b", "http://localhost@example.com",
      "http+unix://x", "https://a\r\nb",
    ] { #expect(ServiceAddress(bad) == nil, "\(bad)") }
  }
}
