import Rubrics
import Values

/// A quotient of two formulas over whole numbers: `1667/100`, or what three of seven are worth.
///
/// Decimal numbers are written with a power of ten below the line, so nothing is rounded on the way but where a rubric says so.
struct LiveRatio {
  let above: LiveInteger
  /// Above zero.
  let below: LiveInteger

  init(_ above: LiveInteger, over below: LiveInteger = .literal(1)) {
    (self.above, self.below) = (above, below)
  }

  static let zero = LiveRatio(.literal(0))

  /// A number that is written out in formulas.
  ///
  /// - Throws: where it has more digits than a spreadsheet keeps.
  init(_ number: Number) throws(NoFormula) {
    var scale = 1
    for _ in 0...9 {
      if let whole = number.multiplied(by: Number(scale))?.intValue {
        guard whole.magnitude < 1_000_000_000_000 else { break }
        self.init(.literal(whole), over: .literal(scale))
        return
      }
      scale *= 10
    }
    throw NoFormula(.tooManyDigits)
  }

  /// The simplest quotient that a number of 34 digits stands for: 23.111… is 208/9.
  ///
  /// - Throws: where there is none below a thousand.
  init(nearest number: Number) throws(NoFormula) {
    if let exact = try? LiveRatio(number) {
      self = exact
      return
    }
    for below in 2..<1_000 {
      guard let top = number.multiplied(by: Number(below))?.rounded(toScale: 0, .halfEven)?.intValue
      else { break }
      let ratio = LiveRatio(.literal(top), over: .literal(below))
      if ratio.agrees(with: number) {
        self = ratio
        return
      }
    }
    throw NoFormula(.tooManyDigits)
  }

  /// What it comes to, as far as 34 digits go.
  var number: Number? { Number(above.value).divided(by: Number(below.value)) }

  /// What a spreadsheet shows of it.
  var shown: Double { Double(above.value) / Double(below.value) }

  /// Whether both are the same but for what the engine rounds at its 34th digit.
  func agrees(with other: Number) -> Bool {
    guard let number, let apart = number.subtracting(other)?.magnitude else { return false }
    return apart <= Self.hair
  }

  private static let hair = Number("0.0000000000000000001") ?? .zero

  // MARK: two over one line

  private func aligned(
    _ other: LiveRatio
  ) throws(NoFormula) -> (mine: LiveInteger, theirs: LiveInteger, below: LiveInteger) {
    if below.text == other.below.text { return (above, other.above, below) }
    if below.isLiteral, other.below.isLiteral {
      let common = Self.leastMultiple(below.value, other.below.value)
      return (
        try above.times(.literal(common / below.value)),
        try other.above.times(.literal(common / other.below.value)), .literal(common)
      )
    }
    return (
      try above.times(other.below), try other.above.times(below), try below.times(other.below)
    )
  }

  static func leastMultiple(_ one: Int, _ other: Int) -> Int {
    one / greatestDivisor(one, other) * other
  }

