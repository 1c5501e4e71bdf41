// A term list prepared for scanning: flat tables, made once, shared freely.

internal import PromptCore
internal import PromptRules

/// The listed spellings by the words that they are found by.
///
/// Terms and phrases are found by their rarest word, patterns by words that they can't match without,
/// text of scripts without spaces by its first two characters.
struct TermIndex: Sendable {
  /// The folded text of all spellings and words, one behind the other.
  var letters: [UInt8] = []
  /// The spellings.
  var forms: [ListedForm] = []
  /// The number of the last form of each key; the others follow by `next`.
  var keys = WordSet(capacity: 0)
  /// The number of the last spelling of a script without spaces of each pair of characters.
  var pairs = WordSet(capacity: 0)
  /// The words of all spellings and patterns, to see through disguises; empty without.
  var words: [ListedWord] = []
  /// The number of the last word of each hash; the others follow by `next`.
  var lexicon = WordSet(capacity: 0)
  /// What the words of the lexicon begin with.
  var starts = WordStarts()
  /// What the scanner must know of each term.
  var terms: [TermFacts] = []
  /// The patterns.
  var patterns: [ListedPattern] = []
  /// The text that patterns without a word can't match without.
  var literals = LiteralSet()
  /// The patterns that nothing is known of and that always run.
  var always: [Int] = []
  /// The same, but as branches of a few combined ones.
  var combinable: [Int] = []
  /// How many sets of context words there are.
  var contextCount = 0
  /// Where any term counts.
  var scopes: TermScopes = []

  /// How many bytes the tables take.
  var byteCount: Int {
    letters.count + forms.count * MemoryLayout<ListedForm>.stride
      + words.count * MemoryLayout<ListedWord>.stride
      + terms.count * MemoryLayout<TermFacts>.stride
      + [keys, pairs, lexicon].reduce(0) { $0 + 8 * ($1.bits.count + $1.slots.count) }
  }

  /// Calls `body` with the number of each form whose key has this hash.
  func forms(of hash: UInt64, in set: WordSet, _ body: (Int) -> Void) {
    var next = set.find(hash)
    while let number = next {
      body(Int(number))
      let following = forms[Int(number)].next
      next = following == .max ? nil : following
    }
  }

  /// The listed word that is `word`, or nil.
  func listedWord(_ word: Span<UInt8>) -> ListedWord? {
    listedWord(WordSet.hash(word)) { known in
      known.range.count == word.count
        && zip(known.range, word.indices).allSatisfy { letters[$0] == word[$1] }
    }
  }

  /// The first listed word of a hash that is the right one, or nil.
  func listedWord(_ hash: UInt64, where isRight: (ListedWord) -> Bool) -> ListedWord? {
    var next = lexicon.find(hash)
    while let number = next {
      let word = words[Int(number)]
      if isRight(word) { return word }
      next = word.next == .max ? nil : word.next
    }
    return nil
  }

  /// What the term of a pattern needs beside it, or nil.
  func need(ofPattern number: Int) -> ContextNeed? { terms[patterns[number].term].need }

  /// Whether a listed word is a term or a context word by itself.
  func isTerm(_ word: ListedWord) -> Bool {
    var isTerm = false
    forms(of: WordSet.hash(letters.span.extracting(word.range)), in: keys) {
      let isWhole = forms[$0].range.count == word.range.count
      isTerm = isTerm || isWhole && [.term, .context].contains(forms[$0].kind)
    }
    return isTerm
  }
}

/// A word of a spelling or of a pattern.
struct ListedWord: Sendable, BitwiseCopyable {
  /// Shorter words are too often something else to be seen in a disguise.
  static let shortest = 3
  /// The same of words of a phrase, which don't stand alone.
  static let shortestOfPhrase = 2

  /// Where it begins in the index's letters, in bytes.
  let start: UInt32
  /// How many bytes it has.
  let count: UInt32
  /// The next word of the same hash, or `UInt32.max`.
  let next: UInt32

  var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

/// A pattern of the list.
struct ListedPattern: Sendable {
  /// The number of its term.
  let term: Int
  /// The pattern.
  let source: String
  /// Whether it begins with the word that it is found by.
  let isStart: Bool
}
