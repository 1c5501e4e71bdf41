// The five ways to the image of a task. They are written down, never fetched.

/// Where the image of a task can be had.
public struct ImageAddresses: Hashable, Sendable {
  /// The object in the vendor's storage, or nil.
  public let stored: String?
  /// The same through the public image proxy wsrv.nl.
  public let storedByProxy: String?
  /// The same, as a smaller WebP.
  public let storedSmall: String?
  /// The image on Discord through the proxy, since Discord refuses many who ask directly.
  public let discordByProxy: String?
  /// The same, as a smaller WebP.
  public let discordSmall: String?

  /// The addresses of a task's image; nil where the task names none.
  public init(_ task: MJTask) {
    stored = task.storedImage
    storedByProxy = stored.map { Self.proxied($0) }
    storedSmall = stored.map { Self.proxied($0, Self.small) }
    discordByProxy = task.discordImage.map { Self.proxied($0) }
    discordSmall = task.discordImage.map { Self.proxied($0, Self.small) }
  }

  /// The addresses with their names, those that are there.
  public var all: [(name: String, address: String)] {
    let named = [
      ("s3", stored), ("s3-proxy", storedByProxy), ("s3-small", storedSmall),
      ("discord-proxy", discordByProxy), ("discord-small", discordSmall),
    ]
    return named.compactMap { name, address in address.map { (name, $0) } }
  }

  private static let small = "&output=webp&q=80"

  private static func proxied(_ address: String, _ options: String = "") -> String {
    var encoded: [UInt8] = []
    FormEncoding.append(address, to: &encoded)
    return "https://wsrv.nl/?url=\(String(decoding: encoded, as: UTF8.self))\(options)"
  }
}
