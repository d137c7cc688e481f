import Diagnostics
import FEEL
import Formats
import Values

extension DegreeForm {
  static func read(
    _ record: Record, of item: Record, worth points: Number?, by checker: inout RubricChecker
  ) -> (any ScoringForm)? {
    guard let written = record.record("degree") else { return nil }
    if let scale = written.number("scale"), !scale.isPositive {
      checker.diagnostics.report(
        .stepNotPositive("scale", at: written.scalar("scale")?.place ?? written.place))
    }
    var seen: [String: Place] = [:]
    var bands: [Degree.Band] = []
    for band in written.records("bands") {
      checker.reportTwice(band.scalar("id"), among: &seen)
      guard let id = band.string("id"), let least = band.number("at least") else { continue }
      bands.append(
        Degree.Band(id: id, title: band.wording("title"), atLeast: least, place: band.place))
    }
    guard bands.count == written.list("bands").count else { return nil }
    var isSorted = true
    for (upper, lower) in zip(bands, bands.dropFirst()) where lower.atLeast >= upper.atLeast {
      checker.diagnostics.report(.bandsOutOfOrder(at: lower.place))
      isSorted = false
    }
    if isSorted, let last = bands.last, !last.atLeast.isZero {
      checker.diagnostics.report(.lowestBandNotZero(last.id, at: last.place))
    }
    if let first = bands.first, let scale = written.number("scale"), first.atLeast > scale {
      checker.diagnostics.report(.bandAboveScale(first.id, at: first.place))
    }
    if bands.isEmpty {
      checker.diagnostics.report(.emptyList("bands", at: written.keyPlace("bands")))
    }
    guard let panel = checker.panel(of: item, written), let scale = written.number("scale") else {
      return nil
    }
    return DegreeForm(degree: Degree(panel: panel, scale: scale, bands: bands))
  }
}
