// A text as the scanner reads it, and the way back to the original.

internal import PromptCore

/// Folded text with spaces behind it, its words marked.
struct ScanView: ~Copyable {
  /// The text, and `WordKernel.padding` spaces.
  var text: [UInt8] = Array(repeating: 0x20, count: WordKernel.padding)
  /// How many bytes the text has.
  var count = 0
  /// The same with spaces for the letters of scripts without; empty when there are none.
  var segmented: [UInt8] = []
  /// What was marked in it.
  var marks = WordMarks()

  /// Whether it is known to be ASCII.
  var isASCII = false

  /// Whether it has letters of scripts without spaces.
  var hasUnsegmented: Bool { !segmented.isEmpty }

  /// The text in which words are: without the letters of scripts without spaces.
  var wordText: [UInt8] { hasUnsegmented ? segmented : text }

  mutating func removeAll() {
    count = 0
    isASCII = false
    segmented.clear()
    marks.removeAll()
  }

  /// Takes over a text that is folded; its words are to be marked.
  mutating func take(_ bytes: [UInt8]) {
    count = bytes.count
    text.clear()
    text += bytes
    isASCII = bytes.reduce(0, |) < 0x80
    Self.pad(&text)
  }

  /// Adds the spaces that the kernel wants behind a text.
  static func pad(_ text: inout [UInt8]) {
    for _ in 0..<WordKernel.padding { text.append(0x20) }
  }
}
