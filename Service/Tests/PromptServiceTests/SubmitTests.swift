// `mjprompt-service submit` as people run it, against the stand-in.

import Foundation
import ServiceTestSupport
import Testing

@Suite struct SubmitTests {
  private let folder: ServiceFolder

  init() throws { folder = try ServiceFolder() }

  private func submit(
    _ file: String, _ server: FakeServer?, _ more: String..., key: String = ServiceFolder.key
  ) throws -> ServiceResult {
    let address = server.map { ["--base-url", $0.address] } ?? []
    return try folder.run(
      ["submit", file, "--ledger", "l.sqlite", "--rate", "0"] + address + more, key: key)
  }

  private func server(_ arguments: String...) throws -> FakeServer {
    try FakeServer(arguments, in: folder.path)
  }

  private func states(_ result: ServiceResult) -> [String] {
    result.output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
  }

  // MARK: Once

  @Test func theSameFileTwiceSendsNothingTwice() throws {
    let server = try server()
    let file = try folder.write(
      "a pond --v 7\na {red, blue} kite --v 7 --repeat 2\n", to: "in.prompt")
    let first = try submit(file, server)
    #expect(first.status == 0 && states(first) == Array(repeating: "accepted", count: 5))
    #expect(try server.received().count == 5)
    let second = try submit(file, server)
    #expect(second.status == 0 && second.output == first.output)
    #expect(try server.received().count == 5)
    #expect(try submit(file, server, "--again").status == 0)
    #expect(try server.received().count == 10)
    let resumed = try folder.run([
      "submit", "--resume", "--ledger", "l.sqlite", "--base-url", server.address,
    ])
    #expect(resumed.status == 0 && states(resumed).count == 10)
    #expect(try server.received().count == 10)
  }

  @Test func aChangedFileSendsNothing() throws {
    let server = try server()
    let file = try folder.write("a pond --v 7\na kite --v 7\n", to: "in.prompt")
    _ = try submit(file, server)
    _ = try folder.write("a pond --v 7\na red kite --v 7\n", to: "in.prompt")
    let changed = try submit(file, server)
    #expect(changed.status == 2 && changed.errors.contains("nothing was sent"))
    #expect(try submit(file, server, "--resume").status == 2)
    #expect(try server.received().count == 2)
  }

  @Test func idsDecide() throws {
    let server = try server()
    let one = try folder.write(#"{"id":"x","prompt":"a pond --v 7"}"# + "\n", to: "one.jsonl")
    let two = try folder.write("id,prompt\nx,a pond --v 7\ny,a kite --v 7\n", to: "two.csv")
    #expect(try submit(one, server).status == 0)
    #expect(try submit(two, server).status == 0)
    #expect(try server.received().count == 2)
    let other = try folder.write(#"{"id":"x","prompt":"a lake --v 7"}"# + "\n", to: "one.jsonl")
    let conflict = try submit(other, server)
    #expect(conflict.status == 2 && conflict.errors.contains("another request"))
    #expect(try server.received().count == 2)
  }

  // MARK: Denied

  @Test func deniedPromptsNeverLeave() throws {
    let server = try server()
    let file = try folder.write(
      "a nude --v 7\n\na pond --v 7 --turbo\na pond --s 5000 --v 7\n"
        + "http://127.0.0.1/a.png a pond --v 7\nhttps://192.168.0.1/a.png a pond --v 7\na pond --v 7\n",
      to: "in.prompt")
    let result = try submit(file, server)
    #expect(result.status == 1)
    #expect(states(result) == Array(repeating: "denied", count: 6) + ["accepted"])
    #expect(try server.received().count == 1)
  }

  @Test func dryRunsSendNothingAndShowNoKey() throws {
    let file = try folder.write("a “quiet” pond & more --fast --v 7\na nude\n", to: "in.prompt")
    for form in ["form", "json"] {
      let result = try submit(file, nil, "--dry-run", "--body", form)
      #expect(result.status == 1 && !result.output.contains(ServiceFolder.key))
      #expect(result.output.contains("POST https://api.ohmygpt.com/api/v1/ai/draw/mj/imagine"))
      #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/l.sqlite"))
    }
    let curl = try submit(file, nil, "--dry-run").output.split(separator: "\n")
      .first { $0.hasPrefix("printf") }
    #expect(
      curl?.hasSuffix(
        "'model=midjourney&prompt=a+%E2%80%9Cquiet%E2%80%9D+pond+%26+more+--v+7&type=FAST'")
        ?? false)
  }

  // MARK: Answers

  @Test(arguments: [
    ("http-400", 4, "refused"), ("code-400", 4, "refused"), ("http-401", 4, "planned"),
    ("redirect-307", 4, "planned"), ("http-500", 5, "unknown"), ("redirect-302", 5, "unknown"),
    ("http-429", 5, "unknown"), ("lost-close", 0, "accepted"), ("string-id", 0, "accepted"),
  ])
  func answersDecideOnTheEnd(_ mode: String, _ status: Int, _ state: String) throws {
    let server = try server("--mode", mode)
    let file = try folder.write("a pond --v 7\n", to: "in.prompt")
    let result = try submit(file, server)
    #expect(states(result) == [state] && result.status == status, "\(mode): \(result.errors)")
    #expect(try server.received().count == 1)
  }

  @Test func aServerThatIsAwayEndsTheRun() throws {
    let file = try folder.write("a pond --v 7\na kite --v 7\n", to: "in.prompt")
    let result = try folder.run([
      "submit", file, "--ledger", "l.sqlite", "--base-url", "http://127.0.0.1:1", "--rate", "0",
    ])
    #expect(result.status == 3 && states(result) == ["planned", "planned"])
    let server = try server()
    let later = try submit(file, server)
    #expect(later.status == 0 && states(later) == ["accepted", "accepted"])
    #expect(try server.received().count == 2)
  }

  @Test func failedTasksSayWhere() throws {
    let server = try server("--polls", "1")
    let file = try folder.write("a pond fakefail-banned --v 7\n", to: "in.prompt")
    let result = try submit(file, server, "--wait", "--json")
    #expect(result.status == 4)
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let failure = object?["failure"] as? [String: Any]
    #expect(failure?["name"] as? String == "banned-prompt", "\(result.output)")
  }

  // MARK: The ledger

  @Test func brokenLedgersEndTheRun() throws {
    let server = try server()
    let file = try folder.write("a pond --v 7\n", to: "in.prompt")
    _ = try folder.write(String(repeating: "no database ", count: 100), to: "l.sqlite")
    let result = try submit(file, server)
    #expect(result.status == 3 && result.errors.split(separator: "\n").count == 1)
    #expect(try server.received().isEmpty)
  }

  @Test func mistakesOfUsageEndWithTwo() throws {
    let file = try folder.write("a pond --v 7\n", to: "in.prompt")
    for arguments in [
      ["submit"], ["submit", file, "--jobs", "0"], ["submit", file, "--resume", "--again"],
      ["submit", file, "--base-url", "http://example.com"],
      ["submit", file, "--target", "discord"],
      ["submit", file, "--webhook", "https://localhost/"],
      ["submit", file, "--api-key-file", file],
      ["task"], ["task", "blend", file], ["nothing"],
    ] {
      let result = try folder.run(arguments)
      #expect(result.status == (arguments == ["task"] ? 0 : 2), "\(arguments): \(result.errors)")
    }
    #expect(try folder.run(["submit", file], key: "").status == 2)
  }
}
