import Diagnostics
import FEEL
import Formats
import Values

extension ImportForm {
  static func read(
    _ record: Record, of item: Record, worth points: Number?, by checker: inout RubricChecker
  ) -> (any ScoringForm)? {
    checker.importForm(record, points)
  }
}

extension RubricChecker {
  /// Longer is a slip of the pen.
  private static let longestValidity = 40_000

  fileprivate mutating func importForm(_ record: Record, _ points: Number?) -> ImportForm? {
    let value = plan(record, "import", expecting: .any)
    let dated = importDate(record, value)
    let validity = importValidity(record)
    guard let value, let scale = importScale(record, value, points), let dated, let validity,
      let from = record.wording("from"), let asOf = slots.firstIndex(of: .asOf)
    else { return nil }
    return ImportForm(
      rule: ImportRule(
        value: value, scale: scale, isClosed: possibleTexts(value) != nil, dated: dated,
        asOf: asOf, validity: validity, from: from, place: record.keyPlace("import")))
  }

  /// - Returns: `nil` when a mistake was reported, `.some(nil)` for a result of this round.
  private mutating func importDate(_ record: Record, _ value: Plan?) -> Plan?? {
    if record.mentions("dated") {
      return plan(record, "dated", expecting: .date).map { .some($0) }
    }
    guard let value else { return nil }
    guard isOfThisRound(value) else {
      diagnostics.report(.importUndated(at: record.keyPlace("import")))
      return nil
    }
    for key in ["valid", "valid until"] where record.mentions(key) {
      diagnostics.report(.takeKey(key, "dated", at: record.keyPlace(key)))
    }
    return .some(nil)
  }

  /// Whether an expression looks at nothing but results that are made in this round.
  private func isOfThisRound(_ plan: Plan) -> Bool {
    !plan.slotsUsed.isEmpty
      && plan.slotsUsed.allSatisfy { slot in
        guard slots.indices.contains(slot), case .fact(let number) = slots[slot] else {
          return false
        }
        return facts[number].origin.taken?.isOfThisRound ?? false
      }
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
    let terms = ["valid", "valid until"].filter { record.mentions($0) }
    guard terms.count < 2 else {
      diagnostics.report(.importTerms(at: record.keyPlace("valid until")))
      return nil
    }
    guard terms.isEmpty != record.mentions("if expired") else {
      let key = terms.first ?? "if expired"
      diagnostics.report(.importExpiry(key, at: record.keyPlace(key)))
      return nil
    }
    guard let key = terms.first else { return .some(nil) }
    let term: ImportRule.Term? =
      key == "valid"
      ? importLength(record).map { .length($0) }
      : plan(record, key, expecting: .date).map { .until($0) }
    guard let term, let ifExpired: ImportRule.IfExpired = record.choice("if expired") else {
      return nil
    }
    return ImportRule.Validity(term: term, ifExpired: ifExpired)
  }

  private mutating func importLength(_ record: Record) -> ImportRule.Length? {
    guard let written = record.scalar("valid") else { return nil }
    let words = written.text.split(separator: " ")
    guard words.count == 2, let count = Int(words[0]), count >= 1, count <= Self.longestValidity,
      let unit = ImportRule.Unit.allCases.first(where: {
        $0.rawValue == words[1] || (count == 1 && $0.rawValue.dropLast() == words[1])
      })
    else {
      diagnostics.report(.importValid(written.text, at: written.place))
      return nil
    }
    return ImportRule.Length(count: count, unit: unit)
  }
}
