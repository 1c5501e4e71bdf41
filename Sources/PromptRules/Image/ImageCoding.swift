// The bytes of a compiled rule set: numbers, strings and lists, little-endian, no alignment.

/// Why an image can't be used.
public struct RuleImageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, one line.
  public let description: String

  init(_ description: String) { self.description = description }
}

/// A value that can stand in an image.
protocol ImageCodable {
  func write(to image: inout ImageWriter)
  init(from image: inout ImageReader) throws(RuleImageError)
}

/// Collects the bytes of a section.
struct ImageWriter {
  private(set) var bytes: [UInt8] = []

  mutating func number(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func fixed(_ value: UInt64, count: Int = 8) {
    for shift in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(shift * 8))) }
  }

  mutating func string(_ value: String) {
    number(UInt64(value.utf8.count))
    bytes += value.utf8
  }

  mutating func append(_ more: [UInt8]) { bytes += more }

  mutating func list<Element: ImageCodable>(_ values: [Element]) {
    number(UInt64(values.count))
    for value in values { value.write(to: &self) }
  }

  mutating func optional<Value: ImageCodable>(_ value: Value?) { list(value.map { [$0] } ?? []) }

  mutating func choice<Value: RawRepresentable<UInt8>>(_ value: Value) {
    bytes.append(value.rawValue)
  }
}

/// Reads a section; every read checks that the bytes are there.
struct ImageReader {
  private let bytes: ArraySlice<UInt8>
  private var next: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    next = bytes.startIndex
  }

  private mutating func take(_ count: Int) throws(RuleImageError) -> Range<Int> {
    guard count <= bytes.endIndex - next else { throw RuleImageError("the image is cut short") }
    defer { next += count }
    return next..<next + count
  }

  mutating func bytes(_ count: Int) throws(RuleImageError) -> ArraySlice<UInt8> {
    bytes[try take(count)]
  }

  mutating func byte() throws(RuleImageError) -> UInt8 { bytes[try take(1).lowerBound] }

  mutating func number() throws(RuleImageError) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let byte = try byte()
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
    }
    throw RuleImageError("a number of the image is too long")
  }

  mutating func fixed(count: Int = 8) throws(RuleImageError) -> UInt64 {
    try take(count).reversed().reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
  }

  /// A number of things that take at least a byte each.
  mutating func count() throws(RuleImageError) -> Int {
    let value = try number()
    guard value <= bytes.endIndex - next else { throw RuleImageError("the image is cut short") }
    return Int(value)
  }

  mutating func string() throws(RuleImageError) -> String {
    let length = try count()
    return String(decoding: bytes[try take(length)], as: UTF8.self)
  }

  mutating func list<Element: ImageCodable>() throws(RuleImageError) -> [Element] {
    let length = try count()
    var elements: [Element] = []
    elements.reserveCapacity(length)
    for _ in 0..<length { elements.append(try Element(from: &self)) }
    return elements
  }

  mutating func optional<Value: ImageCodable>() throws(RuleImageError) -> Value? {
    let values: [Value] = try list()
    return values.first
  }

  mutating func choice<Value: RawRepresentable<UInt8>>() throws(RuleImageError) -> Value {
    guard let value = Value(rawValue: try byte()) else {
      throw RuleImageError("the image holds a choice that this version does not know")
    }
    return value
  }
}

extension String: ImageCodable {
  func write(to image: inout ImageWriter) { image.string(self) }
  init(from image: inout ImageReader) throws(RuleImageError) { self = try image.string() }
}

extension Double: ImageCodable {
  func write(to image: inout ImageWriter) { image.fixed(bitPattern) }
  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(bitPattern: try image.fixed())
  }
}

extension Day: ImageCodable {
  func write(to image: inout ImageWriter) { image.number(UInt64(rawValue)) }
  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(rawValue: Int32(truncatingIfNeeded: try image.number()))
  }
}

extension Bool: ImageCodable {
  func write(to image: inout ImageWriter) { image.number(self ? 1 : 0) }
  init(from image: inout ImageReader) throws(RuleImageError) { self = try image.byte() != 0 }
}
