// Patterns that explode, made from a seed: families of known disasters with changing parts.

/// Makes patterns that take time without end where nothing stops them; a seed makes the same ones
/// anywhere.
public struct CatastrophicPatterns: Sequence, IteratorProtocol {
  private var random: SeededNumbers
  private var seen: Set<String> = []

  /// Patterns that begin with a seed.
  public init(seed: UInt64) { random = SeededNumbers(seed: seed) }

  /// What is repeated: characters, classes, and what overlaps with them.
  private static let atoms = [
    "a", "b", "ab", "é", "猫", ".", #"\w"#, #"\d"#, #"\s"#, #"\S"#, "[a-z]", "[^,]", #"\p{L}"#,
    "[[:alpha:]]", #"[\w ]"#, #"[\p{Lu}\p{Ll}\p{Nd}]"#, "(?:a|b)", "(?:ab?|b)", "(?i:A)", "a?",
  ]
  /// What comes last and is missing, so that every way is tried.
  private static let ends = [
    "[!?]", "$", #"\z"#, "[cd]", #"\d"#, "b", "(?=[xy])", "(?!.)x", #"\b[XY]"#, "(?<=[xy])", "!",
  ]
  private static let repeats = ["+", "*", "{1,}", "+?", "*?", "{2,}", "{1,300}", "?", "++"]

  /// The families: X and Z stand for an atom each, + for a repeat, n for a number and Y for an end.
  private static let families = [
    "(X+)+Y", "(?:X+)+Y", "((X+)+Z+)+Y", "(?:(?:X+)?Z+)+Y", "^(X+)+Y", "(X+Z+)+Y",
    "(?:X|X)+Y", "(?:X|Z|XZ)+Y", "(?:X|ZX|X+)+Y", #"\b(?:X+|Z+)+\bY"#,
    #"(X+)X+\1Y"#, #"(X+)[ab ]+\1Y"#, #"(X+) (?:\1|\1Z)+Y"#, #"(X+)(Z+)\2?\1Y"#, #"(?:(X)\1?)+Y"#,
    "(?<=X{n})X+X+Y", "(?<!X{n})Z+Y", "(?<=Z)X+X+Y", "(?:(?<=X)Z)+Y", "(?<=X{n}Z)X+Y",
    "(.*X){n}Y", "(?:.*?X){n}Y", "(X?){n}X{n}Y", "(?:X+Z?){n}Y", "^(?:.*?,){n}Y",
    #"\w+\s+\w+\s+\w+Y"#, "X+Z+X+Z+Y", ".*X.*Z.*X.*Y", "X+X+X+Y", #"(?:\w+\s?)+Y"#, #"\s+Y"#,
    "X{n}Y", "X{n,}X{n,}Y", "Z+X{n}Y", "(?=X+Y)Z", "Z(?=.*Y)", "(?=(X+))\\1Y", "(?:(?!XZ).)+Y",
    "(X(?1)?Z?)+Y", "(?:X|(?R))+Y", "(?>X+Z?)+Y", "(?|(X+)|(Z+))+Y", "(X+)?(?(1)Z+|X)+Y",
  ]

  /// The next pattern that differs from all before; never nil.
  public mutating func next() -> String? {
    while true {
      let pattern = make()
      if seen.insert(pattern).inserted { return pattern }
    }
  }

  private mutating func make() -> String {
    let family = Self.families[random.next(below: Self.families.count)]
    let first = Self.atoms[random.next(below: Self.atoms.count)]
    let second = Self.atoms[random.next(below: Self.atoms.count)]
    var pattern = ""
    for character in family {
      switch character {
      case "X": pattern += first
      case "Z": pattern += second
      case "Y": pattern += Self.ends[random.next(below: Self.ends.count)]
      case "+": pattern += Self.repeats[random.next(below: Self.repeats.count)]
      case "n": pattern += String([2, 5, 12, 25, 60, 250, 1_000][random.next(below: 7)])
      default: pattern.append(character)
      }
    }
    return pattern
  }
}

/// Numbers that look random, the same for a seed anywhere (splitmix64).
public struct SeededNumbers: Sendable {
  private var state: UInt64

  /// Numbers that begin with a seed.
  public init(seed: UInt64) { state = seed }

  /// The next number, from 0 to `bound` - 1.
  public mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) >> 1) % bound
  }
}
