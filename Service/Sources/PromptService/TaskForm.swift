// Tasks as text and JSON.

import PromptFiles
import PromptReport
import PromptSubmit

/// Writes tasks.
enum TaskForm {
  /// A task with everything that is known of it.
  static func text(_ task: MJTask) -> String {
    var lines = ["task \(task.id): \(task.status ?? "no status")"]
    let parts: [(String, String?)] = [
      ("action", task.action), ("type", task.type), ("progress", task.progress),
      ("prompt", task.prompt), ("failed", task.failReason),
    ]
    lines += parts.compactMap { name, text in text.map { "  \(name): \($0)" } }
    lines += ImageAddresses(task).all.map { "  image (\($0.name)): \($0.address)" }
    lines += task.actions.map { "  button \($0.label ?? $0.emoji ?? ""): \($0.customId)" }
    return lines.map { VisibleText.escape($0) + "\n" }.joined()
  }

  /// A task on one line.
  static func line(_ task: MJTask) -> String {
    let cells = [
      "\(task.id)", task.status ?? "-", task.progress ?? "-", task.prompt ?? task.description ?? "",
    ]
    return cells.map(VisibleText.escape).joined(separator: "\t") + "\n"
  }

  /// A task as one line of JSON.
  static func json(_ task: MJTask) -> String {
    var json = JSONWriter()
    json.beginObject()
    json.key("task")
    json.value(task.id)
    let texts: [(String, String?)] = [
      ("status", task.status), ("action", task.action), ("type", task.type),
      ("progress", task.progress), ("prompt", task.prompt), ("failReason", task.failReason),
    ]
    for (name, text) in texts {
      json.key(name)
      json.value(text)
    }
    json.key("images")
    write(ImageAddresses(task).all, to: &json)
    json.key("actions")
    json.beginArray()
    for action in task.actions {
      json.beginObject()
      for (name, text) in [("customId", action.customId), ("label", action.label ?? "")] {
        json.key(name)
        json.value(text)
      }
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return line(&json)
  }

  /// Addresses, one a line.
  static func text(_ addresses: [(name: String, address: String)]) -> String {
    addresses.map { "\($0.name)\t\(VisibleText.escape($0.address))\n" }.joined()
  }

  /// Addresses as one line of JSON.
  static func json(_ addresses: [(name: String, address: String)]) -> String {
    var json = JSONWriter()
    write(addresses, to: &json)
    return line(&json)
  }

  private static func write(
    _ addresses: [(name: String, address: String)], to json: inout JSONWriter
  ) {
    json.beginObject()
    for (name, address) in addresses {
      json.key(name)
      json.value(address)
    }
    json.endObject()
  }

  private static func line(_ json: inout JSONWriter) -> String {
    json.newline()
    return String(decoding: json.takeBytes(), as: UTF8.self)
  }
}
