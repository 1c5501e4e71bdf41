// The stand-in fails as it is told, and only so.

import Foundation
import NIOCore
import ServiceTestSupport
import Testing

/// What a client sees of a mode, and whether a task was made.
struct SeenFault: Sendable, CustomTestStringConvertible {
  let mode: String
  let status: Int?
  let ending: RawReply.Ending
  let accepted: Bool
  var testDescription: String { mode }

  init(_ mode: String, _ status: Int?, _ ending: RawReply.Ending = .closed, accepted: Bool) {
    (self.mode, self.status, self.ending, self.accepted) = (mode, status, ending, accepted)
  }

  static let all: [SeenFault] =
    [
      SeenFault("reset-before-body", nil, .reset, accepted: false),
      SeenFault("close-before-body", nil, accepted: false),
      SeenFault("reset-after-body", nil, .reset, accepted: false),
      SeenFault("close-after-body", nil, accepted: false),
      SeenFault("hang", nil, accepted: false),
      SeenFault("lost-reset", nil, .reset, accepted: true),
      SeenFault("lost-close", nil, accepted: true),
      SeenFault("lost-hang", nil, accepted: true),
      SeenFault("garbage", nil, accepted: true),
      SeenFault("half-body-reset", 200, .reset, accepted: true),
      SeenFault("http-429-retry-after", 429, accepted: false),
      SeenFault("http-503-retry-after", 503, accepted: false),
      SeenFault("code-400", 200, accepted: false), SeenFault("code-500", 200, accepted: false),
      SeenFault("continue", 100, accepted: true),
    ] + statuses("lost-", [500, 502, 503, 504], accepted: true)
    + statuses("redirect-", [301, 302, 303, 307, 308], accepted: false)
    + statuses("http-", [400, 401, 403, 404, 429, 500, 502, 503, 504], accepted: false)
    + [
      "half-head", "half-body", "half-body-hang", "long-length", "short-length", "chunk-cut",
      "bad-json", "empty", "html", "invalid-utf8", "deep-json", "no-data", "null-data", "list-data",
      "negative-id", "fraction-id", "huge-id", "word-id", "code-200-only", "oversized", "long-head",
      "encoded", "duplicate-id", "extra-answer", "string-id", "object-id", "chunked", "http-1-0",
      "slow", "delay", "close-idle", "refuse",
    ].map { SeenFault($0, 200, accepted: true) }

  private static func statuses(
    _ prefix: String, _ statuses: [Int], accepted: Bool
  ) -> [SeenFault] {
    statuses.map { status in SeenFault("\(prefix)\(status)", status, accepted: accepted) }
  }
}

@Suite struct FaultTests {
  private let folder = NSTemporaryDirectory()
  private static let quick = [
    "--hang-ms", "20", "--delay-ms", "20", "--refuse-ms", "300", "--drip-ms", "1",
  ]
  private static let body = "model=midjourney&prompt=a"

  @Test func everyModeIsInTheTable() throws {
    let listed = try FakeServer.output(["--list-modes"]).split(separator: "\n").map(String.init)
    #expect(listed.count >= 20)
    #expect(listed.sorted() == SeenFault.all.map(\.mode).sorted())
  }

  @Test(arguments: SeenFault.all)
  func aModeIsSeenAsTold(_ seen: SeenFault) async throws {
    let server = try FakeServer(Self.quick + ["--mode", seen.mode], in: folder)
    let reply = try await RawClient(port: server.port).post("imagine", Self.body)
    #expect(reply.status == seen.status)
    #expect(reply.ending == seen.ending)
    let received = try server.received()
    #expect(received.map(\.fault) == [seen.mode])
    #expect(received.map(\.accepted) == [seen.accepted])
  }

  @Test func aSeedTellsHowEachRequestFares() async throws {
    func faults(seed: Int) async throws -> [String?] {
      let server = try FakeServer(
        Self.quick + ["--faults", "0.5", "--seed", "\(seed)"], in: folder)
      let client = RawClient(port: server.port)
      for _ in 0..<60 { await Self.submit(client) }
      return try server.received().map(\.fault)
    }
    let first = try await faults(seed: 3)
    #expect(first.count == 60)
    #expect((15...45).contains(first.count { $0 != nil }))
    #expect(try await faults(seed: 3) == first)
    #expect(try await faults(seed: 4) != first)
  }

  /// Posts until somebody takes the connection.
  private static func submit(_ client: RawClient) async {
    while (try? await client.post("imagine", body)) == nil {
      try? await Task.sleep(for: .milliseconds(20))
    }
  }

  @Test func aWordInThePromptTellsToo() async throws {
    let server = try FakeServer(in: folder)
    let client = RawClient(port: server.port)
    let reply = try await client.post(
      "imagine", "model=midjourney&prompt=a+fakefault-lost-502,+b")
    #expect(reply.status == 502)
    #expect(try await client.post("imagine", Self.body).status == 200)
    #expect(try server.received().map(\.accepted) == [true, true])
  }

  @Test func controlChangesTheNextOnes() async throws {
    let server = try FakeServer(in: folder)
    let client = RawClient(port: server.port)
    let told = try await client.post("/control", #"{"mode":"http-429","times":2}"#)
    #expect(told.body == #"{"accepted":0,"received":0}"#)
    var statuses: [Int?] = []
    for _ in 0..<3 { statuses.append(try await client.post("imagine", Self.body).status) }
    #expect(statuses == [429, 429, 200])
    #expect(try await client.post("/control", #"{"mode":"nonsense"}"#).status == 400)
  }

  @Test func connectionsAreRefused() async throws {
    let hour = "3600000"
    let server = try FakeServer(["--refuse-ms", hour, "--mode", "refuse"], in: folder)
    let client = RawClient(port: server.port)
    _ = try await client.post("imagine", Self.body)
    await #expect(throws: (any Error).self) { try await client.post("imagine", Self.body) }
    #expect(try server.received().count == 1)
  }

  @Test func connectionsAreTakenAgain() async throws {
    let server = try FakeServer(["--refuse-ms", "50", "--mode", "refuse"], in: folder)
    let client = RawClient(port: server.port)
    for _ in 0..<2 { await Self.submit(client) }
    #expect(try server.received().count == 2)
  }
}
