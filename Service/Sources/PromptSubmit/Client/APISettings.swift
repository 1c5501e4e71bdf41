// How the API is spoken to, as values.

/// How long is waited, in seconds.
public struct APITimeouts: Sendable {
  /// For a connection with its handshake.
  public var connect = 15
  /// For the answer, once the request is on its way.
  public var answer = 60

  /// The usual ones.
  public init() {}
}

/// How the API is spoken to.
public struct APISettings: Sendable {
  /// Where it is.
  public var address = ServiceAddress.usual
  /// How requests are written.
  public var form = BodyForm.form
  /// The most connections at once.
  public var connections = 4
  /// How long is waited.
  public var timeouts = APITimeouts()

  /// The usual ones.
  public init() {}
}
