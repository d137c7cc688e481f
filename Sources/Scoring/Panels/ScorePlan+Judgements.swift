import Diagnostics
import Rubrics
import Values

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
