import Diagnostics
import Rubrics
import Values

extension Degree {
  /// Why a judgement does not count: no band, or a value outside it.
  func fault(of mark: AssessorMark) -> Wording? {
    guard let id = mark.band else { return .noBand }
    guard let index = bands.firstIndex(where: { $0.id == id }) else { return .unknownBand(id) }
    // Half-open: a value belongs to the band below as soon as it falls under the threshold.
    let isBelowNext = index == 0 ? mark.value <= scale : mark.value < bands[index - 1].atLeast
    return mark.value >= bands[index].atLeast && isBelowNext ? nil : .outsideBand(id)
  }
}
