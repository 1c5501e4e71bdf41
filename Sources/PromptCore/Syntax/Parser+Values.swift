// How far a parameter's value reaches, by what the vocabulary says it takes.

extension Parser {
  /// The end of the value that begins at `start`; `start` itself when there is none.
  func valueEnd(_ bytes: Span<UInt8>, _ parameter: ParameterStart, from start: Int) -> Int {
    guard let entry = parameter.entry else {
      return parameter.isPermuted ? start : restEnd(bytes, from: start)
    }
    switch entry.arity {
    case .flag: return start
    case .rest: return restEnd(bytes, from: start)
    case .one: return oneEnd(bytes, entry.shape, from: start)
    case .optional:
      let isNumber = scanner.isNumber(bytes, start) || isGroup(bytes, start)
      return isNumber ? chunkEnd(bytes, from: start) : start
    case .many, .optionalMany: return manyEnd(bytes, entry, from: start)
    }
  }

  private func isGroup(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
    scanner.byte(bytes, offset) == UInt8(ascii: "{")
  }

  private func oneEnd(_ bytes: Span<UInt8>, _ shape: ValueShape, from start: Int) -> Int {
    if shape == .ratio, let end = scanner.spacedRatioEnd(bytes, start) { return end }
    return chunkEnd(bytes, from: start)
  }

  /// Values separated by spaces or commas; the first may be anything, the others must look right.
  private func manyEnd(
    _ bytes: Span<UInt8>, _ entry: ParameterVocabulary.Entry, from start: Int
  ) -> Int {
    var end = start
    var next = start
    var token = index
    while next < scanner.end {
      let chunk = chunkEnd(bytes, from: next, &token)
      let isFirst = next == start && entry.arity == .many
      guard chunk > next, isFirst || isValue(bytes, next..<chunk, entry.shape) else { break }
      end = chunk
      next = scanner.skipSpaces(bytes, chunk)
      while scanner.byte(bytes, next) == UInt8(ascii: ",") {
        next = scanner.skipSpaces(bytes, next + 1)
      }
    }
    return end
  }

  private func isValue(_ bytes: Span<UInt8>, _ chunk: Range<Int>, _ shape: ValueShape) -> Bool {
    let hasDigit = chunk.contains { bytes[$0].isDigit }
    let first = bytes[chunk.lowerBound]
    if shape == .codes {
      let isLast = scanner.isValueBoundary(bytes, chunk.upperBound)
      return hasDigit || isLast && chunk.allSatisfy { bytes[$0].isNameByte }
        || first == UInt8(ascii: "<") || isGroup(bytes, chunk.lowerBound)
    }
    return first.isDigit || first == UInt8(ascii: "<") || isGroup(bytes, chunk.lowerBound)
      || scanner.wordEnd(bytes, chunk.lowerBound, "http") != nil
      || scanner.wordEnd(bytes, chunk.lowerBound, "https") != nil
      || scanner.wordEnd(bytes, chunk.lowerBound, "random") != nil
  }

  private func chunkEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var token = index
    return chunkEnd(bytes, from: start, &token)
  }

  /// The end of a run without spaces and commas; a balanced `{…}` is part of it whole. `next` is a
  /// token at or before `start`, and afterwards the one where the run ends.
  private func chunkEnd(_ bytes: Span<UInt8>, from start: Int, _ next: inout Int) -> Int {
    skipTokens(&next, before: start)
    if let end = placeholderEnd(bytes, start) { skipTokens(&next, before: end) }
    while next < prompt.tokens.count {
      let token = prompt.tokens[next]
      switch token.kind {
      case .space, .comma, .oddSpace: return max(start, Int(token.range.start))
      case .dash:
        let begins = parameterStart(bytes, at: next, isAmongParameters: true) != nil
        if begins { return max(start, Int(token.range.start)) }
      default: break
      }
      next = braces.close(of: next).map { $0 + 1 } ?? next + 1
    }
    return scanner.end
  }

  /// The end of a `<your image here>` that nobody filled in; nil for anything else.
  private func placeholderEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard scanner.byte(bytes, start) == UInt8(ascii: "<") else { return nil }
    for offset in start..<min(scanner.end, start + 200) where bytes[offset] == UInt8(ascii: ">") {
      return offset + 1
    }
    return nil
  }

  /// The end of everything up to the next parameter or stray dashes.
  private func restEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var next = index
    skipTokens(&next, before: start)
    while next < prompt.tokens.count {
      let token = prompt.tokens[next]
      if token.kind == .dash, Int(token.range.start) >= start {
        let begins = parameterStart(bytes, at: next, isAmongParameters: true) != nil
        if begins || isStray(bytes, token.range) { return Int(token.range.start) }
      }
      next = braces.close(of: next).map { $0 + 1 } ?? next + 1
    }
    return scanner.end
  }

  private func skipTokens(_ next: inout Int, before offset: Int) {
    while next < prompt.tokens.count, Int(prompt.tokens[next].range.end) <= offset { next += 1 }
  }
}
