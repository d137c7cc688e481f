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

  /// Why a judgement does not count: no band, or a value outside it.
  func fault(of mark: AssessorMark) -> Wording? {
    guard let id = mark.band else { return .noBand }
    guard let index = bands.firstIndex(where: { $0.id == id }) else { return .unknownBand(id) }
    // Half-open: a value belongs to the band below as soon as it falls under the threshold.
    let isBelowNext = index == 0 ? mark.value <= scale : mark.value < bands[index - 1].atLeast
    return mark.value >= bands[index].atLeast && isBelowNext ? nil : .outsideBand(id)
  }
}
