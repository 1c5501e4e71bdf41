// What is left of template text when its slots are filled: fixed pieces and draws.

/// Text as it was given and as it may stand in a prompt.
struct PlanText: Hashable, Sendable {
  /// As it was given.
  let raw: [UInt8]
  /// Its plain form.
  let plain: [UInt8]

  init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ raw: [UInt8], keepsEdges: Bool = false) {
    let plain = LiteralText(raw, keepsEdges: keepsEdges).bytes
    self.plain = plain
    self.raw = raw == plain ? plain : raw
  }
}

/// A piece of a sequence.
struct PlanPiece: Sendable {
  enum Content: Sendable {
    /// Syntax of the template's author.
    case syntax([UInt8])
    /// Text of a slot or a word.
    case text(PlanText)
    /// What stands between the items of a list.
    case joint([UInt8])
    /// What was drawn for a slot, the same wherever it stands in one result.
    case bound(Int)
    /// Something that is drawn.
    case draw(Draw)
    /// A number that is drawn.
    case number(NumberDraw)

    /// How many contents it may have.
    var count: UInt64 {
      switch self {
      case .syntax, .text, .joint, .bound: 1
      case .draw(let draw): draw.count
      case .number(let number): number.count
      }
    }
  }

  let content: Content
  /// Whether it stands in a `{…}` group.
  var isGrouped = false
}

/// Pieces one after another.
struct PlanSequence: Sendable {
  let pieces: [PlanPiece]
  /// How many contents it may have.
  let count: UInt64
  /// For each piece how many contents those behind it may have together.
  let behind: [UInt64]

  init(_ pieces: [PlanPiece]) {
    self.pieces = pieces
    var product: UInt64 = 1
    var behind = [UInt64](repeating: 1, count: pieces.count)
    for index in pieces.indices.reversed() {
      behind[index] = product
      product = .product(product, pieces[index].content.count)
    }
    self.behind = behind
    count = product
  }

  /// Whether nothing in it is drawn.
  var isFixed: Bool {
    pieces.allSatisfy { piece in
      switch piece.content {
      case .syntax, .text, .joint: true
      case .bound, .draw, .number: false
      }
    }
  }
}
