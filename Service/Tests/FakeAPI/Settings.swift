// What the stand-in is told on its command line.

import Foundation

/// A command line that can't be followed.
struct UsageError: Error, CustomStringConvertible {
  let description: String
}

/// The options of a run.
struct Settings: Sendable {
  /// 0 chooses one below the ephemeral ports, which stays free while the stand-in refuses connections.
  var port = 0
  var log: String?
  var plan = FaultPlan()
  var progress = TaskProgress.polls(3)
  var times = Times()
  var endsWithInput = false
  /// The token that requests must bear; where there is none, any will do.
  var token = ProcessInfo.processInfo.environment["MJPROMPT_API_KEY"]
  /// What to print instead of serving.
  var text: String?

  /// How long the stand-in takes to misbehave, in milliseconds.
  struct Times: Sendable {
    var delay: Int64 = 300
    var hang: Int64 = 60_000
    var refuse: Int64 = 200
    var drip: Int64 = 5
  }

  static let help = """
    usage: mjprompt-fake-api [options]
      --port N            listen on this port of 127.0.0.1 (default: a free one)
      --log FILE          append a JSON line for each submission received, before it is answered
      --faults RATE       the share of submissions that something goes wrong with, 0 to 1
      --query-faults RATE the same of queries and listings
      --seed N            which ones, and how; the nth submission fares the same with the same seed
      --mode NAME         every submission fares like this; --list-modes names them
      --polls N           a task is done after N queries (3)
      --progress-ms N     a task is done after N milliseconds
      --delay-ms N        how late `delay` answers (300)
      --hang-ms N         how long a connection hangs before it is closed (60000)
      --refuse-ms N       how long `refuse` refuses connections (200)
      --drip-ms N         the pause between two bytes of `slow` (5)
      --until-eof         end when standard input ends
    A word `fakefault-NAME` in a prompt makes its submission fare like NAME, `fakefail-banned`,
    `-parameter`, `-link`, `-image`, `-internal` make its task fail, `fakefailed-…` as FAILED.
    POST /control takes {"mode", "times", "faults", "queryFaults", "seed"}; GET /control counts.
    The token that requests must bear is MJPROMPT_API_KEY; without it any will do.

    """

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let option = rest.popFirst() { try take(option, &rest) }
  }

  private mutating func take(_ option: String, _ rest: inout ArraySlice<String>) throws {
    switch option {
    case "--help": text = Self.help
    case "--list-modes": text = Fault.all.map { $0.name + "\n" }.joined()
    case "--until-eof": endsWithInput = true
    case "--log": log = try Self.value(of: option, &rest)
    case "--mode": plan.always = try Fault.named(Self.value(of: option, &rest))
    case "--port": port = try Self.number(option, &rest)
    case "--faults": plan.rate = try Self.number(option, &rest)
    case "--query-faults": plan.queryRate = try Self.number(option, &rest)
    case "--seed": plan.seed = try Self.number(option, &rest)
    case "--polls": progress = .polls(try Self.number(option, &rest))
    case "--progress-ms": progress = .milliseconds(try Self.number(option, &rest))
    case "--delay-ms": times.delay = try Self.number(option, &rest)
    case "--hang-ms": times.hang = try Self.number(option, &rest)
    case "--refuse-ms": times.refuse = try Self.number(option, &rest)
    case "--drip-ms": times.drip = try Self.number(option, &rest)
    default: throw UsageError(description: "unknown option '\(option)'; --help lists them")
    }
  }

  private static func value(of option: String, _ rest: inout ArraySlice<String>) throws -> String {
    guard let value = rest.popFirst() else {
      throw UsageError(description: "\(option) takes a value")
    }
    return value
  }

  private static func number<Number: LosslessStringConvertible>(
    _ option: String, _ rest: inout ArraySlice<String>
  ) throws -> Number {
    let text = try value(of: option, &rest)
    guard let number = Number(text) else {
      throw UsageError(description: "\(option) takes a number, not '\(text)'")
    }
    return number
  }
}
