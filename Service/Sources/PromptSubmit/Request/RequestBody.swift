// The fields of a request → its bytes.

internal import PromptFiles

/// How the fields of a request are written.
public enum BodyForm: String, CaseIterable, Sendable {
  /// `application/x-www-form-urlencoded`, as the pages of the endpoints have it.
  case form
  /// `application/json`, as the overview of the API recommends.
  case json
}

/// The fields of a request, in order.
struct RequestFields: Sendable {
  /// What a field holds.
  enum Value: Sendable {
    case text(String)
    case number(UInt64)
    /// In a form the same key again for each.
    case list([String])
  }

  private(set) var fields: [(name: String, value: Value)] = []

  /// The fields that every request has.
  init() { add("model", .text("midjourney")) }

  mutating func add(_ name: String, _ value: Value) { fields.append((name, value)) }

  /// Adds a field that may be left out.
  mutating func add(_ name: String, _ text: String?) {
    if let text { add(name, .text(text)) }
  }

  /// The bytes of the body.
  ///
  /// - Complexity: O(n).
  func body(_ form: BodyForm) -> [UInt8] { form == .form ? formBody : jsonBody }

  private var formBody: [UInt8] {
    var output: [UInt8] = []
    func append(_ name: String, _ text: String) {
      if !output.isEmpty { output.append(UInt8(ascii: "&")) }
      FormEncoding.append(name, to: &output)
      output.append(UInt8(ascii: "="))
      FormEncoding.append(text, to: &output)
    }
    for (name, value) in fields {
      switch value {
      case .text(let text): append(name, text)
      case .number(let number): append(name, "\(number)")
      case .list(let items): for item in items { append(name, item) }
      }
    }
    return output
  }

  private var jsonBody: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    for (name, value) in fields {
      json.key(name)
      switch value {
      case .text(let text): json.value(text)
      case .number(let number): json.value(number)
      case .list(let items):
        json.beginArray()
        for item in items { json.value(item) }
        json.endArray()
      }
    }
    json.endObject()
    return json.takeBytes()
  }
}

/// `application/x-www-form-urlencoded` as the URL Standard has it.
enum FormEncoding {
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// Appends a text: letters, digits and `*-._` as they are, a space as `+`, all else as `%XX`.
  static func append(_ text: String, to output: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "*"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "_"):
        output.append(byte)
      case 0x20: output.append(UInt8(ascii: "+"))
      default:
        output.append(UInt8(ascii: "%"))
        output.append(digits[Int(byte >> 4)])
        output.append(digits[Int(byte & 15)])
      }
    }
  }
}
