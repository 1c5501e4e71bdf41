// The option of commands that may take lists from the cache.

public import ArgumentParser

/// Whether large lists may come from the cache; only for commands that decide on nothing.
public struct CacheOptions: ParsableArguments {
  /// Whether the lists themselves are read.
  @Flag(help: "Read large lists themselves, and keep nothing of them in the user's cache folder.")
  public var noCache = false

  /// No options.
  public init() {}
}
