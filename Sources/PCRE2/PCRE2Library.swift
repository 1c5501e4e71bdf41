// Facts about the libpcre2 that is loaded.

internal import CPCRE2

/// The libpcre2 that runs, which need not be the one that was compiled against.
public enum PCRE2Library {
  /// Its version and date, such as `10.42 2022-12-11`.
  public static let version: String = {
    var buffer = [UInt8](repeating: 0, count: 64)
    // SAFETY: libpcre2 documents that 24 code units are enough for every version.
    let length = unsafe pcre2_config_8(UInt32(PCRE2_CONFIG_VERSION), &buffer)
    guard length > 0 else { return "unknown" }
    return String(decoding: buffer[..<Int(length - 1)], as: UTF8.self)
  }()
}
