// The entry of `mjprompt`.

import ArgumentParser

struct MJPromptCommand: ParsableCommand {
  @Option var prompt: String?
  func run() throws { print(prompt ?? "x") }
}

@main
enum Main {
  static func main() { MJPromptCommand.main() }
}
