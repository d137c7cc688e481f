import Diagnostics
import Rubrics
import Values

extension FormSetting {
  /// What assessors' marks come to, with every mark noted, counted or not.
  fileprivate func score(
    _ panel: Panel, _ working: inout Working,
    describing describe: (PanelSheet) throws(NumberTooLarge) -> (says: Wording?, place: Place?)
  ) throws(NumberTooLarge) -> FormResult {
    let sheet = try PanelSheet(
      panel, of: item.plan, marks: marks, lost: lostMarks, impartiality, mode: mode,
      totals: totals.map { ($0, item.id) })
    guard sheet.high > sheet.low else { return .null(NullReason(.divisionByZero)) }
    for use in sheet.everyMark { working.note(.judgement(use)) }
    if panel.id == nil, let column = sheet.columns.first, let words = Wording.lacking(column) {
      working.note(.note(words))
    }
    working.note(.panel(sheet.use))
    let points = try sheet.points(outOf: item.points)
    guard sheet.isComplete else {
      working.lack(sheet.missing(of: item.id, lostMarks.filter { sheet.isHeldUp(by: $0, mode) }))
      return .points(clipped(points))
    }
    let described = try describe(sheet)
    let words: Wording
    if panel.id == nil, let column = sheet.columns.first {
      let count = mode == .final ? column.counted.count : sheet.ownCount
      words = .combined(column.column.statistic ?? .mean, count, described.says)
    } else {
      words = .panelMark(try sheet.mark().low, sheet, described.says)
    }
    working.note(.fired(words, points: points, place: described.place))
    return .points(clipped(points))
  }
}

extension Judge {
  func score(_ working: inout Working, _ setting: FormSetting) throws(NumberTooLarge) -> FormResult
  {
    try setting.score(panel, &working) { sheet throws(NumberTooLarge) in
      for band in bands where try sheet.reaches(band.atLeast) { return (band.says, nil) }
      return (nil, nil)
    }
  }

  /// Why a mark does not count.
  func fault(of mark: AssessorMark) -> Wording? {
    if mark.value < low || mark.value > high { return .markOffScale(low, high) }
    if let step, step.isPositive, let offset = mark.value.subtracting(low),
      offset.roundedToMultiple(of: step, .floor) != offset
    {
      return .markOffStep(step)
    }
    return nil
  }
}

extension Degree {
  func score(_ working: inout Working, _ setting: FormSetting) throws(NumberTooLarge) -> FormResult
  {
    try setting.score(panel, &working) { sheet throws(NumberTooLarge) in
      let counted = sheet.everyMark.filter { $0.setAside == nil }
      guard counted.count == 1, let band = bands.first(where: { $0.id == counted[0].band }) else {
        return (nil, nil)
      }
      return (band.title, band.place)
    }
  }

  /// Why a judgement does not count: no band, or a value outside it.
  func fault(of mark: AssessorMark) -> Wording? {
    guard let id = mark.band else { return .noBand }
    guard let index = bands.firstIndex(where: { $0.id == id }) else { return .unknownBand(id) }
    // Half-open: a value belongs to the band below as soon as it falls under the threshold.
    let isBelowNext = index == 0 ? mark.value <= scale : mark.value < bands[index - 1].atLeast
    return mark.value >= bands[index].atLeast && isBelowNext ? nil : .outsideBand(id)
  }
}

extension ScorePlan {
  /// Why a mark cannot count for an item of this meaning; `nil` where it can.
  func fault(of mark: AssessorMark) -> Wording? {
    switch quantity {
    case .given(.judge(let judge)): judge.fault(of: mark)
    case .given(.degree(let degree)): degree.fault(of: mark)
    case .given, .number, .truth, .choice, .table, .held: Wording.notJudgedByPeople
    }
  }
}
