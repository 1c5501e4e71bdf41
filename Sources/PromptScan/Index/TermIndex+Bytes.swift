// The index as bytes: what an image keeps of it, and how that is taken up again.

internal import PromptRules

extension TermIndex {
  /// Changes with the layout of the tables.
  private static let format = 3

  /// The tables as bytes; equal lists have equal ones.
  var bytes: [UInt8] {
    var writer = ArrayWriter()
    writer.write(count: Self.format)
    writer.write(count: contextCount)
    writer.write(letters)
    writer.write(forms)
    writer.write(words)
    writer.write(terms)
    writer.write(starts.bits)
    for set in [keys, pairs, lexicon] {
      writer.write(set.bits)
      writer.write(set.slots)
    }
    writer.write(patterns.map { UInt32($0.term) << 1 | ($0.isStart ? 1 : 0) })
    for pattern in patterns { writer.write(Array(pattern.source.utf8)) }
    writer.write(always.map { UInt32($0) })
    writer.write(combinable.map { UInt32($0) })
    writer.write(literals.literals.map { UInt32($0.pattern) })
    for literal in literals.literals { writer.write(literal.bytes) }
    return writer.bytes
  }

  /// Takes up tables; nil when they are of another format or don't fit each other.
  init?(_ bytes: ArraySlice<UInt8>, termCount: Int) {
    var reader = ArrayReader(bytes)
    guard reader.readCount() == Self.format, let contextCount = reader.readCount(),
      let letters = reader.read(UInt8.self),
      let forms = reader.read(ListedForm.self), let words = reader.read(ListedWord.self),
      let terms = reader.read(TermFacts.self),
      let starts = reader.read(UInt64.self).flatMap(WordStarts.init(bits:)),
      let keys = WordSet(&reader),
      let pairs = WordSet(&reader), let lexicon = WordSet(&reader)
    else { return nil }
    (self.letters, self.forms, self.words) = (letters, forms, words)
    (self.terms, self.starts) = (terms, starts)
    self.contextCount = contextCount
    (self.keys, self.pairs, self.lexicon) = (keys, pairs, lexicon)
    scopes = terms.reduce(into: []) { $0.formUnion($1.scopes) }
    guard readPatterns(&reader), terms.count == termCount, isSound else { return nil }
  }

  private mutating func readPatterns(_ reader: inout ArrayReader) -> Bool {
    guard let heads = reader.read(UInt32.self) else { return false }
    for head in heads {
      guard let source = reader.read(UInt8.self) else { return false }
      patterns.append(
        ListedPattern(
          term: Int(head >> 1), source: String(decoding: source, as: UTF8.self),
          isStart: head & 1 == 1))
    }
    guard let always = reader.read(UInt32.self), let combinable = reader.read(UInt32.self),
      let owners = reader.read(UInt32.self)
    else { return false }
    (self.always, self.combinable) = (always.map(Int.init), combinable.map(Int.init))
    var texts: [LiteralSet.Literal] = []
    for owner in owners {
      guard let text = reader.read(UInt8.self), LiteralSet.canHold(text) else { return false }
      texts.append(LiteralSet.Literal(bytes: text, pattern: Int(owner)))
    }
    literals = LiteralSet(texts)
    return true
  }

  /// Whether every number points to something: an image may have been tampered with.
  private var isSound: Bool {
    let owners = [terms.count, 1, patterns.count, contextCount]
    return contextCount <= terms.count
      && terms.allSatisfy { $0.isSound(contextCount: contextCount) }
      && forms.indices.allSatisfy { index in
        let form = forms[index]
        return Int(form.start) + Int(form.count) <= letters.count && form.key < form.count
          && form.number < owners[Int(form.kind.rawValue)] && isEarlier(form.next, than: index)
      }
      && words.indices.allSatisfy { index in
        words[index].range.upperBound <= letters.count
          && isEarlier(words[index].next, than: index)
      }
      && keys.holds(below: forms.count) && pairs.holds(below: forms.count)
      && lexicon.holds(below: words.count)
      && patterns.allSatisfy { $0.term < terms.count }
      && (always + combinable + literals.literals.map(\.pattern)).allSatisfy { $0 < patterns.count }
  }

  /// Whether a chain goes on to an earlier entry, so that it ends.
  private func isEarlier(_ next: UInt32, than index: Int) -> Bool {
    next == .max || Int(next) < index
  }
}

extension WordSet {
  fileprivate init?(_ reader: inout ArrayReader) {
    guard let bits = reader.read(UInt64.self), let slots = reader.read(UInt64.self) else {
      return nil
    }
    self.init(bits: bits, slots: slots)
  }

  /// Whether all numbers are below a limit.
  fileprivate func holds(below limit: Int) -> Bool {
    slots.allSatisfy { $0 == Self.vacant || UInt64(UInt32(truncatingIfNeeded: $0)) < limit }
  }
}
