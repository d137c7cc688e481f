import FEEL
import Rubrics
import Values

/// The line of the grades, 1 for the best, that a total reaches.
struct BandFormula {
  let band: StandingPlan.Band
  let lineCount: Int

  func line(of total: LiveRatio) throws(NoFormula) -> LiveInteger {
    guard case .ladder(let rungs) = band else { throw NoFormula(.byTable) }
    var rank = LiveInteger.literal(lineCount)
    for (line, rung) in rungs.enumerated().reversed() {
      guard let threshold = rung.threshold else {
        rank = .literal(line + 1)
        continue
      }
      let bound = try LiveRatio(threshold)
      let holds: LiveTruth
      switch rung.comparison {
      case .atLeast: holds = try total.isAtLeast(bound)
      case .atMost: holds = try bound.isAtLeast(total)
      case .greater: holds = try total.isAbove(bound)
      case .less: holds = try bound.isAbove(total)
      case .equal, .unequal: throw .form
      }
      rank = LiveInteger.literal(line + 1).chosen(if: holds, else: rank)
    }
    return rank
  }
}
