// Terms in an image: where each begins, then one behind the other, so that one can be read alone.

/// The terms of an image, as bytes.
struct PackedTerms: Hashable, Sendable {
  private static let width = 4

  /// How many there are.
  let count: Int
  /// For each term where it begins in `bytes`, in four bytes.
  private let starts: ArraySlice<UInt8>
  private let bytes: ArraySlice<UInt8>

  /// Takes the terms that stand next in an image.
  init(from image: inout ImageReader) throws(RuleImageError) {
    count = try image.count()
    starts = try image.bytes(count * Self.width)
    bytes = try image.bytes(try image.count())
  }

  static func write(_ terms: some Collection<Term>, to image: inout ImageWriter) {
    var starts = ImageWriter()
    var bytes = ImageWriter()
    for term in terms {
      starts.fixed(UInt64(bytes.bytes.count), count: width)
      term.write(to: &bytes)
    }
    image.number(UInt64(terms.count))
    image.append(starts.bytes)
    image.number(UInt64(bytes.bytes.count))
    image.append(bytes.bytes)
  }

  /// The term of that number. One that can't be read, in an image that was tampered with, is as heavy as
  /// can be.
  subscript(number: Int) -> Term {
    var start = ImageReader(starts.dropFirst(number * Self.width))
    do {
      var reader = ImageReader(bytes.dropFirst(Int(try start.fixed(count: Self.width))))
      return try Term(from: &reader)
    } catch {
      return Term(
        name: "damaged term \(number)", kind: .word, forms: [], category: "damaged", weight: .heavy,
        scopes: [.text, .no], reason: nil, replacement: nil, match: [], clean: [])
    }
  }
}
