import Diagnostics
import Formats

extension DeclarationChecker {
  /// Who gives a fact; what a taken result lacks, or has too much, is reported.
  mutating func origin(_ record: Record, _ type: String, _ key: Scalar) -> Origin {
    let from = record.string("from")
    let isPast = from == "history"
    guard let part: TakenResult.Part = record.choice("take") else {
      if isPast, !record.mentions("take") {
        diagnostics.report(.takeWhat(at: record.keyPlace("from")))
      }
      for other in ["rubric", "period", "edition"]
      where record.mentions(other) && !record.mentions("take") {
        diagnostics.report(.takeKey(other, "take", at: record.keyPlace(other)))
      }
      return isPast
        ? .result(
          TakenResult(part: .score, giver: .history(period: nil, edition: nil), rubric: nil))
        : Origin(from)
    }
    guard let from, from != "bundle", from != "reference" else {
      diagnostics.report(.takeFrom(at: record.keyPlace("take")))
      return Origin(from)
    }
    report(part, type, record, key)
    if isPast {
      return .result(
        TakenResult(
          part: part,
          giver: .history(period: record.string("period"), edition: record.string("edition")),
          rubric: record.string("rubric")))
    }
    for other in ["period", "edition"] where record.mentions(other) {
      diagnostics.report(.takeKey(other, "from: history", at: record.keyPlace(other)))
    }
    if part == .date || part == .until {
      diagnostics.report(.takeDay(part, at: record.keyPlace("take")))
    }
    if !record.mentions("rubric") {
      diagnostics.report(.takeRubric(at: record.keyPlace("take")))
    }
    return .result(
      TakenResult(
        part: part, giver: .round(role: from == "round" ? nil : from),
        rubric: record.string("rubric")))
  }

  private mutating func report(
    _ part: TakenResult.Part, _ type: String, _ record: Record, _ key: Scalar
  ) {
    let expected =
      switch part {
      case .score: "number"
      case .grade: "string"
      case .date, .until: "date"
      }
    if !type.isEmpty, type != expected {
      diagnostics.report(
        .takeType(part, expected, type, at: record.scalar("type")?.place ?? key.place))
    }
    if part == .grade, !record.mentions("one of") {
      diagnostics.report(.takeGrades(key.text, at: record.keyPlace("take")))
    }
  }
}
