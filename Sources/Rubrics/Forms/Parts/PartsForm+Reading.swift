import Diagnostics
import FEEL
import Formats
import Values

extension PartsForm {
  static func read(
    _ record: Record, of item: Record, worth points: Number?, by checker: inout RubricChecker
  ) -> (any ScoringForm)? {
    var seen: [String: Place] = [:]
    var parts: [Part] = []
    let written = record.records("parts")
    for part in written {
      checker.reportTwice(part.scalar("id"), among: &seen)
      checker.reportNegative(part, "points")
      guard part.string("id") != nil, let worth = part.number("points"),
        let when = checker.plan(part, "when", expecting: .boolean), let says = part.wording("says")
      else { continue }
      parts.append(Part(points: worth, when: when, says: says, place: part.place))
    }
    let amounts = written.compactMap { $0.number("points") }
    if let points, amounts.count == record.list("parts").count, let sum = Number.sum(amounts),
      sum != points
    {
      checker.diagnostics.report(
        .partsDoNotAddUp(amounts, sum, points, at: record.keyPlace("parts"))
          .pointing(at: checker.fullMarks)
          .pointing(at: written.compactMap { RelatedPlace.adding($0.scalar("points")) }))
    }
    return parts.count == record.list("parts").count ? PartsForm(parts: parts) : nil
  }
}
