// One call over HTTP, and what is known when it fails. Nothing is ever sent a second time here.

internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import NIOSSL

/// What came back.
struct HTTPAnswer: Sendable {
  let status: Int
  let body: [UInt8]
  /// The value of `Retry-After` in seconds, when it is a number.
  let retryAfter: Int?
}

/// How a call ended without an answer.
enum TransportFailure: Error, Sendable {
  /// Not a byte of the request can have arrived.
  case notSent(String)
  /// The request may have arrived.
  case lost(String)
}

/// Sends calls to one origin over one pool of connections.
///
/// Redirects are refused, since following one sends a paid request twice; certificates are verified and
/// nothing switches that off; no proxy is taken from the environment.
struct HTTPTransport: Sendable {
  private let client: HTTPClient
  private let origin: String
  private let key: Secret
  private let timeouts: APITimeouts

  /// The most bytes of an answer.
  static let maximumAnswer = 1 << 20

  init(_ settings: APISettings, key: Secret) {
    var configuration = HTTPClient.Configuration(
      tlsConfiguration: Self.tls, redirectConfiguration: .disallow,
      timeout: .init(
        connect: .seconds(Int64(settings.timeouts.connect)),
        read: .seconds(Int64(settings.timeouts.answer))),
      connectionPool: .init(
        idleTimeout: .seconds(30), concurrentHTTP1ConnectionsPerHostSoftLimit: settings.connections),
      proxy: nil, decompression: .disabled)
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.httpVersion = .http1Only
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    origin = settings.address.text
    timeouts = settings.timeouts
    self.key = key
  }

  /// TLS that is verified. Nothing in it looks at the size of a server's RSA key, so only signatures are taken
  /// that don't fit into a short one: RSA-PSS with SHA-512 needs more than 1,024 bits.
  private static var tls: TLSConfiguration {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.minimumTLSVersion = .tlsv12
    tls.certificateVerification = .fullVerification
    tls.cipherSuites = "ECDHE+AESGCM:ECDHE+CHACHA20"
    tls.verifySignatureAlgorithms = [
      .ecdsaSecp256R1Sha256, .ecdsaSecp384R1Sha384, .ecdsaSecp521R1Sha512, .ed25519,
      .rsaPssRsaeSha512,
    ]
    return tls
  }

  func close() async throws { try await client.shutdown() }

  /// Sends a call once.
  func post(
    _ call: APICall, _ form: BodyForm
  ) async throws(TransportFailure) -> HTTPAnswer {
    var request = HTTPClientRequest(url: origin + call.path)
    request.method = .POST
    request.headers.add(name: "Authorization", value: key.authorization)
    request.headers.add(name: "Content-Type", value: form.contentType)
    request.headers.add(name: "Accept", value: "application/json")
    request.headers.add(name: "User-Agent", value: "mjprompt")
    request.body = .bytes(ByteBuffer(bytes: call.body(form)))
    do {
      let deadline = TimeAmount.seconds(Int64(timeouts.connect + timeouts.answer))
      let response = try await client.execute(request, timeout: deadline)
      let body = try await response.body.collect(upTo: Self.maximumAnswer)
      return HTTPAnswer(
        status: Int(response.status.code), body: Array(body.readableBytesView),
        retryAfter: response.headers.first(name: "Retry-After").flatMap { Int($0) })
    } catch {
      throw TransportFailure(error)
    }
  }
}

extension BodyForm {
  /// The media type.
  public var contentType: String {
    self == .form ? "application/x-www-form-urlencoded" : "application/json"
  }
}

extension TransportFailure {
  /// Judges an error by a list of those that come only before anything is sent; all others may mean that
  /// the request arrived.
  init(_ error: any Error) {
    switch error {
    case let error as NIOConnectionError: self = .notSent(Self.text(of: error))
    case let error as IOError where error.errnoCode == Self.refused:
      self = .notSent("the connection was refused")
    case ChannelError.connectTimeout: self = .notSent("nobody answered in time")
    case is SocketAddressError: self = .notSent("the name of the host is unknown")
    case NIOSSLError.handshakeFailed(let reason):
      self = .notSent("no trusted connection (\(Self.word(of: "\(reason)")))")
    case is NIOSSLExtraError:
      self = .notSent("the server's certificate is for another name")
    case let error as HTTPClientError where Self.unsent.contains(error):
      self = .notSent("\(error)")
    default: self = .lost(Self.text(ofLoss: error))
    }
  }

  /// The reason in a text of BoringSSL, such as CERTIFICATE_VERIFY_FAILED.
  private static func word(of text: String) -> String {
    guard let place = text.firstRange(of: "OPENSSL_internal:") else { return "broken off" }
    return String(text[place.upperBound...].prefix { $0 != " " })
  }

  private static let unsent: [HTTPClientError] = [
    .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout, .invalidURL, .emptyHost,
    .emptyScheme, .alreadyShutdown,
  ]

  #if canImport(Darwin)
    private static let refused: CInt = 61
  #else
    private static let refused: CInt = 111
  #endif

  private static func text(of error: NIOConnectionError) -> String {
    if error.connectionErrors.isEmpty { return "the name \(error.host) is unknown" }
    return "no connection to \(error.host):\(error.port)"
  }

  private static func text(ofLoss error: any Error) -> String {
    switch error {
    case let error as HTTPClientError: text(ofLoss: error)
    case is NIOTooManyBytesError:
      "the answer has more than \(HTTPTransport.maximumAnswer) bytes"
    case is HTTPParserError: "the answer is no HTTP, or is cut short"
    default: "the connection broke (\(type(of: error)))"
    }
  }

  private static func text(ofLoss error: HTTPClientError) -> String {
    switch error {
    case .readTimeout, .deadlineExceeded: "no answer came in time"
    case .remoteConnectionClosed: "the connection was closed before the answer"
    default: "the connection broke (\(error))"
    }
  }
}
