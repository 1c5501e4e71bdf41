// Something that is drawn: one or several of some items.

internal import PromptCore

/// The items of a draw with their weights; shared by all draws from them.
final class DrawItems: Sendable {
  /// The items, in the order of their file.
  let items: [PlanSequence]
  /// For each item the sum of the weights up to it; empty when all weigh the same.
  let weights: [Double]
  /// For each item how many contents those up to it may have; empty when each has one.
  let sums: [UInt64]

  init(_ items: [PlanSequence], weights: [Double]) {
    self.items = items
    let isEven = weights.allSatisfy { $0 == weights.first }
    self.weights = isEven ? [] : Self.sums(weights, 0, +)
    let isSimple = items.allSatisfy { $0.count == 1 }
    sums = isSimple ? [] : Self.sums(items.map(\.count), 0, UInt64.sum)
  }

  private static func sums<Number>(
    _ numbers: [Number], _ zero: Number, _ add: (Number, Number) -> Number
  ) -> [Number] {
    var sum = zero
    return numbers.map { number in
      sum = add(sum, number)
      return sum
    }
  }

  /// How many contents there are.
  var count: UInt64 { sums.last ?? UInt64(items.count) }

  /// The item that holds the content `index`, and which of the item's contents it is.
  func place(of index: UInt64) -> (item: Int, index: UInt64) {
    if sums.isEmpty { return (Int(min(index, count - 1)), 0) }
    let item = min(sums.partitionPoint { $0 > index }, sums.count - 1)
    return (item, index - (item > 0 ? sums[item - 1] : 0))
  }

  /// An item by its weight.
  func random(_ generator: inout SeededGenerator) -> Int {
    guard let total = weights.last else { return Int(generator.below(UInt64(items.count))) }
    let point = generator.fraction() * total
    return min(weights.partitionPoint { $0 > point }, weights.count - 1)
  }

  /// Several different items, each by its weight among those that are left.
  func random(_ count: Int, _ generator: inout SeededGenerator) -> [Int] {
    var chosen: [Int] = []
    for _ in 0..<count {
      var item = random(&generator)
      var tries = 0
      while chosen.contains(item), tries < Self.maximumTries {
        item = random(&generator)
        tries += 1
      }
      while chosen.contains(item) { item = (item + 1) % items.count }
      chosen.append(item)
    }
    return chosen
  }

  /// How often an item is drawn again that was drawn before; then the next one is taken.
  private static let maximumTries = 200
}

/// One or several of some items; an object, since a prompt is made of many and changes none.
final class Draw: Sendable {
  let source: DrawItems
  /// How many are drawn, at most as many as there are.
  let picks: ClosedRange<Int>
  /// What stands between them; nil for the usual.
  let joint: [UInt8]?
  /// How many contents there are.
  let count: UInt64
  /// For each item, and each number of items to draw from it on, how many contents there are.
  private let table: [UInt64]

  init(_ source: DrawItems, picks: ClosedRange<Int> = 1...1, joint: [UInt8]? = nil) {
    self.source = source
    self.picks = picks
    self.joint = joint
    if picks == 1...1 {
      table = []
      count = source.count
      return
    }
    let table = Self.table(source, upTo: picks.upperBound)
    self.table = table
    count = picks.reduce(0) { .sum($0, table[$1]) }
  }

  /// The elementary symmetric sums of the items' counts, from each item on.
  private static func table(_ source: DrawItems, upTo most: Int) -> [UInt64] {
    let width = most + 1
    var table = [UInt64](repeating: 0, count: (source.items.count + 1) * width)
    table[source.items.count * width] = 1
    for item in source.items.indices.reversed() {
      for picks in 0...most {
        let without = table[(item + 1) * width + picks]
        let with = picks > 0 ? table[(item + 1) * width + picks - 1] : 0
        table[item * width + picks] = .sum(without, .product(with, source.items[item].count))
      }
    }
    return table
  }

  /// The items of the content `index`, in their order, each with which of its contents it is.
  func combination(_ index: UInt64) -> [(item: Int, index: UInt64)] {
    if table.isEmpty { return [source.place(of: index)] }
    let width = picks.upperBound + 1
    var index = min(index, count - 1)
    var left = picks.lowerBound
    while left < picks.upperBound, index >= table[left] {
      index -= table[left]
      left += 1
    }
    var chosen: [(item: Int, index: UInt64)] = []
    for item in source.items.indices where left > 0 {
      let behind = table[(item + 1) * width + left - 1]
      let with = UInt64.product(source.items[item].count, behind)
      if index < with {
        chosen.append((item, behind == 0 ? 0 : index / behind))
        index = behind == 0 ? 0 : index % behind
        left -= 1
      } else {
        index -= with
      }
    }
    return chosen
  }
}

/// A number between two others.
struct NumberDraw: Sendable {
  /// The first number, the step and the number of digits behind the point, all as whole numbers.
  let first: Int
  let step: Int
  let digits: Int
  /// How many numbers there are.
  let count: UInt64

  /// The number at an index.
  func text(_ index: UInt64) -> [UInt8] {
    let value = first + Int(min(index, count - 1)) * step
    if digits == 0 { return Array(String(value).utf8) }
    var text = String(value.magnitude)
    text = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    let point = text.index(text.endIndex, offsetBy: -digits)
    var fraction = text[point...]
    while fraction.last == "0" { fraction.removeLast() }
    let whole = (value < 0 ? "-" : "") + text[..<point]
    return Array((fraction.isEmpty ? whole : "\(whole).\(fraction)").utf8)
  }
}
