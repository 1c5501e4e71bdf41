// The stand-in answers as the API's pages describe it.

import Foundation
import ServiceTestSupport
import Testing

@Suite struct EndpointTests {
  private let folder = NSTemporaryDirectory()

  @Test(arguments: [
    ("application/x-www-form-urlencoded", "model=midjourney&prompt=a+b%2B%F0%9F%9A%A4%26%0A"),
    ("application/json", #"{"model":"midjourney","prompt":"a b+🚤&\n"}"#),
  ])
  func imagineTakesBothForms(_ type: String, _ body: String) async throws {
    let server = try FakeServer(in: folder)
    let client = RawClient(port: server.port)
    let reply = try await client.post("imagine", body, type: type)
    #expect(reply.body == #"{"data":1000001,"message":"Success","statusCode":200}"#)
    let shown = try await client.post("query", "model=midjourney&taskId=1000001")
    #expect(shown.body.contains(#""prompt":"a b+🚤&\n""#))
    #expect(shown.body.contains(#""webhookUrl":null"#))
  }

  @Test(arguments: [
    ("imagine", "prompt=a"), ("imagine", "model=midjourney&prompt="),
    ("imagine", "model=midjourney&prompt=%GG"), ("imagine", "model=midjourney&prompt=%FF"),
    ("imagine", "model=midjourney&prompt=a&type=SLOW"),
    ("imagine", "model=midjourney&prompt=a&base64Array=abc"),
    ("blend", "model=midjourney&base64Array=data:image/png;base64,AA"),
    ("describe", "model=midjourney"), ("action", "model=midjourney&taskId=7&customId=x"),
    ("query", "model=midjourney&taskId=7"), ("query-mj-tasks?page=0", "model=midjourney"),
    ("query-mj-tasks?page=1&pageSize=21", "model=midjourney"),
  ])
  func badRequestsAreRefusedInTheBody(_ endpoint: String, _ body: String) async throws {
    let server = try FakeServer(in: folder)
    let reply = try await RawClient(port: server.port).post(endpoint, body)
    #expect(reply.status == 200)
    #expect(reply.body.contains(#""statusCode":400"#))
    #expect(try server.received().allSatisfy { !$0.accepted })
  }

  @Test func tasksGetOnByPolls() async throws {
    let server = try FakeServer(["--polls", "2"], in: folder)
    let client = RawClient(port: server.port)
    _ = try await client.post("imagine", "model=midjourney&prompt=a")
    _ = try await client.post("imagine", "model=midjourney&prompt=b+fakefailed-link")
    var seen: [String] = []
    for task in [1_000_001, 1_000_001, 1_000_002, 1_000_002] {
      let body = try await client.post("query", "model=midjourney&taskId=\(task)").body
      seen.append(try #require(body.firstMatch(of: /"status":"([A-Z_]+)"/)?.output.1.description))
    }
    #expect(seen == ["IN_PROGRESS", "SUCCESS", "IN_PROGRESS", "FAILED"])
    let button = "MJ::JOB::upsample::2::00000000-0000-4000-8000-000001000001"
    let pressed = try await client.post(
      "action", "model=midjourney&taskId=1000001&customId=\(button)")
    #expect(pressed.body.contains(#""data":1000003"#))
  }

  @Test func listsNewestFirst() async throws {
    let server = try FakeServer(in: folder)
    let client = RawClient(port: server.port)
    for number in 1...7 {
      _ = try await client.post("imagine", "model=midjourney&prompt=p\(number)&webhook=w\(number)")
    }
    let page = try await client.post("query-mj-tasks?page=2&pageSize=5", "model=midjourney").body
    #expect(page.contains(#""total":7"#))
    #expect(page.matches(of: /"webhookUrl":"(w\d)"/).map(\.output.1) == ["w2", "w1"])
  }

  @Test func theLogHoldsTheBytesButNotTheToken() async throws {
    let server = try FakeServer(token: "canary", in: folder)
    let client = RawClient(port: server.port)
    let body = "model=midjourney&prompt=%25%2b+%3D"
    _ = try await client.post("imagine", body)
    _ = try await client.post("imagine", body, token: "canary2")
    let received = try server.received()
    #expect(received.map(\.authorized) == [true, false])
    #expect(received.map(\.accepted) == [true, false])
    #expect(received.allSatisfy { String(decoding: $0.body, as: UTF8.self) == body })
    #expect(!"\(received)".contains("canary"))
  }

  @Test(arguments: ["GARBAGE\r\n\r\n", "POST / HTTP/1.1\r\nno colon\r\n\r\n", "\r\n\r\n"])
  func whatIsNoRequestIsRefused(_ text: String) async throws {
    let server = try FakeServer(in: folder)
    #expect(try await RawClient(port: server.port).exchange(text).status == 400)
  }
}
