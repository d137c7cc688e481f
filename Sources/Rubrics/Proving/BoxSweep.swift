import Values

/// Looks at every combination of pieces of several inputs: which rules take it.
struct BoxSweep {
  /// Numbers or texts that all rules treat alike, and one of them.
  struct Piece {
    enum Null {
      case no
      /// A declaration says that there may be none.
      case declared
      /// It may come out so; what that means is asked elsewhere.
      case possible
    }

    let witness: String
    let rules: Set<Int>
    var null = Null.no
  }

  struct Axis {
    var pieces: [Piece]

    init(pieces: [Piece]) {
      self.pieces = pieces
    }

    init(_ sets: [NumberSet], over domain: Domain) {
      pieces = Sweep.pieces(of: sets + [domain.set]).compactMap { piece in
        guard let number = domain.member(of: piece) else { return nil }
        return Piece(
          witness: number.description,
          rules: Set(sets.indices.filter { sets[$0].contains(number) }))
      }
    }
  }

  struct Flaws {
    struct Overlap {
      let point: [String]
      let first: Int
      let second: Int
    }

    var gap: [String]?
    /// A combination with a declared null that no rule takes.
    var nullGap: [String]?
    var overlaps: [Overlap] = []
    /// Rules that no combination meets.
    var idleRules: [Int] = []
    /// Rules that are never the first to hold.
    var coveredRules: [Int] = []
  }

  /// More combinations than this take longer than an author waits.
  private static let mostCombinations = 50_000

  private let axes: [Axis]
  private let ruleCount: Int

  init(axes: [Axis], ruleCount: Int) {
    self.axes = axes
    self.ruleCount = ruleCount
  }

  var isSmall: Bool {
    var count = max(1, ruleCount / 8)
    for axis in axes {
      let (product, overflows) = count.multipliedReportingOverflow(by: axis.pieces.count)
      if overflows || product > Self.mostCombinations { return false }
      count = product
    }
    return count > 0
  }

  func flaws() -> Flaws {
    var flaws = Flaws()
    var met = Set<Int>()
    var led = Set<Int>()
    var pairs = Set<[Int]>()
    forEachPoint { point, rules, null in
      let holding = rules.sorted()
      guard let first = holding.first else {
        switch null {
        case .no: if flaws.gap == nil { flaws.gap = point() }
        case .declared: if flaws.nullGap == nil { flaws.nullGap = point() }
        case .possible: break
        }
        return
      }
      met.formUnion(holding)
      led.insert(first)
      if null == .possible { return }
      for second in holding.dropFirst() where pairs.insert([first, second]).inserted {
        flaws.overlaps.append(Flaws.Overlap(point: point(), first: first, second: second))
      }
    }
    flaws.idleRules = (0..<ruleCount).filter { !met.contains($0) }
    flaws.coveredRules = (0..<ruleCount).filter { !led.contains($0) }
    return flaws
  }

  private func forEachPoint(_ visit: (() -> [String], Set<Int>, Piece.Null) -> Void) {
    var position = Array(repeating: 0, count: axes.count)
    while true {
      var rules = Set(0..<ruleCount)
      var null = Piece.Null.no
      for (axis, index) in zip(axes, position) {
        let piece = axis.pieces[index]
        rules.formIntersection(piece.rules)
        if piece.null == .possible || (null == .no && piece.null == .declared) { null = piece.null }
      }
      let here = position
      visit({ zip(axes, here).map { $0.pieces[$1].witness } }, rules, null)
      var digit = axes.count - 1
      while digit >= 0 {
        position[digit] += 1
        if position[digit] < axes[digit].pieces.count { break }
        position[digit] = 0
        digit -= 1
      }
      if digit < 0 { return }
    }
  }
}
