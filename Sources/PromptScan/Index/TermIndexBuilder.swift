// A term list → its index.

internal import PromptCore
internal import PromptRules

/// Collects spellings, then sorts them into tables.
struct TermIndexBuilder {
  private var index = TermIndex()
  private var pending: [Pending] = []
  private var words: [Word] = []
  private var literals: [LiteralSet.Literal] = []
  private var text = FormText()
  /// The numbers of the sets of context words.
  private var contexts: [[String]: Int] = [:]
  private let hasLexicon: Bool

  /// A spelling whose place in its table isn't known yet.
  private struct Pending {
    let hash: UInt64
    let start: Int
    let count: Int
    let key: Int
    let kind: ListedForm.Kind
    let number: Int
    let isUnsegmented: Bool
  }

  /// A word for the lexicon.
  private struct Word {
    let hash: UInt64
    let range: Range<Int>
  }

  private init(hasLexicon: Bool) { self.hasLexicon = hasLexicon }

  /// The index of a list, with a lexicon when disguises are to be seen through.
  ///
  /// - Complexity: O(size of the list).
  static func index(
    _ terms: some Collection<Term>, _ allow: [AllowRule], hasLexicon: Bool
  ) -> TermIndex {
    var builder = TermIndexBuilder(hasLexicon: hasLexicon)
    builder.reserve(terms.count)
    for (number, term) in terms.enumerated() { builder.add(term, number) }
    for rule in allow { builder.add(rule.text, .allow, 0) }
    return builder.finished()
  }

  /// Makes room for as much as usual terms take.
  private mutating func reserve(_ count: Int) {
    index.terms.reserveCapacity(count)
    index.letters.reserveCapacity(16 * count)
    pending.reserveCapacity(count + count / 4)
    if hasLexicon { words.reserveCapacity(count + count / 2) }
  }

  private mutating func add(_ term: Term, _ number: Int) {
    index.terms.append(TermFacts(term, context: term.near.map { set(of: $0.words) }))
    index.scopes.formUnion(term.scopes)
    if term.kind == .pattern {
      add(pattern: term.forms[0], number)
    } else {
      for form in term.forms { add(form, .term, number) }
    }
  }

  /// The number of a set of context words, which terms may share.
  private mutating func set(of words: [String]) -> Int {
    if let known = contexts[words] { return known }
    let number = contexts.count
    contexts[words] = number
    for word in words { add(word, .context, number) }
    return number
  }

  private mutating func add(_ form: String, _ kind: ListedForm.Kind, _ number: Int) {
    text.read(form)
    // Nobody writes such a term; the format has no room for it.
    guard !text.bytes.isEmpty, text.bytes.count <= Int(UInt16.max) else { return }
    let start = index.letters.count
    index.letters += text.bytes
    let key = text.key()
    pending.append(
      Pending(
        hash: WordSet.hash(text.bytes.span.extracting(key)), start: start,
        count: text.bytes.count, key: key.lowerBound, kind: kind, number: number,
        isUnsegmented: text.isUnsegmented))
    if hasLexicon, !text.isUnsegmented {
      let isPhrase = text.bytes.contains(0x20)
      let shortest = isPhrase ? ListedWord.shortestOfPhrase : ListedWord.shortest
      text.bytes.eachWord { word in
        if word.count >= shortest { note(start + word.lowerBound..<start + word.upperBound) }
      }
    }
  }

  // MARK: Patterns

  private mutating func add(pattern source: String, _ term: Int) {
    let outline = PatternOutline(source)
    let number = index.patterns.count
    var isStart = false
    switch outline.key {
    case .words(let words, let startsThere):
      isStart = startsThere
      for word in words { add(word, ofPattern: number) }
    case .literals(let texts):
      literals += texts.map { LiteralSet.Literal(bytes: $0, pattern: number) }
    case .none:
      if outline.isCombinable {
        index.combinable.append(number)
      } else {
        index.always.append(number)
      }
    }
    index.patterns.append(ListedPattern(term: term, source: source, isStart: isStart))
    if hasLexicon {
      for word in outline.words where word.count >= ListedWord.shortest {
        index.letters += word
        note(index.letters.count - word.count..<index.letters.count)
      }
    }
  }

  private mutating func add(_ word: [UInt8], ofPattern number: Int) {
    pending.append(
      Pending(
        hash: WordSet.hash(word.span), start: index.letters.count, count: word.count, key: 0,
        kind: .pattern, number: number, isUnsegmented: false))
    index.letters += word
  }

  // MARK: The lexicon

  /// Notes a word of the letters, also as it is without doubled letters.
  private mutating func note(_ range: Range<Int>) {
    let word = index.letters[range]
    words.append(Word(hash: WordSet.hash(index.letters.span.extracting(range)), range: range))
    let squeezed = word.squeezed
    if squeezed.count < word.count {
      words.append(Word(hash: WordSet.hash(squeezed.span), range: range))
    }
  }

  // MARK: Tables

  private consuming func finished() -> TermIndex {
    index.contextCount = contexts.count
    index.literals = LiteralSet(literals)
    let wide = pending.count { $0.isUnsegmented }
    index.keys = WordSet(capacity: pending.count - wide)
    index.pairs = WordSet(capacity: wide)
    index.forms.reserveCapacity(pending.count)
    for form in pending { insert(form) }
    index.lexicon = WordSet(capacity: words.count, isSeldomAsked: true)
    index.words.reserveCapacity(words.count)
    for word in words { insert(word) }
    trimLetters()
    return index
  }

  /// Gives back the room that growing took.
  private mutating func trimLetters() {
    var letters: [UInt8] = []
    letters.reserveCapacity(index.letters.count)
    letters += index.letters
    index.letters = letters
  }

  private mutating func insert(_ form: Pending) {
    let number = UInt32(index.forms.count)
    let next =
      form.isUnsegmented
      ? index.pairs.update(form.hash, number) : index.keys.update(form.hash, number)
    index.forms.append(
      ListedForm(
        start: form.start, count: form.count, key: form.key, kind: form.kind, number: form.number,
        next: next))
  }

  private mutating func insert(_ word: Word) {
    let isKnown = index.listedWord(word.hash) { known in
      index.letters[known.range] == index.letters[word.range]
    }
    if isKnown != nil { return }
    index.starts.insert(index.letters[word.range])
    let next = index.lexicon.update(word.hash, UInt32(index.words.count))
    index.words.append(
      ListedWord(
        start: UInt32(word.range.lowerBound), count: UInt32(word.range.count), next: next ?? .max))
  }
}

extension Sequence<UInt8> {
  /// The bytes without any that equals the one before it.
  var squeezed: [UInt8] {
    reduce(into: []) { kept, byte in
      if kept.last != byte { kept.append(byte) }
    }
  }
}
