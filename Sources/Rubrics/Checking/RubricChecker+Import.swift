import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  /// Longer is a slip of the pen.
  private static let longestValidity = 40_000

  mutating func checkImport(_ record: Record, _ points: Number?) -> Form? {
    let value = plan(record, "import", expecting: .any)
    let dated = plan(record, "dated", expecting: .date)
    let validity = importValidity(record)
    guard let value, let scale = importScale(record, value, points), let dated, let validity,
      let from = record.wording("from"), let asOf = slots.firstIndex(of: .asOf)
    else { return nil }
    return .imported(
      ImportRule(
        value: value, scale: scale, isClosed: possibleTexts(value) != nil, dated: dated,
        asOf: asOf, validity: validity, from: from, place: record.keyPlace("import")))
  }

  private mutating func importScale(
    _ record: Record, _ value: Plan, _ points: Number?
  ) -> ImportRule.Scale? {
    let numberKeys = ["at least", "else", "full at", "zero at"]
    let place = record.keyPlace("import")
    switch value.shape.withoutOptional {
    case .number:
      guard !record.mentions("scale") else {
        diagnostics.report(.importScale(isScore: true, at: record.keyPlace("scale")))
        return nil
      }
      return pointScale(record, "import", points).map { .score($0) }
    case .string:
      if let key = numberKeys.first(where: { record.mentions($0) }) {
        diagnostics.report(.importScale(isScore: false, at: record.keyPlace(key)))
        return nil
      }
      guard record.mentions("scale") else {
        diagnostics.report(.importScale(isScore: false, at: place))
        return nil
      }
      return importGrades(record, value, points)
    default:
      diagnostics.report(.importOver(value.shape.withoutOptional, at: place))
      return nil
    }
  }

  private mutating func importGrades(
    _ record: Record, _ value: Plan, _ points: Number?
  ) -> ImportRule.Scale? {
    let written = record.map("scale")
    let grades = written.compactMap { entry in
      entry.value.number.map {
        ImportRule.GradePoints(grade: entry.key.text, points: $0, place: entry.key.place)
      }
    }
    reportAmounts(
      grades.map { ($0.points, $0.place) }, otherwise: nil, worth: points,
      at: record.keyPlace("scale"))
    let words = written.map(\.key.text)
    if let possible = possibleTexts(value) {
      for entry in written where !possible.contains(entry.key.text) {
        diagnostics.report(.optionNeverOccurs(entry.key.text, possible, at: entry.key.place))
      }
      for grade in possible where !words.contains(grade) {
        diagnostics.report(.importOpen(grade, words, at: record.keyPlace("scale")))
      }
    }
    return grades.count == written.count && !grades.isEmpty ? .grades(grades) : nil
  }

  /// - Returns: `nil` when a mistake was reported, `.some(nil)` where nothing expires.
  private mutating func importValidity(_ record: Record) -> ImportRule.Validity?? {
    guard record.mentions("valid") == record.mentions("if expired") else {
      let key = record.mentions("valid") ? "valid" : "if expired"
      diagnostics.report(.importExpiry(key, at: record.keyPlace(key)))
      return nil
    }
    guard record.mentions("valid") else { return .some(nil) }
    guard let written = record.scalar("valid"),
      let ifExpired: ImportRule.IfExpired = record.choice("if expired")
    else { return nil }
    let words = written.text.split(separator: " ")
    guard words.count == 2, let count = Int(words[0]), count >= 1, count <= Self.longestValidity,
      let unit = ImportRule.Unit.allCases.first(where: {
        $0.rawValue == words[1] || (count == 1 && $0.rawValue.dropLast() == words[1])
      })
    else {
      diagnostics.report(.importValid(written.text, at: written.place))
      return nil
    }
    return ImportRule.Validity(count: count, unit: unit, ifExpired: ifExpired)
  }
}
