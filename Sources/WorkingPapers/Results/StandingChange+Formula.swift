import Rubrics

extension StandingChange {
  /// What is left of a line of the grades, 1 for the best.
  func formula(_ rank: LiveInteger?, _ grades: Grades) throws(NoFormula) -> LiveInteger {
    guard let rank else { throw NoFormula(.restsOnValues) }
    let limit: Int?
    switch self {
    case .atMost(.grade(let id)): limit = grades.rank(of: id)
    case .atMost(.stars(let stars)):
      limit = grades.lines.firstIndex { ($0.stars ?? Int.max) <= stars }
    case .lower(let levels):
      let last = grades.lines.count
      return .least([try rank.plus(.literal(min(levels, last))), .literal(last)])
    }
    guard let limit else { throw NoFormula(.restsOnValues) }
    return .greatest([rank, .literal(limit + 1)])
  }
}
