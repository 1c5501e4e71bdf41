// The options of everything that speaks to the API.

import ArgumentParser
import PromptCommand
import PromptFiles
import PromptSubmit

/// Where the API is, who asks, and how often.
struct ConnectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where the API is: https, or http to this machine. MJPROMPT_BASE_URL if not given.",
      valueName: "url"))
  var baseURL: String?

  @Option(
    help: ArgumentHelp(
      "Read the key from this file, which nobody else may read; MJPROMPT_API_KEY if not given.",
      valueName: "file"), completion: .file())
  var apiKeyFile: String?

  @Option(help: "How requests are written: form, json.")
  var body = BodyForm.form

  @Option(help: ArgumentHelp("Calls a second, 0 for no limit.", valueName: "number"))
  var rate = 2.0

  func validate() throws {
    if !(0...10_000 ~= rate) { throw ValidationError("--rate takes a number from 0 to 10000") }
  }

  /// The limiter of the key.
  var limiter: RateLimiter { RateLimiter(perSecond: rate == 0 ? nil : rate) }

  /// How the API is spoken to, over so many connections.
  func settings(connections: Int = 4) throws(CommandFailure) -> APISettings {
    var settings = APISettings()
    let given = baseURL ?? FileSystem.environmentVariable("MJPROMPT_BASE_URL")
    if let given {
      guard let address = ServiceAddress(given) else {
        throw CommandFailure(
          "--base-url takes an origin such as \(ServiceAddress.usual.text); http only to 127.0.0.1, "
            + "[::1] and localhost", .usage)
      }
      settings.address = address
    }
    settings.form = body
    settings.connections = connections
    return settings
  }

  /// The key.
  func key() throws(CommandFailure) -> Secret {
    do throws(APIKey.Failure) {
      return try APIKey.read(file: apiKeyFile)
    } catch {
      throw CommandFailure(error.description, .usage)
    }
  }

  /// A client.
  func client(connections: Int = 4, retries: Set<Int> = []) throws -> ImagineClient {
    ImagineClient(try settings(connections: connections), key: try key(), retries: retries)
  }
}

/// Where the ledger is.
struct LedgerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The ledger; mjprompt/ledger.sqlite in the user's state folder if not given.",
      valueName: "file"), completion: .file())
  var ledger: String?

  /// The path of the ledger.
  func path() throws(CommandFailure) -> String {
    if let ledger { return ledger }
    let given = FileSystem.environmentVariable("XDG_STATE_HOME") ?? ""
    let home = FileSystem.environmentVariable("HOME") ?? ""
    let folder = given.hasPrefix("/") ? given : home.hasPrefix("/") ? "\(home)/.local/state" : nil
    guard let folder else {
      throw CommandFailure("there is no HOME for the ledger; name one with --ledger", .usage)
    }
    return "\(folder)/mjprompt/ledger.sqlite"
  }
}

/// Webhooks as values of options.
enum Webhook {
  /// The webhook of an option.
  static func address(_ text: String?) throws(CommandFailure) -> WebAddress? {
    guard let text else { return nil }
    do throws(WebAddress.Refusal) {
      return try WebAddress(text)
    } catch {
      throw CommandFailure("--webhook: \(error.rawValue)", .usage)
    }
  }
}
