// Which hosts of links are public: names by RFC 1035 and 6761, addresses by the registries of IANA.

internal import NIOCore

/// Which hosts are public.
enum PublicHost {
  /// Names that only some network or machine knows, or that lead to whatever address stands in them.
  private static let privateEndings = [
    "localhost", "localdomain", "local", "internal", "intranet", "lan", "home", "corp", "private",
    "home.arpa", "test", "invalid", "example", "onion", "alt", "arpa", "nip.io", "sslip.io",
    "xip.io",
    "localtest.me", "lvh.me", "vcap.me", "lacolhost.com", "localho.st", "traefik.me",
    "metadata.google.internal",
  ]

  /// - Throws: the reason why a host in lower case is refused.
  static func check(_ host: String) throws(WebAddress.Refusal) {
    if host.hasPrefix("[") {
      guard host.hasSuffix("]") else { throw .host }
      return try checkVersion6(String(host.dropFirst().dropLast()))
    }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard let last = labels.last, last.first.map({ !$0.isNumber }) ?? false else {
      return try checkVersion4(labels)
    }
    guard host.utf8.count <= 253, labels.allSatisfy(isLabel) else { throw .host }
    if privateEndings.contains(where: { host == $0 || host.hasSuffix(".\($0)") }) {
      throw .privateHost
    }
    // Between last labels of names, no digit ever stands but behind xn--.
    guard labels.count >= 2, last.hasPrefix("xn--") || last.allSatisfy(\.isLetter) else {
      throw .host
    }
  }

  private static func isLabel(_ label: Substring) -> Bool {
    1...63 ~= label.utf8.count && label.first != "-" && label.last != "-"
      && label.utf8.allSatisfy {
        0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "-")
      }
  }

  // MARK: Addresses

  private static func checkVersion4(_ labels: [Substring]) throws(WebAddress.Refusal) {
    let bytes = labels.map { UInt8($0) }
    let isUsual = zip(labels, bytes).allSatisfy { label, byte in
      byte.map { "\($0)" == label } ?? false
    }
    guard bytes.count == 4, isUsual else { throw .host }
    let number = bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1 ?? 0) }
    let isReserved = reserved.contains { number >> (32 - $0.bits) == $0.prefix >> (32 - $0.bits) }
    if isReserved { throw .privateHost }
  }

  /// What the IANA IPv4 Special-Purpose Address Registry lists, and multicast.
  private static let reserved: [(prefix: UInt32, bits: UInt32)] = [
    (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8), (0xA9FE_0000, 16),
    (0xAC10_0000, 12), (0xC000_0000, 24), (0xC000_0200, 24), (0xC058_6300, 24), (0xC0A8_0000, 16),
    (0xC612_0000, 15), (0xC633_6400, 24), (0xCB00_7100, 24), (0xE000_0000, 4), (0xF000_0000, 4),
  ]

  /// Only global unicast (2000::/3), without what IANA sets apart there: tunnels, documentation.
  private static func checkVersion6(_ text: String) throws(WebAddress.Refusal) {
    guard let address = try? SocketAddress(ipAddress: text, port: 0), address.protocol == .inet6,
      address.ipAddress == text
    else { throw .host }
    let head = text.components(upTo: "::")
    let groups = head.split(separator: ":").map { UInt32($0, radix: 16) ?? 0 } + [0, 0]
    guard 0x2000...0x3FFF ~= groups[0] else { throw .privateHost }
    let isSetApart =
      (groups[0] == 0x2001 && (groups[1] < 0x0200 || groups[1] == 0x0DB8)) || groups[0] == 0x2002
      || (groups[0] == 0x3FFF && groups[1] < 0x1000)
    if isSetApart { throw .privateHost }
  }
}

extension String {
  /// What stands before the first `separator`.
  fileprivate func components(upTo separator: String) -> Substring {
    firstRange(of: separator).map { self[..<$0.lowerBound] } ?? self[...]
  }
}
