import Diagnostics
import Rubrics
import Values

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

}
