// Whether a dash begins a parameter: the one place where prose and parameters are told apart.

/// A dash that begins a parameter.
struct ParameterStart {
  let dashStyle: Parameter.DashStyle
  let isGlued: Bool
  let name: ByteRange
  let entry: ParameterVocabulary.Entry?
  let isPermuted: Bool
}

extension Parser {
  /// What the dash at token `index` begins, or nil when it is a dash of prose.
  ///
  /// `--name` behind white space always begins a parameter, known or not, since the service reads it
  /// so. Every other spelling (`—ar`, `- -ar`, `-- ar`, `cat--ar`) does when the name is known and
  /// what follows is what the name takes; "a cat — a study" and "well--known" stay prose.
  func parameterStart(
    _ bytes: Span<UInt8>, at index: Int, isAmongParameters: Bool
  ) -> ParameterStart? {
    let dash = prompt.tokens[index].range
    let style = dashStyle(bytes, dash)
    let isGlued = isGlued(bytes, index)
    if let group = permutedName(index), style == .doubleHyphen || style == .emDash {
      return ParameterStart(
        dashStyle: style, isGlued: isGlued, name: group, entry: nil, isPermuted: true)
    }
    let first = scanner.skipSpaces(bytes, Int(dash.end))
    guard first < scanner.end, bytes[first].isLetter || bytes[first] == 0xEF else { return nil }
    let (name, entry) = name(bytes, at: first)
    if entry == nil, !bytes[first].isLetter { return nil }
    let isPlain = style == .doubleHyphen && first == Int(dash.end)
    guard
      (isPlain && (!isGlued || isAmongParameters))
        || fits(bytes, entry, name, isProse: isGlued && !isPlain, isAmongParameters)
    else { return nil }
    return ParameterStart(
      dashStyle: style, isGlued: isGlued, name: name, entry: entry, isPermuted: false)
  }

  private func permutedName(_ index: Int) -> ByteRange? {
    guard index + 1 < prompt.tokens.count, let close = braces.close(of: index + 1) else {
      return nil
    }
    return prompt.tokens[index + 1].range.union(prompt.tokens[close].range)
  }

  private func isGlued(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    guard index > 0 else { return false }
    let previous = prompt.tokens[index - 1]
    let isBlank = [.space, .oddSpace, .invisible, .control].contains(previous.kind)
    return !isBlank && !bytes[Int(previous.range.end) - 1].isSpace
  }

  private func dashStyle(_ bytes: Span<UInt8>, _ dash: ByteRange) -> Parameter.DashStyle {
    var hyphens = 0
    for offset in dash.indices where bytes[offset] == 0x2D { hyphens += 1 }
    let spaces = dash.indices.count { bytes[$0].isSpace }
    if hyphens + spaces == dash.count {
      return hyphens == 2 ? .doubleHyphen : hyphens == 1 ? .singleHyphen : .other
    }
    guard dash.count == 3, let scalar = decodeScalar(bytes, at: Int(dash.start), end: scanner.end)
    else { return .other }
    return scalar.value == 0x2014 ? .emDash : scalar.value == 0x2013 ? .enDash : .other
  }

  /// The name at `first`; of a name with its value glued on (`ar16:9`, `v5`) only the letters.
  private func name(
    _ bytes: Span<UInt8>, at first: Int
  ) -> (ByteRange, ParameterVocabulary.Entry?) {
    let end = scanner.nameEnd(bytes, first)
    if end < scanner.end, bytes[end] >= 0x80, let disguised = scanner.disguisedName(bytes, first),
      let entry = vocabulary.entry(disguised.name.span, disguised.name.indices)
    {
      return (ByteRange(first, disguised.end), entry)
    }
    if let entry = vocabulary.entry(bytes, first..<end) { return (ByteRange(first, end), entry) }
    let letters = scanner.skipLetters(bytes, first)
    if isValueStart(bytes, letters),
      let entry = vocabulary.entry(bytes, first..<letters), entry.arity != .flag
    {
      return (ByteRange(first, letters), entry)
    }
    return (ByteRange(first, end), nil)
  }
}

// MARK: What a name takes

extension Parser {
  /// Whether what follows the name is what a parameter of this kind takes.
  private func fits(
    _ bytes: Span<UInt8>, _ entry: ParameterVocabulary.Entry?, _ name: ByteRange, isProse: Bool,
    _ isAmongParameters: Bool
  ) -> Bool {
    guard let entry else { return false }
    let end = Int(name.end)
    let value = scanner.skipSpaces(bytes, end)
    let isOpenGroup = scanner.byte(bytes, value) == UInt8(ascii: "{")
    if isOpenGroup && entry.arity != .flag { return true }
    switch entry.shape {
    case .none: return scanner.isValueBoundary(bytes, end)
    case .integer, .decimal, .version:
      return scanner.numberEnd(bytes, value) != nil
        || entry.arity == .optional && scanner.isValueBoundary(bytes, end)
    case .ratio: return scanner.skipDigits(bytes, value) > value
    case .enumeration, .codes: return isLoneWord(bytes, value)
    case .references, .url, .urls: return isReference(bytes, value)
    case .text: return isAmongParameters || !isProse && dashTouches(bytes, name)
    }
  }

  /// Whether a number is glued to a name: `ar16:9`, `iw-1`.
  private func isValueStart(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
    guard let byte = scanner.byte(bytes, offset) else { return false }
    return byte.isDigit
      || byte == UInt8(ascii: "-") && scanner.skipDigits(bytes, offset + 1) > offset + 1
  }

  private func dashTouches(_ bytes: Span<UInt8>, _ name: ByteRange) -> Bool {
    name.start > 0 && !bytes[Int(name.start) - 1].isSpace
  }

  private func isLoneWord(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
    scanner.isValueBoundary(bytes, scanner.nameEnd(bytes, offset))
  }

  private func isReference(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
    guard let byte = scanner.byte(bytes, offset) else { return false }
    if byte.isDigit || byte == UInt8(ascii: "<") { return true }
    return scanner.wordEnd(bytes, offset, "http") != nil
      || scanner.wordEnd(bytes, offset, "https") != nil
      || scanner.wordEnd(bytes, offset, "random") != nil
  }
}
