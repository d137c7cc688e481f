import Diagnostics
import Rubrics
import Values

extension FormSetting {
  /// What assessors' marks come to, with every mark noted, counted or not.
  func score(
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
