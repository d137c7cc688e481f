import Diagnostics
import Rubrics
import Values

extension PanelSheet {
  /// In the order of the columns; every mark once.
  var everyMark: [JudgementUse] {
    (columns.flatMap { $0.marks + $0.readings } + others).map(\.use)
  }

  /// The subject's own marks that count.
  var ownCount: Int { everyMark.count { $0.role == Panel.ownRole && $0.setAside == nil } }

  /// Whether every column that counts has come to a mark.
  var isComplete: Bool { columns.allSatisfy { !$0.column.counts || $0.isDecided } }

  var use: PanelUse {
    PanelUse(
      title: panel.title ?? panel.id.map { Wording($0) }, low: low, high: high,
      columns: columns.map { column in
        PanelUse.Column(
          role: column.column.role, title: column.column.title, weight: column.column.weight,
          rule: .panelRule(of: column.column, per: panel.level),
          marks: (column.marks + column.readings).map(\.use),
          result: column.column.counts ? column.result : nil, says: .state(of: column, in: self),
          spread: column.spread, isThirdReaderCalled: column.isThirdReaderCalled,
          totals: column.column.counts ? column.totals?.says ?? [] : [])
      },
      others: others.map(\.use))
  }

  func isHeldUp(by mark: LostMark, _ mode: ScoringMode) -> Bool {
    guard let role = mark.role else { return true }
    return mode == .selfAssessment ? role == Panel.ownRole : panel.roles.contains(role)
  }

  /// What the item waits for, column by column.
  func missing(of item: String, _ lost: [LostMark]) -> [Missing] {
    var missing: [Missing] = []
    for column in columns where column.column.counts {
      switch column.state {
      case .combined, .settled, .kept: break
      case .waiting(0, _): missing.append(Missing(item, .notJudged))
      case .waiting, .several: missing.append(Missing(item, .tooFewMarks))
      case .thirdReaderCalled: missing.append(Missing(item, .thirdReader))
      case .notAgreed: missing.append(Missing(item, .noConsensus))
      case .totalUnknown: missing.append(Missing(item, .openTotal))
      case .lost:
        missing += lost.map {
          Missing(
            item, $0.isOfDoubtfulName ? .assessorInDoubt : .unreadable, place: $0.place.description)
        }
      }
    }
    return missing
  }
}

extension ColumnSheet {
  /// It has come to one mark.
  var isDecided: Bool {
    switch state {
    case .combined, .settled, .kept: true
    case .waiting, .several, .thirdReaderCalled, .totalUnknown, .notAgreed, .lost: false
    }
  }

  /// What the column comes to, or the bounds of it; `nil` past the greatest decimal.
  package var result: ScoreRange? {
    guard let low = least.sum.divided(by: least.count),
      let high = greatest.sum.divided(by: greatest.count)
    else { return nil }
    return ScoreRange(low, high)
  }
}
