import Diagnostics
import FEEL
import Formats
import Values

extension RankForm {
  static func read(
    _ record: Record, of item: Record, worth points: Number?, by checker: inout RubricChecker
  ) -> (any ScoringForm)? {
    checker.rankForm(record, points)
  }
}

extension RubricChecker {
  fileprivate mutating func rankForm(_ record: Record, _ points: Number?) -> RankForm? {
    let value = record.scalar("rank").flatMap {
      comparisonExpressions.plan($0, expecting: .number, into: &diagnostics)
    }
    if let value { noteComparison(value, at: record.scalar("rank")?.place ?? record.place) }
    guard record.mentions("places") != record.mentions("top") else {
      diagnostics.report(.rankLines(at: record.keyPlace("rank")))
      return nil
    }
    let isShare = record.mentions("top")
    let key = isShare ? "top" : "places"
    let lines = ladder(record, key, highIsStrict: false)
    for line in lines {
      let isFitting =
        isShare
        ? line.threshold.isPositive && line.threshold <= .one
        : line.threshold.isPositive && line.threshold.isInteger
      if !isFitting { diagnostics.report(.rankLine(line.threshold, isShare, at: line.place)) }
    }
    let others = others(record)
    let amounts = lines.map { ($0.points, $0.place) }
    let rest: Number? =
      switch others {
      case .points(let number)?: number
      case .proRata(let atMost)?: atMost
      case nil: nil
      }
    reportAmounts(amounts, otherwise: rest, worth: points, at: record.keyPlace(key))
    reportOrder(amounts, otherwise: rest, byPlace: true)
    guard let value, let others, let best = record.string("best"), !lines.isEmpty else {
      return nil
    }
    return RankForm(
      rule: RankRule(
        value: value, highIsBest: best == "high", isShare: isShare,
        lines: lines.map { RankRule.Line(upTo: $0.threshold, points: $0.points, place: $0.place) },
        others: others, ties: record.choice("ties") ?? .better, place: record.keyPlace("rank")))
  }

  private mutating func others(_ record: Record) -> RankRule.Others? {
    if let number = record.number("others") { return .points(number) }
    return record.record("others")?.number("at most").map { .proRata(atMost: $0) }
  }
}
