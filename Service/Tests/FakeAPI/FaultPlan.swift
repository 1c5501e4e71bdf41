// Which submission fares how: a share of them by a seed, or as told from outside.

/// Decides for one request after the other; the nth fares the same with the same seed.
struct FaultPlan: Sendable {
  /// The share of submissions, and of queries, that something goes wrong with.
  var rate = 0.0
  var queryRate = 0.0
  var seed: UInt64 = 1
  /// How every submission fares, unless `turns` says otherwise.
  var always: Fault?
  /// How the next ones fare.
  var turns: [Fault] = []
  private var requests: UInt64 = 0

  /// How the next request fares; `nil` is as documented.
  mutating func next(isSubmission: Bool) -> Fault? {
    requests += 1
    if isSubmission {
      if !turns.isEmpty { return turns.removeFirst() }
      if let always { return always }
    }
    let chance = draw(1)
    let share = Double(chance >> 11) / Double(1 << 53)
    guard share < (isSubmission ? rate : queryRate) else { return nil }
    return Fault.all[Int(draw(2) % UInt64(Fault.all.count))]
  }

  /// The `index`th random number of the present request (SplitMix64).
  private func draw(_ index: UInt64) -> UInt64 {
    var mixed = seed &* 0x2545_F491_4F6C_DD1D &+ (requests &* 2 &+ index) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
