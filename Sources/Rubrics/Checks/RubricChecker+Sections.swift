import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  mutating func checkSections(_ records: [Record]) -> [Section] {
    records.compactMap { checkSection($0) }
  }

  private mutating func checkSection(_ record: Record) -> Section? {
    noteID(record.scalar("id"), in: "section")
    reportNegative(record, "points")
    let condition = plan(record, "applies when", expecting: .boolean)
    let otherwise = checkOtherwise(record)
    let rounding = record.record("round").flatMap { checkRounding($0) }
    let shareRounding = record.record("round share").flatMap { checkRounding($0) }
    let combining: Combining = record.choice("combine") ?? .sum
    if combining != .sum, record.mentions("scaled") {
      diagnostics.report(.scaledWithCombine(combining, at: record.keyPlace("scaled")))
    }
    let isScaled = combining != .sum || record.boolean("scaled") ?? false
    checkSum(record, isScaled: isScaled)
    guard let content = content(record), let id = record.string("id"),
      let title = record.wording("title"), let points = record.number("points")
    else { return nil }
    return Section(
      id: id, title: title, points: points, isScaled: isScaled, combining: combining,
      appliesWhen: condition, otherwise: otherwise, rounding: rounding,
      shareRounding: shareRounding, content: content,
      place: record.scalar("id")?.place ?? record.place)
  }

  private mutating func content(_ record: Record) -> Section.Content? {
    let place = record.scalar("id")?.place ?? record.place
    if record.mentions("items"), record.mentions("sections") {
      diagnostics.report(.itemsAndSections(at: place))
    }
    if record.mentions("items") {
      let items = record.records("items").compactMap { checkItem($0) }
      let isWhole = items.count == record.records("items").count
      return isWhole ? .items(items) : nil
    }
    if record.mentions("sections") {
      let sections = checkSections(record.records("sections"))
      return sections.count == record.records("sections").count ? .sections(sections) : nil
    }
    return nil
  }

  /// What a section holds adds up to its points; a scaled one needs something to scale.
  private mutating func checkSum(_ record: Record, isScaled: Bool) {
    let place = record.scalar("id")?.place ?? record.place
    let key = record.mentions("items") ? "items" : "sections"
    guard !record.unreadable.contains(key) else { return }
    let members = record.records(key)
    guard !members.isEmpty else {
      if record.list(key).isEmpty { diagnostics.report(.emptySection(at: place)) }
      return
    }
    let points = members.compactMap { $0.number("points") }
    guard points.count == members.count, points.count == record.list(key).count,
      let sum = Number.sum(points), let declared = record.number("points")
    else { return }
    if isScaled {
      if !sum.isPositive { diagnostics.report(.nothingToScale(at: place)) }
    } else if sum != declared {
      diagnostics.report(
        .pointsDoNotAddUp(
          record.string("id") ?? "", points, sum, declared,
          at: record.scalar("points")?.place ?? place
        ).pointing(at: members.compactMap { RelatedPlace.adding($0.scalar("points")) }))
    }
  }

  // MARK: bonus, deductions, total

  mutating func checkBonus(_ record: Record) -> Bonus? {
    reportNegative(record, "cap")
    let items = record.records("items").compactMap { checkItem($0) }
    guard let cap = record.number("cap"), let mayLift = record.boolean("may lift grade") else {
      return nil
    }
    return Bonus(cap: cap, mayLiftGrade: mayLift, items: items, place: record.place)
  }

  mutating func checkDeduction(_ record: Record) -> Deduction? {
    reportNegative(record, "cap")
    guard let item = checkItem(record, pointsKey: "cap") else { return nil }
    return Deduction(item: item, cap: item.points)
  }

  mutating func checkTotal(_ record: Record) -> Total? {
    let formula = record.scalar("formula").flatMap {
      expressions.adding(resultEntries + cohortEntries).plan(
        $0, expecting: .number, into: &diagnostics)
    }
    var clip = record.record("clip").map {
      Total.Clip(low: $0.number("from"), high: $0.number("to"))
    }
    if let low = clip?.low, let high = clip?.high, low > high {
      diagnostics.report(.fromAboveTo(at: record.keyPlace("clip")))
      clip = nil
    }
    guard let rounding = record.record("round").flatMap({ checkRounding($0) }),
      let closing: Closing = record.choice("when closed")
    else { return nil }
    let combining = checkCombining(record)
    return Total(
      rounding: rounding, whenClosed: closing, formula: formula, combining: combining.rule,
      points: combining.points, clip: clip, place: record.place)
  }
}
