import Diagnostics
import FEEL
import Formats
import Values

extension TallyForm {
  static func read(
    _ record: Record, of item: Record, worth points: Number?, by checker: inout RubricChecker
  ) -> (any ScoringForm)? {
    let lines = lines(record, by: &checker)
    let count = record.list("tally").count
    let thresholds = thresholds(record, among: count, by: &checker)
    let otherwise = record.number("else")
    let amounts = thresholds.map { ($0.0.points, $0.1) }
    checker.reportAmounts(
      amounts, otherwise: otherwise, worth: points, at: record.keyPlace("at least"))
    checker.reportOrder(amounts, otherwise: otherwise)
    guard let otherwise, lines.count == count else { return nil }
    return TallyForm(lines: lines, thresholds: thresholds.map(\.0), otherwise: otherwise)
  }

  private static func lines(_ record: Record, by checker: inout RubricChecker) -> [Line] {
    var seen: [String: Place] = [:]
    var lines: [Line] = []
    for line in record.records("tally") {
      checker.reportTwice(line.scalar("id"), among: &seen)
      guard let id = line.string("id"),
        let when = checker.plan(line, "when", expecting: .boolean)
      else { continue }
      lines.append(Line(id: id, when: when, says: line.wording("says"), place: line.place))
    }
    return lines
  }

  /// Greatest count first.
  private static func thresholds(
    _ record: Record, among count: Int, by checker: inout RubricChecker
  ) -> [(Threshold, Place)] {
    var thresholds: [(Threshold, Place)] = []
    for entry in record.map("at least") {
      guard let number = entry.value.number else { continue }
      guard let least = Int(entry.key.text), least >= 1, least <= max(1, count) else {
        checker.diagnostics.report(.tallyCount(entry.key.text, count, at: entry.key.place))
        continue
      }
      thresholds.append((Threshold(count: least, points: number), entry.key.place))
    }
    thresholds.sort { $0.0.count > $1.0.count }
    checker.reportRepeated(thresholds.map { (Number($0.0.count), $0.1) })
    return thresholds
  }
}
