// How a file holds a prompt, and how it is written back.

/// How a file holds a prompt.
package enum FieldForm: Hashable, Sendable {
  /// The file is the prompt.
  case whole
  /// A line.
  case line
  /// The inside of a JSON string.
  case jsonString
  /// A field of CSV; when it is quoted, its inside.
  case csvField(delimiter: UInt8, isQuoted: Bool)

  /// What stands in the file for a prompt.
  package func encoded(_ prompt: [UInt8]) -> [UInt8] {
    switch self {
    case .whole: return prompt
    case .line:
      return prompt.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
    case .jsonString:
      var field: [UInt8] = []
      JSONWriter.appendEscaped(String(decoding: prompt, as: UTF8.self), to: &field)
      return field
    case .csvField(_, isQuoted: true): return Self.doubled(prompt)
    case .csvField(let delimiter, isQuoted: false):
      return Self.needsQuotes(prompt, delimiter)
        ? [UInt8(ascii: "\"")] + Self.doubled(prompt) + [UInt8(ascii: "\"")] : prompt
    }
  }

  private static func doubled(_ prompt: [UInt8]) -> [UInt8] {
    prompt.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }
  }

  /// Blanks alone need quotes too, since a line of nothing else is no record.
  private static func needsQuotes(_ prompt: [UInt8], _ delimiter: UInt8) -> Bool {
    prompt[...].isBlank
      || prompt.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
  }
}
