import Diagnostics
import Rubrics
import Scoring
import Values

/// What several assessors said about one item of one subject.
struct MarkedUnit {
  let subject: String
  let title: Wording
  let stage: String?
  let item: Item
  /// One an assessor, by name.
  let marks: [(assessor: String, mark: Number)]
  let low: Number
  let high: Number
  /// The greatest spread that the rubric accepts.
  let limit: Number?

  /// A mark as a share of its scale.
  func share(_ mark: Number) -> Number {
    guard let above = mark.subtracting(low), let width = high.subtracting(low), width.isPositive
    else { return .zero }
    return above.divided(by: width) ?? .zero
  }

  /// Shares of the scale in millionths, so that marks on different scales can stand side by side.
  var millionths: [Int] {
    marks.map {
      share($0.mark).multiplied(by: Number(1_000_000))?.rounded(toScale: 0, .halfEven)?.intValue
        ?? 0
    }
  }

  /// Greatest less least mark, as a share of the scale; `nil` with fewer than two.
  var spread: Number? {
    let values = marks.map(\.mark)
    guard values.count > 1, let least = values.min(), let greatest = values.max() else {
      return nil
    }
    return share(greatest).subtracting(share(least))
  }
}

extension MarkedUnit {
  /// The units of one subject: marks that count, of assessors, not of third readers or of the subject itself.
  static func units(of evidence: Evidence, under rubric: Rubric) -> [MarkedUnit] {
    evidence.panelSheets(under: rubric).compactMap { sitting in
      let columns = sitting.sheet.columns.filter { $0.column.role != Panel.ownRole }
      var marks: [(assessor: String, mark: Number)] = []
      for mark in columns.flatMap(\.counted) where !marks.contains(where: { $0.0 == mark.by }) {
        marks.append((mark.by, mark.value))
      }
      guard !marks.isEmpty else { return nil }
      return MarkedUnit(
        subject: evidence.subject.id, title: evidence.subject.title, stage: sitting.stage,
        item: sitting.item, marks: marks.sorted { $0.assessor < $1.assessor },
        low: sitting.sheet.low, high: sitting.sheet.high,
        // A limit on totals says nothing of one item.
        limit: sitting.sheet.panel.level == .item
          ? columns.compactMap { $0.column.spread?.limit }.min() : nil)
    }
  }
}
