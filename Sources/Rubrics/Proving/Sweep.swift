package import Values

/// Looks for a number that no set holds, or that two hold, among those that can occur.
///
/// The ends of all intervals cut the line into points and open pieces; in a piece every number
/// belongs to the same sets, so that one number for each piece proves the whole.
package struct Sweep {
  package enum Flaw: Sendable, Equatable {
    case gap(Number)
    case overlap(Number, Int, Int)
  }

  private let sets: [NumberSet]
  private let domain: Domain

  package init(_ sets: [NumberSet], over domain: Domain) {
    self.sets = sets
    self.domain = domain
  }

  /// More intervals than this are not written by people, and every piece is sought in every set.
  static let mostIntervals = 1000

  var isSmall: Bool { Sweep.isSmall(sets) }

  static func isSmall(_ sets: [NumberSet]) -> Bool {
    sets.reduce(0) { $0 + $1.intervals.count } <= mostIntervals
  }

  /// Every gap, and for each pair of sets the first number in both.
  package func flaws() -> [Flaw] {
    var flaws: [Flaw] = []
    var pairs = Set<[Int]>()
    var wasGap = false
    for piece in Sweep.pieces(of: sets + [domain.set]) {
      guard let witness = domain.member(of: piece) else { continue }
      let holding = sets.indices.filter { sets[$0].contains(witness) }
      if holding.isEmpty {
        // Neighbouring pieces without a set are one gap.
        if !wasGap { flaws.append(.gap(witness)) }
        wasGap = true
        continue
      }
      wasGap = false
      for (position, first) in holding.enumerated() {
        for second in holding[(position + 1)...] where pairs.insert([first, second]).inserted {
          flaws.append(.overlap(witness, first, second))
        }
      }
    }
    return flaws
  }

  /// The points and open pieces into which the ends of the sets cut the line, ascending.
  package static func pieces(of sets: [NumberSet]) -> [NumberSet.Interval] {
    let ends = Set(
      sets.flatMap { $0.intervals.flatMap { [$0.low?.number, $0.high?.number] } }.compactMap { $0 })
    var pieces: [NumberSet.Interval] = []
    var last: NumberSet.End?
    for number in ends.sorted() {
      let open = NumberSet.End(number: number, isIncluded: false)
      let closed = NumberSet.End(number: number, isIncluded: true)
      pieces.append(NumberSet.Interval(low: last, high: open))
      pieces.append(NumberSet.Interval(low: closed, high: closed))
      last = open
    }
    pieces.append(NumberSet.Interval(low: last, high: nil))
    return pieces
  }
}
