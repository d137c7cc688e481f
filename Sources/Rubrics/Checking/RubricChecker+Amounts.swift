import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  private mutating func pace(_ record: Record) -> Pace? {
    if let every = record.number("every"), !every.isPositive {
      diagnostics.report(
        .stepNotPositive("every", at: record.scalar("every")?.place ?? record.place))
      return nil
    }
    reportNegative(record, "points")
    guard let every = record.number("every"), let points = record.number("points"),
      let units: UnitCount = record.choice("units")
    else { return nil }
    return Pace(every: every, points: points, units: units)
  }

  mutating func checkEach(_ record: Record, _ points: Number?) -> Form? {
    let base = record.record("base")
    let step = record.record("step").flatMap { pace($0) }
    if let base { reportNegative(base, "points") }
    reportNegative(record, "below base")
    if let cap = record.number("cap"), let points {
      let place = record.scalar("cap")?.place ?? record.place
      if cap > points { diagnostics.report(.aboveFullMarks(cap, points, at: place)) }
      if cap < points { diagnostics.report(.fullMarksUnreachable(cap, points, at: place)) }
      for (key, amount) in [
        ("base", base?.number("points")), ("below base", record.number("below base")),
      ] {
        if let amount, amount > cap {
          diagnostics.report(.aboveCap(key, amount, cap, at: record.keyPlace(key)))
        }
      }
    }
    guard let value = plan(record, "each", expecting: .number), let baseAt = base?.number("at"),
      let basePoints = base?.number("points"), let step, let cap = record.number("cap"),
      let below = record.number("below base")
    else { return nil }
    return .each(
      Each(
        value: value, baseAt: baseAt, basePoints: basePoints, step: step, cap: cap,
        belowBase: below))
  }

  mutating func checkLose(_ record: Record, _ points: Number?) -> Form? {
    let step = record.record("step").flatMap { pace($0) }
    reportNegative(record, "free")
    reportNegative(record, "floor")
    if let floor = record.number("floor"), let points, floor > points {
      diagnostics.report(
        .aboveFullMarks(floor, points, at: record.scalar("floor")?.place ?? record.place))
    }
    if let all = record.number("all from"), case let free = record.number("free") ?? .zero,
      all <= free
    {
      diagnostics.report(.allFromWithinFree(all, free, at: record.keyPlace("all from")))
    }
    guard let value = plan(record, "lose", expecting: .number), let step,
      let floor = record.number("floor")
    else { return nil }
    return .lose(
      Lose(
        value: value, step: step, free: record.number("free") ?? .zero, floor: floor,
        allFrom: record.number("all from")))
  }

  mutating func checkSurvey(_ record: Record, _ points: Number?) -> Form? {
    guard let name = record.scalar("survey") else { return nil }
    guard let index = surveys.firstIndex(where: { $0.name == name.text }) else {
      diagnostics.report(.unknownSurvey(name.text, among: surveys.map(\.name), at: name.place))
      return nil
    }
    let columnSlots = surveys[index].columns.indices.map {
      slots.firstIndex(of: .surveyColumn(survey: index, column: $0)) ?? 0
    }
    let row = expressions.adding(
      zip(surveys[index].columns, columnSlots).map {
        Scope.Entry($0.name, $0.shape, slot: $1)
      })
    let scale = pointScale(record, "survey", points)
    guard record.mentions("share") != record.mentions("mean") else {
      diagnostics.report(.surveyStatistic(at: record.keyPlace("survey")))
      return nil
    }
    let statistic: SurveyRule.Statistic?
    if let scalar = record.scalar("share") {
      statistic = row.plan(scalar, expecting: .boolean, into: &diagnostics).map { .share($0) }
    } else {
      statistic = record.scalar("mean").flatMap {
        row.plan($0, expecting: .number, into: &diagnostics).map { .mean($0) }
      }
    }
    guard let statistic, let scale, let respondents = record.count("respondents") else {
      return nil
    }
    return .survey(
      SurveyRule(
        survey: index, statistic: statistic, respondents: respondents, scale: scale,
        columnSlots: columnSlots))
  }
}
