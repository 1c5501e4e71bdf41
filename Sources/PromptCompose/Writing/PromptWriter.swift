// Writes a prompt piece by piece and remembers what each piece must be read as.

internal import PromptCore

/// A prompt while it is written.
struct PromptWriter: Sendable {
  /// What a piece of text stands in.
  enum Context: Sendable {
    /// The text or the value of a parameter.
    case plain
    /// The items of a `{…}` group, in which a comma of the text is no comma of the group.
    case group
    /// A link, or a value that may be one.
    case link
    /// Nothing: it is written down as it was given.
    case raw
  }

  /// A parameter that was written.
  struct Parameter: Equatable, Sendable {
    let dash: UInt32
    let name: ByteRange
    var value: ByteRange?
  }

  /// The bytes so far.
  private(set) var bytes: [UInt8] = []
  /// The pieces that must stay text, in order.
  private(set) var literals: [ByteRange] = []
  /// The images, in order.
  private(set) var images: [ByteRange] = []
  /// The parameters, in order.
  private(set) var parameters: [Parameter] = []
  /// Where the text ends and the parameters begin.
  private(set) var textEnd: UInt32 = 0

  /// Forgets everything but its memory.
  mutating func begin() {
    bytes.removeAll(keepingCapacity: true)
    literals.removeAll(keepingCapacity: true)
    images.removeAll(keepingCapacity: true)
    parameters.removeAll(keepingCapacity: true)
    textEnd = 0
  }

  /// The text, and what stands behind it.
  var textBytes: ArraySlice<UInt8> { bytes[..<Int(textEnd)] }
  var parameterBytes: ArraySlice<UInt8> { bytes[Int(textEnd)...] }

  /// How many bytes there are.
  var count: Int { bytes.count }

  // MARK: Pieces

  /// Writes syntax, which means what it means.
  mutating func syntax(_ piece: some Collection<UInt8>) {
    guard piece.first == 0x20 else {
      bytes += piece
      return
    }
    space()
    bytes += piece.drop { $0 == 0x20 }
  }

  /// Writes text that must stay text.
  mutating func literal(_ text: [UInt8], _ context: Context = .plain) {
    if context == .plain, let first = text.first, first != 0x20 {
      literals.append(ByteRange(bytes.count, bytes.count + text.count))
      bytes += text
      return
    }
    var piece = text[...]
    if piece.first == 0x20 {
      space()
      piece = piece.drop { $0 == 0x20 }
    }
    if piece.isEmpty { return }
    let start = bytes.count
    if context == .group {
      for byte in piece {
        if byte == UInt8(ascii: ",") { bytes.append(UInt8(ascii: "\\")) }
        bytes.append(byte)
      }
    } else {
      bytes += piece
    }
    literals.append(ByteRange(start, bytes.count))
  }

  /// Writes bytes as they are.
  mutating func raw(_ piece: [UInt8]) { bytes += piece }

  /// Writes a space unless one stands there or nothing does.
  mutating func space() {
    if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
  }

  /// Takes spaces, and of a value also commas and full stops, off the end, but no further than to
  /// `start`.
  mutating func trim(downTo start: Int, marks: Bool = false) {
    while bytes.count > start, let last = bytes.last,
      last == 0x20 || marks && (last == UInt8(ascii: ",") || last == UInt8(ascii: "."))
    {
      bytes.removeLast()
    }
    while let last = literals.last, Int(last.end) > bytes.count {
      literals.removeLast()
      let kept = ByteRange(Int(last.start), bytes.count)
      if !kept.isEmpty { literals.append(kept) }
    }
  }

  /// Takes everything behind `start` back.
  mutating func retreat(to start: Int) {
    bytes.removeLast(bytes.count - start)
    while let last = literals.last, Int(last.end) > start { literals.removeLast() }
  }

  // MARK: Structure

  /// Says that what stands behind `start` is an image.
  mutating func endImage(from start: Int) { images.append(ByteRange(start, bytes.count)) }

  /// Says that the text is over.
  mutating func endText() {
    trim(downTo: 0)
    textEnd = UInt32(bytes.count)
  }

  /// Begins a parameter; its value comes next, if it has one.
  mutating func beginParameter(_ name: String) {
    space()
    let dash = UInt32(bytes.count)
    bytes += "--".utf8
    bytes += name.utf8
    let range = ByteRange(dash + 2, UInt32(bytes.count))
    parameters.append(Parameter(dash: dash, name: range, value: nil))
  }

  /// Begins the value of the last parameter, and returns where.
  mutating func beginValue() -> Int {
    space()
    return bytes.count
  }

  /// Ends a value that began at `start`; without one its parameter stands alone.
  mutating func endValue(from start: Int) {
    trim(downTo: start, marks: true)
    if bytes.count > start {
      parameters[parameters.count - 1].value = ByteRange(start, bytes.count)
    } else {
      trim(downTo: 0)
    }
  }

  /// Takes the last parameter back.
  mutating func dropParameter() {
    guard let last = parameters.popLast() else { return }
    retreat(to: Int(last.dash))
    trim(downTo: 0)
  }
}