  static func greatestDivisor(_ one: Int, _ other: Int) -> Int {
    var (a, b) = (one, other)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  func plus(_ other: LiveRatio) throws(NoFormula) -> LiveRatio {
    let both = try aligned(other)
    return LiveRatio(try both.mine.plus(both.theirs), over: both.below)
  }

  func minus(_ other: LiveRatio) throws(NoFormula) -> LiveRatio {
    let both = try aligned(other)
    return LiveRatio(try both.mine.minus(both.theirs), over: both.below)
  }

  func times(_ other: LiveRatio) throws(NoFormula) -> LiveRatio {
    LiveRatio(try above.times(other.above), over: try below.times(other.below))
  }

  func over(_ other: LiveRatio) throws(NoFormula) -> LiveRatio {
    guard other.above.value > 0 else { throw NoFormula(.divisorNotPositive) }
    return LiveRatio(try above.times(other.below), over: try below.times(other.above))
  }

  var negated: LiveRatio { LiveRatio(above.negated, over: below) }

  func isAtLeast(_ other: LiveRatio) throws(NoFormula) -> LiveTruth {
    let both = try aligned(other)
    return both.mine.isAtLeast(both.theirs)
  }

  func isAbove(_ other: LiveRatio) throws(NoFormula) -> LiveTruth {
    let both = try aligned(other)
    return both.mine.isAbove(both.theirs)
  }

  func equals(_ other: LiveRatio) throws(NoFormula) -> LiveTruth {
    let both = try aligned(other)
    return both.mine.equals(both.theirs)
  }

  func chosen(if truth: LiveTruth, else other: LiveRatio) throws(NoFormula) -> LiveRatio {
    if below.isLiteral, other.below.isLiteral {
      let both = try aligned(other)
      return LiveRatio(both.mine.chosen(if: truth, else: both.theirs), over: both.below)
    }
    return LiveRatio(
      above.chosen(if: truth, else: other.above), over: below.chosen(if: truth, else: other.below))
  }

  func atLeast(_ least: LiveRatio) throws(NoFormula) -> LiveRatio {
    if below.isLiteral, least.below.isLiteral {
      let both = try aligned(least)
      return LiveRatio(.greatest([both.mine, both.theirs]), over: both.below)
    }
    return try chosen(if: try isAtLeast(least), else: least)
  }

  func atMost(_ most: LiveRatio) throws(NoFormula) -> LiveRatio {
    if below.isLiteral, most.below.isLiteral {
      let both = try aligned(most)
      return LiveRatio(.least([both.mine, both.theirs]), over: both.below)
    }
    return try chosen(if: try most.isAtLeast(self), else: most)
  }

  static func sum(_ all: [LiveRatio]) throws(NoFormula) -> LiveRatio {
    var sum = LiveRatio.zero
    for one in all { sum = try sum.plus(one) }
    return sum
  }

  // MARK: rounding

  /// How many times `unit`, above zero, goes into it.
  ///
  /// - Throws: where a number gets too long.
  func count(of unit: LiveRatio, _ mode: RoundingMode) throws(NoFormula) -> LiveInteger {
    let top = try above.times(unit.below)
    let bottom = try below.times(unit.above)
    guard bottom.value > 0 else { throw NoFormula(.divisorNotPositive) }
    if bottom.isLiteral, bottom.value == 1 { return top }
    let two = LiveInteger.literal(2)
    switch mode {
    case .floor: return try top.wholeOver(bottom)
    case .ceiling: return try top.negated.wholeOver(bottom).negated
    case .down, .up, .halfUp, .halfDown, .halfEven: break
    }
    // By magnitude: the sign is put before it again.
    let sign = try LiveInteger.atom("SIGN(\(top.text))", top.value.signum())
    let size = try LiveInteger.atom("ABS(\(top.text))", abs(top.value))
    var count: LiveInteger
    switch mode {
    case .down, .floor, .ceiling: count = try size.wholeOver(bottom)
    case .up: count = try size.negated.wholeOver(bottom).negated
    case .halfUp: count = try two.times(size).plus(bottom).wholeOver(try two.times(bottom))
    case .halfDown:
      count = try bottom.minus(try two.times(size)).wholeOver(try two.times(bottom)).negated
    case .halfEven:
      let raised = try two.times(size).plus(bottom)
      count = try raised.wholeOver(try two.times(bottom))
      let twice = try two.times(bottom)
      let isTie = LiveTruth(
        "MOD(\(raised.text),\(twice.text))=0", raised.value % twice.value == 0)
      let isOdd = LiveTruth("MOD(\(count.text),2)=1", count.value % 2 == 1)
      count = try count.minus(LiveTruth.all([isTie, isOdd]).asInteger)
    }
    if top.isLiteral { return top.value < 0 ? count.negated : count }
    return try sign.times(count)
  }

  func rounded(_ rounding: Rounding) throws(NoFormula) -> LiveRatio {
    let step = try LiveRatio(rounding.step)
    let count = try count(of: step, rounding.mode)
    return LiveRatio(try count.times(step.above), over: step.below)
  }
}
