import Diagnostics
import Rubrics
import Values

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
