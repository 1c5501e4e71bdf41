// Whether a listed spelling stands in a text where its key word was found.

extension TermIndex {
  /// The bytes of a form whose key begins at `place` of a folded text, or nil when it stands elsewhere.
  ///
  /// `words` is the text without letters of scripts without spaces, which end a word for others.
  func range(
    of form: ListedForm, at place: Int, in text: Span<UInt8>, words: Span<UInt8>
  ) -> Range<Int>? {
    let key = form.range.lowerBound + Int(form.key)
    guard let end = end(of: key..<form.range.upperBound, form, at: place, in: text),
      let start = start(of: form.range.lowerBound..<key, form, before: place, in: text),
      words.isWordEdge(start), words.isWordEdge(end)
    else { return nil }
    return start..<end
  }

  /// Where the letters of `part` end that begin at `place`.
  private func end(
    of part: Range<Int>, _ form: ListedForm, at place: Int, in text: Span<UInt8>
  ) -> Int? {
    var offset = place
    for index in part {
      if letters[index] == 0x20 {
        let start = offset
        while offset < text.count, isGap(text[offset], form) { offset += 1 }
        guard 1...longestGap ~= offset - start else { return nil }
      } else {
        guard offset < text.count, text[offset] == letters[index] else { return nil }
        offset += 1
      }
    }
    return offset
  }

  /// Where the letters of `part` begin that end at `place`.
  private func start(
    of part: Range<Int>, _ form: ListedForm, before place: Int, in text: Span<UInt8>
  ) -> Int? {
    var offset = place
    for index in part.reversed() {
      if letters[index] == 0x20 {
        let end = offset
        while offset > 0, isGap(text[offset - 1], form) { offset -= 1 }
        guard 1...longestGap ~= end - offset else { return nil }
      } else {
        guard offset > 0, text[offset - 1] == letters[index] else { return nil }
        offset -= 1
      }
    }
    return offset
  }

  /// Innocent text may be abbreviated: "philip k. dick".
  private func isGap(_ byte: UInt8, _ form: ListedForm) -> Bool {
    isGapByte(byte) || form.kind == .allow && byte == UInt8(ascii: ".")
  }
}

extension Span<UInt8> {
  /// Whether no word goes on from before `offset` to behind it.
  func isWordEdge(_ offset: Int) -> Bool {
    offset == 0 || offset == count || !isWordByte(self[offset - 1]) || !isWordByte(self[offset])
  }
}
