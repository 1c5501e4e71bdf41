// What `POST /control` takes.

import Foundation

/// A change of how submissions fare from now on.
struct ControlOrder: Decodable, Sendable {
  /// A mode, or `none`; for the next `times` submissions, else for all.
  let mode: String?
  let times: Int?
  let faults: Double?
  let queryFaults: Double?
  let seed: UInt64?

  init(_ body: [UInt8]) throws { self = try JSONDecoder().decode(Self.self, from: Data(body)) }
}
