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

  mutating func checkDegree(_ record: Record) -> Form? {
    guard let written = record.record("degree") else { return nil }
    if let scale = written.number("scale"), !scale.isPositive {
      diagnostics.report(
        .stepNotPositive("scale", at: written.scalar("scale")?.place ?? written.place))
    }
    var seen = Set<String>()
    var bands: [Degree.Band] = []
    for band in written.records("bands") {
      if let id = band.scalar("id"), !seen.insert(id.text).inserted {
        diagnostics.report(.idTwice(id.text, at: id.place, first: nil))
      }
      guard let id = band.string("id"), let least = band.number("at least") else { continue }
      bands.append(
        Degree.Band(id: id, title: band.wording("title"), atLeast: least, place: band.place))
    }
    guard bands.count == written.list("bands").count else { return nil }
    var isSorted = true
    for (upper, lower) in zip(bands, bands.dropFirst()) where lower.atLeast >= upper.atLeast {
      diagnostics.report(.bandsOutOfOrder(at: lower.place))
      isSorted = false
    }
    if isSorted, let last = bands.last, !last.atLeast.isZero {
      diagnostics.report(.lowestBandNotZero(last.id, at: last.place))
    }
    if let first = bands.first, let scale = written.number("scale"), first.atLeast > scale {
      diagnostics.report(.bandAboveScale(first.id, at: first.place))
    }
    if bands.isEmpty { diagnostics.report(.emptyList("bands", at: written.keyPlace("bands"))) }
    let combine: Combination? = written.choice("combine")
    let least = written.count("at least") ?? 1
    if least > 1, combine == nil {
      diagnostics.report(.combineMissing(at: written.keyPlace("at least")))
    }
    guard let role = written.string("role"), let scale = written.number("scale") else { return nil }
    return .degree(
      Degree(role: role, scale: scale, bands: bands, combine: combine, atLeast: max(1, least)))
  }

  mutating func checkJudge(_ record: Record) -> Form? {
    guard let written = record.record("judge") else { return nil }
    if let low = written.number("from"), let high = written.number("to"), low >= high {
      diagnostics.report(.fromAboveTo(at: written.keyPlace("from")))
    }
    if let step = written.number("step"), !step.isPositive {
      diagnostics.report(
        .stepNotPositive("step", at: written.scalar("step")?.place ?? written.place))
    }
    if written.count("at least") == 0 {
      diagnostics.report(
        .stepNotPositive("at least", at: written.scalar("at least")?.place ?? written.place))
    }
    let bands = written.records("bands").compactMap { band -> Judge.Band? in
      guard let least = band.number("at least"), let says = band.wording("says") else { return nil }
      return Judge.Band(atLeast: least, says: says)
    }
    for (upper, lower) in zip(written.records("bands"), written.records("bands").dropFirst()) {
      if let one = upper.number("at least"), let other = lower.number("at least"), other >= one {
        diagnostics.report(.bandsOutOfOrder(at: lower.place))
      }
    }
    guard let role = written.string("role"), let low = written.number("from"),
      let high = written.number("to"), let combine: Combination = written.choice("combine"),
      let least = written.count("at least")
    else { return nil }
    return .judge(
      Judge(
        role: role, low: low, high: high, step: written.number("step"), combine: combine,
        atLeast: max(1, least), bands: bands))
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
