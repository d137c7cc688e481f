import Diagnostics
import Rubrics
import Values

extension Judge {
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
