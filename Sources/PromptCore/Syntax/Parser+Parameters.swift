// The parameters: what each takes, and what is left over between them.

extension Parser {
  mutating func parseParameters(_ bytes: Span<UInt8>) {
    while index < prompt.tokens.count {
      let token = prompt.tokens[index]
      switch token.kind {
      case .space, .oddSpace, .invisible, .control: index += 1
      case .comma: recordPunctuation(token.range)
      case .dash:
        if let start = parameterStart(bytes, at: index, isAmongParameters: true) {
          parseParameter(bytes, start)
        } else {
          parseUnexpected(bytes)
        }
      default: parseUnexpected(bytes)
      }
    }
  }

  private mutating func recordPunctuation(_ range: ByteRange) {
    prompt.faults.append(SyntaxFault(kind: .unexpectedPunctuation, range: range))
    index += 1
  }

  /// Text that belongs to no parameter, up to the next one.
  private mutating func parseUnexpected(_ bytes: Span<UInt8>) {
    let first = prompt.tokens[index]
    if first.kind == .dash {
      recordStrayDashes(bytes, first)
      index += 1
      if first.range.count > 1, bytes[Int(first.range.start)] == 0x2D { return }
    } else {
      index = braces.close(of: index).map { $0 + 1 } ?? index + 1
    }
    skipToParameter(bytes)
    let end = index < prompt.tokens.count ? prompt.tokens[index].range.start : prompt.range.end
    let start = max(first.range.start, prompt.parameters.last?.range.end ?? 0)
    let range = trimmed(bytes, Int(start), Int(end))
    let isMark = range.count < 10 && marksStart(bytes, range, .none) == range.start
    prompt.faults.append(
      SyntaxFault(kind: isMark ? .unexpectedPunctuation : .unexpectedText, range: range))
  }

  /// Moves to the next dash that begins a parameter or is stray, or to the end.
  private mutating func skipToParameter(_ bytes: Span<UInt8>) {
    while index < prompt.tokens.count {
      if prompt.tokens[index].kind == .dash {
        let dash = prompt.tokens[index].range
        let isStray = dash.count > 1 && bytes[Int(dash.start)] == 0x2D
        if isStray || parameterStart(bytes, at: index, isAmongParameters: true) != nil { return }
      }
      index = braces.close(of: index).map { $0 + 1 } ?? index + 1
    }
  }

  private mutating func parseParameter(_ bytes: Span<UInt8>, _ start: ParameterStart) {
    let dash = prompt.tokens[index].range
    let (separator, valueStart) = separator(bytes, after: start)
    let isMarked = separator.isEmpty && beginsWithMark(bytes, valueStart)
    let end = isMarked ? valueStart : valueEnd(bytes, start, from: valueStart)
    let extent = end > valueStart ? trimmed(bytes, valueStart, end) : ByteRange(at: start.name.end)
    let (value, mark) = splitMark(bytes, extent, start.entry)
    prompt.parameters.append(
      Parameter(
        range: ByteRange(dash.start, max(start.name.end, extent.end)), dash: dash,
        dashStyle: start.dashStyle, isGlued: start.isGlued, name: start.name, entry: start.entry,
        isPermuted: start.isPermuted,
        separator: value.isEmpty ? ByteRange(at: start.name.end) : separator,
        value: value.isEmpty ? nil : value))
    if !mark.isEmpty {
      prompt.faults.append(SyntaxFault(kind: .unexpectedPunctuation, range: mark))
    }
    let isList = start.entry?.arity == .many || start.entry?.arity == .optionalMany
    seek(to: max(start.name.end, extent.end), recordingCommas: isList)
  }

  /// What stands between the name and its value, and where the value begins.
  private func separator(_ bytes: Span<UInt8>, after start: ParameterStart) -> (ByteRange, Int) {
    let end = Int(start.name.end)
    var next = scanner.skipBlanks(bytes, end)
    if start.entry.map({ $0.arity != .flag }) ?? false, next < scanner.end {
      let isEquals = bytes[next] == UInt8(ascii: "=")
      if let mark = isEquals ? next + 1 : scanner.colonEnd(bytes, next) {
        next = scanner.skipBlanks(bytes, mark)
      }
    }
    return (ByteRange(end, next), next)
  }

