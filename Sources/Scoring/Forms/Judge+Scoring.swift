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

}
