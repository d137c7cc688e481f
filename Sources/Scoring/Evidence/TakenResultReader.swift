import Diagnostics
import Rubrics
import Values

/// Reads the facts that take over a result: of this round, or an earlier one.
struct TakenResultReader {
  private let reader: DeclaredReader
  private let taken: TakenResult
  /// The rubric that asks.
  private let rubric: String
  private let setting: EvidenceSetting

  private var name: String { reader.declaration.name }

  init(
    _ reader: DeclaredReader, _ taken: TakenResult, for rubric: String, in setting: EvidenceSetting
  ) {
    self.reader = reader
    self.taken = taken
    self.rubric = rubric
    self.setting = setting
  }

  func read(into diagnostics: inout Diagnostics) -> InputResult {
    switch taken.giver {
    case .history(let period, let edition):
      readPast(period, edition, into: &diagnostics)
    case .round(let role): readPresent(role, into: &diagnostics)
    }
  }

  // MARK: earlier results

  private func readPast(
    _ period: String?, _ edition: String?, into diagnostics: inout Diagnostics
  ) -> InputResult {
    guard let history = setting.history else { return open(.noRound) }
    let own = taken.rubric.map { $0 == rubric } ?? true
    let fitting = (own ? history.given(by: rubric) : history.filter { $0.rubric == taken.rubric })
      .filter { period == nil || $0.period == period }
      .filter { edition == nil || $0.edition == edition }
    guard let past = fitting.last else { return absent(.noEarlierResult) }
    let provenance = Wording.earlierResult(past)
    let value: Value? =
      switch taken.part {
      case .score: past.score.map(Value.number)
      case .grade: past.grade.map(Value.string)
      case .date: past.date.map(Value.date)
      case .until: past.until.map(Value.date)
      }
    guard let value else { return open(.absent, at: past.place, provenance) }
    return known(value, at: past.place, provenance, into: &diagnostics)
  }

  // MARK: results of this round

  private func readPresent(
    _ role: String?, into diagnostics: inout Diagnostics
  ) -> InputResult {
    guard let given = setting.related.given else { return open(.noRound) }
    let fitting = given.filter { $0.role == role && $0.result.rubric == taken.rubric }
      .map(\.result)
    guard let result = fitting.first else { return open(.noResult) }
    guard fitting.count == 1 else {
      diagnostics.report(
        .severalResults(name, result.rubric, result.subject, at: reader.declaration.place))
      return open(.noResult)
    }
    let provenance = Wording.result(of: result)
    switch result.state {
    // Its bundle may come, and may be refused admission.
    case .missing: return open(.noResult, provenance)
    case .notEvaluated: return absent(.notEvaluated, provenance)
    case .evaluated: break
    }
    // What it comes to without a result, only the declaration knows.
    if result.mayNotBeEvaluated { return open(result.doubts, provenance) }
    let value: Value?
    switch taken.part {
    case .score: value = result.score.point.map(Value.number)
    case .grade:
      let first = result.ranks.lowerBound
      if result.ranks.count == 1, first == result.grades.count {
        return absent(.noGradeGiven, provenance)
      }
      value = result.ranks.count == 1 ? .string(result.grades[first]) : nil
    case .date, .until: value = nil
    }
    guard let value else { return open(result.doubts, provenance, within: bounds(of: result)) }
    return known(value, at: nil, provenance, into: &diagnostics)
  }

  /// What a result that is still open can be.
  private func bounds(of result: RelatedResult) -> Bounds? {
    switch taken.part {
    case .score: return Bounds(result.score)
    case .grade:
      let possible = result.grades.indices.filter { result.ranks.contains($0) }
      guard !possible.isEmpty, result.ranks.upperBound < result.grades.count else { return nil }
      return Bounds(.oneOf(possible.map { .string(result.grades[$0]) }))
    case .date, .until: return nil
    }
  }

  // MARK: outcomes

  private func known(
    _ value: Value, at place: Place?, _ provenance: Wording, into diagnostics: inout Diagnostics
  ) -> InputResult {
    if let fault = reader.fault(of: value) {
      diagnostics.report(
        .unfittingResult(
          fault, of: name, value.shortText, at: place ?? reader.declaration.place))
      return open(.unreadable, at: place, provenance)
    }
    return result(value, at: place, provenance)
  }

  /// There is no such result, and the declaration says what that means.
  private func absent(_ note: Wording, _ provenance: Wording? = nil) -> InputResult {
    let value = reader.absent(named: name, .noResult)
    var notes = [note]
    if case .value(let convention) = reader.declaration.absent {
      notes.append(.countsAs(convention))
    }
    return result(value, at: nil, provenance, notes)
  }

  /// Somebody could still tell: never `absent`, whatever is declared.
  private func open(
    _ cause: Missing.Cause, at place: Place? = nil, _ provenance: Wording? = nil
  ) -> InputResult {
    open([cause], at: place, provenance)
  }

  private func open(
    _ causes: [Missing.Cause], at place: Place? = nil, _ provenance: Wording? = nil,
    within bounds: Bounds? = nil
  ) -> InputResult {
    // A number past the declared ones would be unreadable, and then anything.
    let declared = reader.declaration.bounds
    let narrow = bounds.flatMap { reader.admits($0) ? $0 : nil } ?? declared
    return result(
      .unknown(
        Unknown(narrow, missing: causes.map { Missing(name, $0, place: place?.description) })),
      at: place, provenance)
  }

  private func result(
    _ value: Value, at place: Place?, _ provenance: Wording?, _ notes: [Wording] = []
  ) -> InputResult {
    InputResult(
      declaration: reader.declaration, value: value, place: place, notes: notes,
      provenance: provenance)
  }
}

extension DeclaredReader {
  /// Whether every value within `bounds` can be one of the declaration.
  fileprivate func admits(_ bounds: Bounds) -> Bool {
    switch bounds.kind {
    case .oneOf(let values): values.allSatisfy { fault(of: $0) == nil }
    case .number(let low, let high, _): declaration.admits(NumberInterval(low, high))
    case .any, .boolean, .shaped: false
    }
  }
}
