// The fields of a request's body, in the two forms that the API's pages name.

import Foundation

/// Field names with their values, in order.
struct Fields: Sendable {
  private var values: [String: [String]] = [:]

  /// - Throws: `APIRefusal` for a body that can't be read.
  init(_ body: [UInt8], type: String?) throws {
    switch type?.split(separator: ";").first.map({ $0.trimmingCharacters(in: .whitespaces) }) {
    case "application/x-www-form-urlencoded":
      for pair in body.split(separator: UInt8(ascii: "&")) { try add(pair) }
    case "application/json":
      let decoded = try? JSONDecoder().decode([String: JSONField].self, from: Data(body))
      guard let decoded else { throw APIRefusal("the body is no JSON object of fields") }
      values = decoded.mapValues(\.texts)
    default:
      throw APIRefusal("unknown content type")
    }
  }

  /// The fields of a query string.
  init(query: some StringProtocol) throws {
    for pair in Array(query.utf8).split(separator: UInt8(ascii: "&")) { try add(pair) }
  }

  /// The first value of a field.
  subscript(name: String) -> String? { values[name]?.first }

  /// All values of a field.
  func all(_ name: String) -> [String] { values[name] ?? [] }

  private mutating func add(_ pair: ArraySlice<UInt8>) throws {
    let halves = pair.split(
      separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2 else { throw APIRefusal("a field without '='") }
    try values[Self.decode(halves[0]), default: []].append(Self.decode(halves[1]))
  }

  private static func decode(_ text: ArraySlice<UInt8>) throws -> String {
    var (bytes, rest) = ([UInt8](), text)
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"): try bytes.append(unescape(&rest))
      default: bytes.append(byte)
      }
    }
    guard let decoded = String(validating: bytes, as: UTF8.self) else {
      throw APIRefusal("a field is no UTF-8")
    }
    return decoded
  }

  private static func unescape(_ rest: inout ArraySlice<UInt8>) throws -> UInt8 {
    let digits = String(decoding: rest.prefix(2), as: UTF8.self)
    guard rest.count >= 2, digits.allSatisfy(\.isHexDigit), let byte = UInt8(digits, radix: 16)
    else { throw APIRefusal("a '%' without two digits") }
    rest = rest.dropFirst(2)
    return byte
  }
}

/// A value of a JSON body: a string, a number, or strings.
private enum JSONField: Decodable {
  case text(String)
  case number(Int)
  case list([String])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .list(try container.decode([String].self))
    }
  }

  var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .number(let number): [String(number)]
    case .list(let list): list
    }
  }
}
