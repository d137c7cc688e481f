import Diagnostics
import Rubrics
import Values

extension EvidenceReader {
  /// By item, one a mark: why it cannot stand for the stage that it names.
  ///
  /// A rubric without stages looks at none.
  func stageFaults(
    _ source: EvidenceSource, _ setting: EvidenceSetting
  ) -> [String: [Wording?]] {
    guard !rubric.stages.isEmpty else { return [:] }
    let first = firstDates(source)
    var faults: [String: [Wording?]] = [:]
    for item in rubric.everyItem {
      guard let marks = source.marks[item.id] else { continue }
      faults[item.id] = marks.map { fault(of: $0, for: item, first, setting.period) }
    }
    return faults
  }

  /// By stage: the day of its first judgement.
  private func firstDates(_ source: EvidenceSource) -> [Int: String] {
    var first: [Int: String] = [:]
    for mark in source.marks.values.joined() {
      guard let stage = rubric.stages.firstIndex(where: { $0.id == mark.stage }),
        let date = mark.date
      else { continue }
      first[stage] = min(first[stage] ?? date, date)
    }
    return first
  }

  private func fault(
    of mark: AssessorMark, for item: Item, _ first: [Int: String], _ period: Period?
  ) -> Wording? {
    guard let name = mark.stage else {
      // A station rates itself once.
      return item.stages.isEmpty || mark.role == "self" ? nil : .stageNotNamed
    }
    guard let index = rubric.stages.firstIndex(where: { $0.id == name }) else {
      return .stageUnknown(name, rubric.stages.map(\.id))
    }
    let stage = rubric.stages[index]
    if !item.stages.isEmpty, !item.stages.contains(where: { $0.stage == index }) {
      return .stageOfOtherItems(stage.title)
    }
    if stage.every != nil, period == nil { return .stageWithoutPeriod(stage.title) }
    guard stage.mustBeInPeriod || !stage.after.isEmpty else { return nil }
    guard let date = mark.date else { return .stageUndated(stage.title) }
    if stage.mustBeInPeriod, let period,
      date < period.start.isoText || date > period.end.isoText
    {
      return .stageOutsidePeriod(stage.title)
    }
    for earlier in stage.after {
      if let begun = first[earlier], date < begun {
        return .stageBefore(stage.title, rubric.stages[earlier].title, begun)
      }
    }
    return nil
  }
}

extension Wording {
  static func stageBefore(_ stage: Wording, _ earlier: Wording, _ date: String) -> Wording {
    Wording(
      en: "\(stage.en) comes after \(earlier.en), which began on \(date)",
      zh: "\(stage.zh)应在\(earlier.zh)之后，而\(earlier.zh)始于 \(date)")
  }

  static let stageNotNamed = Wording(
    en: "it does not name its stage: `stage: …`", zh: "没有写明阶段：`stage: …`")

  static func stageOfOtherItems(_ stage: Wording) -> Wording {
    Wording(en: "this item has no \(stage.en)", zh: "这一项不在\(stage.zh)阶段评")
  }

  static func stageOutsidePeriod(_ stage: Wording) -> Wording {
    Wording(
      en: "\(stage.en) must be dated in the period", zh: "\(stage.zh)的日期应在评估期内")
  }

  static func stageUndated(_ stage: Wording) -> Wording {
    Wording(en: "\(stage.en) needs a date", zh: "\(stage.zh)要写明日期")
  }

  static func stageUnknown(_ name: String, _ known: [String]) -> Wording {
    let all = known.prefix(6).map { "`\($0)`" }
    return Wording(
      en: "`\(name)` is no stage; the stages are \(all.joined(separator: ", "))",
      zh: "没有阶段 `\(name)`；各阶段为 \(all.joined(separator: "、"))")
  }
}