  /// Moves past `offset`; commas between the items of a list are recorded, those of groups are not.
  private mutating func seek(to offset: UInt32, recordingCommas: Bool) {
    while index < prompt.tokens.count, prompt.tokens[index].range.end <= offset {
      let token = prompt.tokens[index]
      if recordingCommas, token.kind == .comma {
        prompt.faults.append(SyntaxFault(kind: .unexpectedPunctuation, range: token.range))
      }
      index = recordingCommas ? braces.close(of: index).map { $0 + 1 } ?? index + 1 : index + 1
    }
  }
}

// MARK: Punctuation at the end of a value

extension Parser {
  /// Splits the closing punctuation off a value: `16:9.` is a ratio and a full stop. A quotation mark
  /// stays when the value begins with its partner.
  private func splitMark(
    _ bytes: Span<UInt8>, _ value: ByteRange, _ entry: ParameterVocabulary.Entry?
  ) -> (value: ByteRange, mark: ByteRange) {
    guard let entry, entry.arity != .flag else { return (value, ByteRange(at: value.end)) }
    let start = Int(marksStart(bytes, value, entry.shape))
    let end = Int(trimmed(bytes, Int(value.start), start).end)
    if end == Int(value.start) { return (value, ByteRange(at: value.end)) }
    return (ByteRange(Int(value.start), end), ByteRange(end, Int(value.end)))
  }

  /// Where the closing punctuation at the end of a range begins.
  private func marksStart(
    _ bytes: Span<UInt8>, _ range: ByteRange, _ shape: ValueShape
  ) -> UInt32 {
    let opening = range.isEmpty ? nil : scalar(bytes, from: range.start, to: range.end)
    let partner = opening.flatMap { WideScalar.closingQuote(of: $0.value) }
    var end = range.end
    while end > range.start, let last = lastScalar(bytes, range.start, end),
      isMark(last.value, shape)
    {
      let isPaired = last.value == partner && end - UInt32(last.count) > range.start
      if isPaired && shape != .none { break }
      end -= UInt32(last.count)
    }
    return end
  }

  private func scalar(
    _ bytes: Span<UInt8>, from start: UInt32, to end: UInt32
  ) -> (value: UInt32, count: Int)? {
    decodeScalar(bytes, at: Int(start), end: Int(end))
  }

  /// The scalar that ends at `end`.
  private func lastScalar(
    _ bytes: Span<UInt8>, _ start: UInt32, _ end: UInt32
  ) -> (value: UInt32, count: Int)? {
    var first = end - 1
    while first > start, bytes[Int(first)].isContinuation { first -= 1 }
    let found = scalar(bytes, from: first, to: end)
    return found.flatMap { first + UInt32($0.count) == end ? $0 : nil }
  }

  private func isMark(_ scalar: UInt32, _ shape: ValueShape) -> Bool {
    if shape == .text { return textMarks.contains(scalar) }
    return scalar < 0x80 ? closingMarks.contains(UInt8(scalar)) : WideScalar.closes(scalar)
  }

  /// Whether punctuation touches a name, as in `--weird.`; `--q.5` is a value.
  private func beginsWithMark(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
    guard offset < scanner.end, let mark = decodeScalar(bytes, at: offset, end: scanner.end),
      isMark(mark.value, .none)
    else { return false }
    return !(mark.value == 0x2E && scanner.skipDigits(bytes, offset + 1) > offset + 1)
  }

}

private let closingMarks = ByteSet { Array(".,;!?'\")]*_`".utf8).contains($0) }
/// `,` `.` and the same of East Asian writing.
private let textMarks: Set<UInt32> = [0x2C, 0x2E, 0x3001, 0x3002, 0xFF0C]
