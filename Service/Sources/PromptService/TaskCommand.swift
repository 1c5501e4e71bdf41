// `mjprompt task`: what became of submissions, and what can be done with their images.

import ArgumentParser

/// Everything about tasks.
struct TaskCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "task",
    abstract: "Ask after tasks, press their buttons, find their images.",
    subcommands: [
      TaskStatus.self, TaskList.self, TaskActionCommand.self, TaskBlend.self, TaskDescribe.self,
      TaskImage.self,
    ])
}
