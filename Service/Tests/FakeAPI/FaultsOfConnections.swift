// Faults that are seen on the connection: nothing comes back, or half of it.

extension Fault {
  /// Nothing was accepted, and no answer says so.
  static let unheard = [
    Fault("reset-before-body", accepts: false, stage: .head) { _ in Delivery(ending: .reset) },
    Fault("close-before-body", accepts: false, stage: .head) { _ in Delivery(ending: .close) },
    Fault("reset-after-body", accepts: false) { _ in Delivery(ending: .reset) },
    Fault("close-after-body", accepts: false) { _ in Delivery(ending: .close) },
    Fault("hang", accepts: false) { _ in Delivery(ending: .hang) },
  ]

  /// A task was made, and the answer is lost.
  static let lost = [
    Fault("lost-reset", accepts: true) { _ in Delivery(ending: .reset) },
    Fault("lost-close", accepts: true) { _ in Delivery(ending: .close) },
    Fault("lost-hang", accepts: true) { _ in Delivery(ending: .hang) },
    Fault("lost-500", accepts: true) { _ in Delivery(Answer.failure(500).bytes) },
    Fault("lost-502", accepts: true) { _ in Delivery(Answer.failure(502).bytes) },
    Fault("lost-503", accepts: true) { _ in Delivery(Answer.failure(503).bytes) },
    Fault("lost-504", accepts: true) { _ in Delivery(Answer.failure(504).bytes) },
  ]

  /// A task was made, and part of the answer arrives.
  static let cut = [
    Fault("half-head", accepts: true) { exchange in
      Delivery(half(exchange.regular.head(length: nil)), ending: .close)
    },
    Fault("half-body", accepts: true) { exchange in
      let answer = exchange.regular
      return Delivery(answer.head(length: answer.body.count) + half(answer.body), ending: .close)
    },
    Fault("half-body-reset", accepts: true) { exchange in
      let answer = exchange.regular
      return Delivery(answer.head(length: answer.body.count) + half(answer.body), ending: .reset)
    },
    Fault("half-body-hang", accepts: true) { exchange in
      let answer = exchange.regular
      return Delivery(answer.head(length: answer.body.count) + half(answer.body), ending: .hang)
    },
    Fault("long-length", accepts: true) { exchange in
      let answer = exchange.regular
      return Delivery(answer.head(length: answer.body.count + 7) + answer.body, ending: .close)
    },
    Fault("short-length", accepts: true) { exchange in
      let answer = exchange.regular
      return Delivery(answer.head(length: answer.body.count - 7) + answer.body)
    },
    Fault("chunk-cut", accepts: true) { exchange in
      let answer = exchange.regular.adding("Transfer-Encoding", "chunked")
      return Delivery(answer.head(length: nil) + Array("40\r\n{\"sta".utf8), ending: .close)
    },
  ]

  /// Odd, yet a client must understand it.
  static let harmless = [
    Fault("string-id", accepts: true) { exchange in
      Delivery(exchange.answering(exchange.task.map(String.init)).bytes)
    },
    Fault("object-id", accepts: true) { exchange in
      Delivery(exchange.answering(["taskId": exchange.task]).bytes)
    },
    Fault("chunked", accepts: true) { exchange in
      let answer = exchange.regular.adding("Transfer-Encoding", "chunked")
      let size = Array(String(answer.body.count, radix: 16).utf8)
      let end = Array("\r\n".utf8)
      return Delivery(
        answer.head(length: nil), size + end, answer.body + end, Array("0\r\n\r\n".utf8))
    },
    Fault("http-1-0", accepts: true) { exchange in
      let head = Array(exchange.regular.head(length: nil).dropFirst("HTTP/1.1".count))
      return Delivery(Array("HTTP/1.0".utf8) + head + exchange.regular.body, ending: .close)
    },
    Fault("continue", accepts: true) { exchange in
      Delivery(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), exchange.regular.bytes)
    },
    Fault("slow", accepts: true) { .dripping($0.regular.bytes) },
    Fault("delay", accepts: true) { Delivery($0.regular.bytes, isLate: true) },
    Fault("close-idle", accepts: true) { Delivery($0.regular.bytes, ending: .close) },
    Fault("refuse", accepts: true) { Delivery($0.regular.bytes, ending: .close, refuses: true) },
  ]

  private static func half(_ bytes: [UInt8]) -> [UInt8] { Array(bytes.prefix(bytes.count / 2)) }
}
