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
      if isStray(bytes, first.range) { return }
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
        let isStray = isStray(bytes, prompt.tokens[index].range)
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
    if start.entry.map({ $0.arity != .flag }) ?? false {
      while let mark = markEnd(bytes, next) { next = scanner.skipBlanks(bytes, mark) }
    }
    return (ByteRange(end, next), next)
  }

  /// The end of one `:` or `=`; nil when something else stands there.
  private func markEnd(_ bytes: Span<UInt8>, _ offset: Int) -> Int? {
    guard let byte = scanner.byte(bytes, offset) else { return nil }
    return byte == UInt8(ascii: "=") ? offset + 1 : scanner.colonEnd(bytes, offset)
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
