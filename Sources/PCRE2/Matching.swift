// Searching: the one place that calls pcre2_match.

internal import CPCRE2

extension Pattern {
  /// The byte range of the first match at or after `offset`, or nil when there is none.
  ///
  /// Nil means that the text was searched up to its end; a search that gave up throws instead.
  /// Look-behind and `\b` see the bytes before `offset`, nothing sees those from `end` on: `$` is
  /// there.
  ///
  /// - Precondition: `bytes` is valid UTF-8. It isn't checked again here, and libpcre2 reads out of
  ///   bounds in anything else; take it from a `String` or a validated source.
  /// - Precondition: `offset` and `end` (nil is the end of `bytes`) are in `0...bytes.count`, in this
  ///   order, and begin a scalar each (checked).
  /// - Throws: `MatchError` when a budget or limit of `scratch` is spent or libpcre2 fails; never for
  ///   "no match".
  /// - Complexity: O(end - offset) where nothing begins to match; at most the budget, else. Bytes
  ///   outside cost nothing, nor do those behind `offset` with an anchored pattern.
  public func firstMatch(
    in bytes: Span<UInt8>, from offset: Int = 0, upTo end: Int? = nil,
    scratch: inout MatchScratch
  ) throws(MatchError) -> Range<Int>? {
    try search(bytes, from: offset, upTo: end, options: 0, scratch: &scratch)
  }

  /// The byte ranges of all matches at or after `offset`, in order and without overlap.
  ///
  /// After an empty match the search goes on at the same place for a match that is not empty there,
  /// as Perl does: `a*` in `baa` gives `0..<0`, `1..<3`, `3..<3`.
  ///
  /// - Precondition: As for `firstMatch(in:from:upTo:scratch:)`.
  /// - Throws: `MatchError` as soon as one search gives up; what was found before is lost with it.
  /// - Complexity: One search for each match, and one more.
  public func allMatches(
    in bytes: Span<UInt8>, from offset: Int = 0, upTo end: Int? = nil,
    scratch: inout MatchScratch
  ) throws(MatchError) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = offset
    var options: UInt32 = 0
    while let range = try search(
      bytes, from: start, upTo: end, options: options, scratch: &scratch)
    {
      ranges.append(range)
      start = range.upperBound
      options = range.isEmpty ? PCRE2_NOTEMPTY_ATSTART : 0
    }
    return ranges
  }

  private func search(
    _ bytes: Span<UInt8>, from offset: Int, upTo end: Int?, options: UInt32,
    scratch: inout MatchScratch
  ) throws(MatchError) -> Range<Int>? {
    let end = end ?? bytes.count
    precondition(
      offset <= end && Self.isBoundary(offset, in: bytes) && Self.isBoundary(end, in: bytes),
      "the search begins or ends inside a scalar or outside")
    try scratch.beginSearch(weight, from: offset)
    let text = bytes.extracting(..<end)
    let result = run(text, offset, options | PCRE2_NO_UTF_CHECK, scratch: &scratch)
    // 0 says that captures did not fit into the scratch, which has room for the whole match only.
    if result >= 0 { return try scratch.matchedRange(from: offset) }
    if result == PCRE2_ERROR_NOMATCH { return nil }
    throw MatchError(code: result)
  }

  private func run(
    _ bytes: Span<UInt8>, _ offset: Int, _ options: UInt32, scratch: inout MatchScratch
  ) -> Int32 {
    let (data, context) = unsafe (scratch.data, scratch.context)
    let count = bytes.count
    return withExtendedLifetime(self) {
      unsafe withPointer(to: bytes) { pointer in
        unsafe pcre2_match_8(code, pointer, count, offset, options, data, context)
      }
    }
  }

  private static func isBoundary(_ offset: Int, in bytes: Span<UInt8>) -> Bool {
    if offset == bytes.count { return true }
    return bytes.indices.contains(offset) && bytes[offset] & 0xC0 != 0x80
  }
}

// SAFETY: the pointer is valid in `body` only; nothing here or in libpcre2 keeps it (match data
// remembers the subject for functions that this module doesn't call). An empty span may have no
// address, and libpcre2 wants one: it gets that of a static empty string.
func withPointer<Result>(
  to bytes: Span<UInt8>, _ body: (UnsafePointer<UInt8>) -> Result
) -> Result {
  let empty: StaticString = ""
  return unsafe bytes.withUnsafeBufferPointer { buffer in
    unsafe body(buffer.baseAddress ?? empty.utf8Start)
  }
}
