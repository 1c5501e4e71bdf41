// Faults that are whole HTTP answers: redirects, refusals, and what no client can read.

extension Answer {
  private static let reasons = [
    301: "Moved Permanently", 302: "Found", 303: "See Other", 307: "Temporary Redirect",
    308: "Permanent Redirect", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden",
    404: "Not Found", 411: "Length Required", 413: "Content Too Large", 429: "Too Many Requests",
    500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable",
    504: "Gateway Timeout",
  ]

  /// An answer with an HTTP status, and a page as proxies send it.
  static func failure(_ status: Int) -> Answer {
    let reason = reasons[status] ?? "Error"
    var answer = Answer(status: status, reason: reason, body: Array("<h1>\(reason)</h1>".utf8))
    answer.headers = [("Content-Type", "text/html")]
    return answer
  }
}

extension Fault {
  /// Nothing was accepted; whoever follows posts again.
  static let redirects = [301, 302, 303, 307, 308].map { status in
    Fault("redirect-\(status)", accepts: false) { exchange in
      Delivery(Answer.failure(status).adding("Location", exchange.path).bytes)
    }
  }

  /// Nothing was accepted, and the answer says that something was wrong.
  static let refusals =
    [400, 401, 403, 404, 429, 500, 502, 503, 504].map { status in
      Fault("http-\(status)", accepts: false) { _ in Delivery(Answer.failure(status).bytes) }
    }
    + [429, 503].map { status in
      Fault("http-\(status)-retry-after", accepts: false) { _ in
        Delivery(Answer.failure(status).adding("Retry-After", "1").bytes)
      }
    } + [
      Fault("code-400", accepts: false) { _ in
        Delivery(Answer.refusal("[Invalid parameter] Invalid value").bytes)
      },
      Fault("code-500", accepts: false) { _ in
        Delivery(Answer.refusal("system failure", code: 500).bytes)
      },
    ]

  /// A task was made, and no id can be read from the answer.
  static let unreadable =
    [
      ("bad-json", Array(#"{"statusCode":200,"message":"Succ"#.utf8)),
      ("empty", []),
      ("html", Array("<!doctype html><title>Just a moment</title>".utf8)),
      ("invalid-utf8", Array(#"{"statusCode":200,"message":""#.utf8) + [0xFF, 0xC1, 0xAB]),
      ("deep-json", [UInt8](repeating: UInt8(ascii: "["), count: 100_000)),
      ("no-data", Array(#"{"statusCode":200,"message":"Success"}"#.utf8)),
      ("null-data", Array(#"{"statusCode":200,"message":"Success","data":null}"#.utf8)),
      ("list-data", Array(#"{"statusCode":200,"message":"Success","data":[]}"#.utf8)),
      ("negative-id", Array(#"{"statusCode":200,"message":"Success","data":-1}"#.utf8)),
      ("fraction-id", Array(#"{"statusCode":200,"message":"Success","data":1.5}"#.utf8)),
      ("huge-id", Array(#"{"statusCode":200,"data":99999999999999999999999}"#.utf8)),
      ("word-id", Array(#"{"statusCode":200,"message":"Success","data":"soon"}"#.utf8)),
      ("code-200-only", Array("200".utf8)),
      ("oversized", Array(#"{"statusCode":200,"data":""#.utf8) + spaces(2 << 20)),
    ].map { name, body in
      Fault(name, accepts: true) { Delivery($0.regular.replacing(body: body).bytes) }
    } + [
      Fault("garbage", accepts: true) { _ in
        Delivery([0x16, 0x03, 0x01, 0x00, 0xFF] + spaces(300), ending: .close)
      },
      Fault("long-head", accepts: true) { exchange in
        Delivery(exchange.regular.adding("X-Long", String(repeating: "x", count: 1 << 20)).bytes)
      },
      Fault("encoded", accepts: true) { exchange in
        let answer = exchange.regular.adding("Content-Encoding", "gzip")
        return Delivery(answer.replacing(body: [0x1F, 0x8B, 0x08] + spaces(50)).bytes)
      },
    ]

  /// A task was made, and the answer is about another one too.
  static let misleading = [
    Fault("duplicate-id", accepts: true) { exchange in
      Delivery(exchange.answering(exchange.earlierTask ?? exchange.task).bytes)
    },
    Fault("extra-answer", accepts: true) { exchange in
      Delivery(exchange.regular.bytes + exchange.answering(exchange.earlierTask ?? 1).bytes)
    },
  ]

  private static func spaces(_ count: Int) -> [UInt8] { [UInt8](repeating: 0x20, count: count) }
}
