import Diagnostics
package import Rubrics
package import Scoring
import Values

extension Agreement {
  /// The agreement of the assessors of many subjects under one rubric; the order of the subjects decides nothing.
  ///
  /// - Returns: `nil` where no assessor marked anything.
  package static func of(
    _ evidence: [Evidence], under rubric: Rubric, _ options: Options = Options()
  ) -> Agreement? {
    let units = evidence.flatMap { MarkedUnit.units(of: $0, under: rubric) }
      .sorted {
        ($0.subject, $0.item.id, $0.stage ?? "") < ($1.subject, $1.item.id, $1.stage ?? "")
      }
    guard !units.isEmpty else { return nil }
    let shared = units.filter { $0.marks.count > 1 }
    let judged = rubric.everyItem.filter { item in units.contains { $0.item === item } }
    return Agreement(
      rubric: rubric, options: options, subjects: Set(units.map(\.subject)).count,
      marks: units.reduce(0) { $0 + $1.marks.count }, sharedUnits: shared.count,
      total: coefficients(of: units, units.map(\.millionths), named: "", options),
      items: judged.map { item in ofItem(item, units.filter { $0.item === item }, options) },
      assessors: severities(units), pairs: pairs(shared), discussed: discussed(shared))
  }

  private static func ofItem(
    _ item: Item, _ units: [MarkedUnit], _ options: Options
  ) -> OfItem {
    OfItem(
      item: item, sharedUnits: units.count { $0.marks.count > 1 },
      marks: units.reduce(0) { $0 + $1.marks.count },
      assessors: Set(units.flatMap { $0.marks.map(\.assessor) }).count,
      coefficients: coefficients(of: units, wholeMarks(units), named: item.id, options),
      meanSpread: Number.mean(units.compactMap(\.spread)))
  }

  /// Marks of one item as whole numbers: exactly, where that takes at most nine digits.
  private static func wholeMarks(_ units: [MarkedUnit]) -> [[Int]] {
    var scale = Number.one
    for _ in 0...6 {
      let whole = units.map { unit in
        unit.marks.compactMap { given -> Int? in
          guard let scaled = given.mark.subtracting(unit.low)?.multiplied(by: scale)?.intValue,
            scaled.magnitude < 1_000_000_000
          else { return nil }
          return scaled
        }
      }
      if zip(whole, units).allSatisfy({ $0.count == $1.marks.count }) { return whole }
      guard let next = scale.multiplied(by: Number(10)) else { break }
      scale = next
    }
    return units.map(\.millionths)
  }

  private static func coefficients(
    of units: [MarkedUnit], _ marks: [[Int]], named name: String, _ options: Options
  ) -> [Coefficient] {
    if Set(units.flatMap { $0.marks.map(\.assessor) }).count < 2 {
      return Metric.allCases.map {
        Coefficient(metric: $0, alpha: .none(.oneAssessor), low: nil, high: nil)
      }
    }
    let data = Reliability(marks)
    return Metric.allCases.map { metric in
      let alpha = data.alpha(metric)
      let interval =
        alpha.value == nil
        ? nil
        : data.interval(
          metric, resamples: options.resamples, SplitMix(seed: options.seed, for: name))
      return Coefficient(
        metric: metric, alpha: alpha, low: interval?.low, high: interval?.high)
    }
  }

  private static func severities(_ units: [MarkedUnit]) -> [Severity] {
    let names = Set(units.flatMap { $0.marks.map(\.assessor) }).sorted()
    return names.map { name in
      var marks = 0
      var deviations: [Number] = []
      for unit in units {
        guard let own = unit.marks.first(where: { $0.assessor == name }) else { continue }
        marks += 1
        let others = unit.marks.filter { $0.assessor != name }.map { unit.share($0.mark) }
        if let mean = Number.mean(others), let less = unit.share(own.mark).subtracting(mean) {
          deviations.append(less)
        }
      }
      return Severity(
        assessor: name, marks: marks, sharedUnits: deviations.count,
        deviation: Number.mean(deviations))
    }
  }

  private static func pairs(_ shared: [MarkedUnit]) -> [Pair] {
    struct Names: Hashable {
      let first: String
      let second: String
    }
    var differences: [Names: [Number]] = [:]
    for unit in shared {
      for (index, one) in unit.marks.enumerated() {
        for other in unit.marks[(index + 1)...] {
          guard let apart = unit.share(one.mark).subtracting(unit.share(other.mark)) else {
            continue
          }
          differences[Names(first: one.assessor, second: other.assessor), default: []]
            .append(apart.magnitude)
        }
      }
    }
    let ordered = differences.sorted {
      ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second)
    }
    return ordered.compactMap { names, apart in
      guard let mean = Number.mean(apart), let greatest = apart.max() else { return nil }
      return Pair(
        first: names.first, second: names.second, sharedUnits: apart.count, mean: mean,
        greatest: greatest)
    }
  }

  /// A longer list would not be discussed; what lies over a limit is always told.
  private static let mostDiscussed = 10

  private static func discussed(_ shared: [MarkedUnit]) -> [Discussed] {
    let contributions = Reliability(shared.map(\.millionths)).contributions()
    let all = zip(shared, contributions).map { unit, contribution in
      Discussed(
        subject: unit.subject, title: unit.title, stage: unit.stage, item: unit.item,
        spread: unit.spread ?? .zero, limit: unit.limit, contribution: contribution,
        marks: unit.marks)
    }
    func comesFirst(_ one: Discussed, _ other: Discussed) -> Bool {
      if one.contribution != other.contribution { return one.contribution > other.contribution }
      return (one.subject, one.item.id, one.stage ?? "")
        < (other.subject, other.item.id, other.stage ?? "")
    }
    let over = all.filter(\.isOverLimit).sorted(by: comesFirst)
    // More than the part that would be its own if all units disagreed alike.
    let even = Number.one.divided(by: Number(max(1, shared.count))) ?? .one
    let rest = all.filter { !$0.isOverLimit && $0.contribution > even }.sorted(by: comesFirst)
    return over + rest.prefix(max(0, mostDiscussed - over.count))
  }
}
