import Diagnostics
import Rubrics
import Values

/// What derivations say about assessors' totals, sorted by name.
extension Wording {
  /// What became of a column that combines totals, in a sentence; `nil` where it says what any column says.
  static func state(
    of totals: PanelTotals.Column, _ mark: String, _ panel: PanelSheet
  ) -> Wording? {
    let column = totals.column
    guard column.counts else { return nil }
    switch totals.state {
    case .combined(let count):
      guard count > 1 else { return nil }
      let isPlain = column.statistic == .trimmedMean && count < column.trimFrom
      let name = statisticName(isPlain ? .mean : column.statistic ?? .mean)
      return Wording(
        en: "\(name.en) of \(count) totals; of their marks here, \(mark)",
        zh: "\(count) 个总分取\(name.zh)，本项相应为 \(mark)")
    case .settled(let count):
      let how = resolutionName(column.spread?.then ?? .all)
      return Wording(
        en:
          "totals lay \(apart(totals).en); a third reader marked: \(how.en), here \(mark) (\(count) totals)",
        zh: "\(apart(totals).zh)，已由第三人复评：\(how.zh)，本项为 \(mark)（共 \(count) 个总分）")
    case .thirdReaderCalled:
      let reader = column.spread?.reader ?? ""
      return Wording(
        en: "totals lie \(apart(totals).en): `\(reader)` is called and has not marked",
        zh: "\(apart(totals).zh)：须由 `\(reader)` 复评，尚无评分")
    case .totalUnknown: return totalsUnknown(panel.openItems)
    case .notAgreed(let count):
      return Wording(
        en: "\(count) totals that differ, where all must agree", zh: "\(count) 个总分不一致，须一致方可计入")
    case .waiting, .several, .lost, .kept: return nil
    }
  }

  static func totalsUnknown(_ openItems: [String]) -> Wording {
    guard !openItems.isEmpty else {
      return Wording(
        en: "a total is unknown, so nobody knows what the totals come to", zh: "有总分未知，合成结果待定")
    }
    let names = openItems.prefix(4).map { "`\($0)`" }
    return Wording(
      en: "totals are unknown: it is open whether \(names.joined(separator: ", ")) applies",
      zh: "总分未知：\(names.joined(separator: "、"))是否适用尚不清楚")
  }

  private static func apart(_ totals: PanelTotals.Column) -> Wording {
    let spread = totals.spread?.shortText ?? "–"
    let limit = totals.column.spread?.limit.percentText ?? "–"
    return Wording(
      en: "\(spread) points apart, more than \(limit) of \(totals.greatest)",
      zh: "总分相差 \(spread) 分，超过满分 \(totals.greatest) 的 \(limit)")
  }
}

extension PanelTotals.Column {
  /// Each assessor's total, and what part it has.
  var says: [Wording] {
    everySeat.enumerated().map { index, seat in
      guard let points = seat.points.flatMap({ $0.sum.divided(by: $0.count) }) else {
        return seat.unknown
      }
      let total = Wording(
        en: "`\(seat.by)`: total \(points.shortText) of \(greatest)",
        zh: "`\(seat.by)` 总分 \(points.shortText)（满分 \(greatest)）")
      guard let weights else { return total }
      guard let part = weights.text(of: index) else {
        return Wording(en: "\(total.en), left out", zh: "\(total.zh)，不计")
      }
      return Wording(en: "\(total.en), weight \(part)", zh: "\(total.zh)，权重 \(part)")
    }
  }
}

extension PanelTotals.Seat {
  fileprivate var unknown: Wording {
    guard !lacking.isEmpty else {
      return Wording(en: "`\(by)`: total unknown", zh: "`\(by)` 总分未知")
    }
    let names = lacking.map { "`\($0)`" }
    return Wording(
      en: "`\(by)`: total unknown, no mark that counts for \(names.joined(separator: ", "))",
      zh: "`\(by)` 总分未知：\(names.joined(separator: "、"))没有可计入的评分")
  }
}
