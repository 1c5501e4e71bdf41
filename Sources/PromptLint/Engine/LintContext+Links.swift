// What checks of links ask about a link's host.

internal import PromptCore
internal import PromptRules

extension LintContext {
  /// Whether a link's host is one of a word list, or a subdomain of one.
  func isHost(of link: Link, in list: String) -> Bool {
    isHost(of: link, of: rules.words(list))
  }

  /// Whether a link's host is one of `hosts`, or a subdomain of one.
  func isHost(of link: Link, of hosts: [String]) -> Bool {
    let host = text(link.host).lowercased()
    return hosts.contains { host == $0 || host.hasSuffix("." + $0) }
  }

  /// Whether only the writer's own network knows a link's host: a listed name, a name without a dot
  /// or a private address.
  func isPrivate(_ link: Link) -> Bool {
    guard link.isWeb, !link.host.isEmpty else { return false }
    let host = text(link.host).lowercased()
    if host.hasPrefix("[") { return PrivateAddress.isSixth(host.dropFirst()) }
    return !host.contains(".") || PrivateAddress.isFourth(host)
      || isHost(of: link, in: "private-hosts")
  }
}

/// Addresses that no public server has.
private enum PrivateAddress {
  /// Whether an IPv4 address lies in a block of RFC 1918, on this machine or on this link.
  static func isFourth(_ host: String) -> Bool {
    let bytes = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    guard bytes.count == 4, let first = bytes[0], let second = bytes[1], !bytes.contains(nil)
    else { return false }
    switch (first, second) {
    case (0, _), (10, _), (127, _), (172, 16...31), (192, 168), (169, 254): return true
    default: return false
    }
  }

  /// Whether an IPv6 address is unspecified, of this machine, of this link or unique local.
  static func isSixth(_ address: Substring) -> Bool {
    let local = ["fc", "fd", "fe8", "fe9", "fea", "feb"]
    return ["::]", "::1]"].contains(address) || local.contains { address.hasPrefix($0) }
  }
}
