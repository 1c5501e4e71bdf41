// The items of a pattern, as libpcre2 reads them.

import PCRE2
import Testing

@Suite struct ItemTests {
  @Test(arguments: [
    ("ab+", ["a", "b+"]), (#"\bé{2}猫"#, [#"\b"#, "é{2}", "猫"]),
    ("(a|b)*", ["(", "a", "|", "b", ")*"]),
    ("[(*F)]", ["[(*F)]"]), (#"\Q(*F)\E"#, ["(", "*", "F", #")\E"#]),
    ("a(?#(*F)b", ["a(?#(*F)", "b"]),
    (#"\(*F\)"#, [#"\(*"#, "F", #"\)"#]), ("(*F)", ["(*F)"]),
    ("(?=a(*THEN)|b)", ["(?=", "a", "(*THEN)", "|", "b", ")"]),
    ("(?x) a {3} # [(*F)\n b", ["(?x) ", "a {3} # [(*F)\n ", "b"]), ("", []), ("(*UTF)a", ["a"]),
  ])
  func itemsCoverTheSource(source: String, expected: [String]) throws {
    let bytes = Array(source.utf8)
    let items = try Pattern(source).items.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    #expect(items == expected)
  }

  @Test(arguments: [("(?C1)a", 0), ("ab(?C\"x\")c", 2), ("a(?C)(*F)", 1)])
  func writtenCalloutsAreKnown(source: String, index: Int) throws {
    let items = try Pattern(source).items
    #expect(items.indices.filter { items[$0].followsCallout } == [index])
  }
}
