import Diagnostics
import Rubrics
import Values

/// Compares one evaluation with what a test expects of it.
struct RubricTestVerdict {
  let evaluation: Evaluation
  /// Of the test.
  let name: String
  /// What is expected is what the program once said.
  let isToTick: Bool
  private(set) var failures: [Diagnostic] = []

  init(evaluation: Evaluation, name: String, isToTick: Bool) {
    self.evaluation = evaluation
    self.name = name
    self.isToTick = isToTick
  }

  mutating func check(_ expected: RubricTestSyntax.Expectation) {
    let total = evaluation.total
    check(expected.score, total?.text, "score", expected)
    check(expected.low, total?.low.description, "low", expected)
    check(expected.high, total?.high.description, "high", expected)
    let standing = evaluation.certainStanding
    if let grade = expected.grade {
      compare(grade, evaluation.grade?.id, "grade", at: expected.place(of: "grade"))
    }
    let ends = evaluation.standing
    for (key, grade, rank) in [
      ("worst", expected.worst, ends?.worst.rank), ("best", expected.best, ends?.best.rank),
    ] {
      guard let grade else { continue }
      let found = rank.map { evaluation.rubric.grades.lines[$0].id }
      compare(grade, found, key, at: expected.place(of: key))
    }
    if let stars = expected.stars {
      compare(
        "\(stars)", standing?.stars.map(String.init), "stars", at: expected.place(of: "stars"))
    }
    if let status = expected.status { checkStatus(status, at: expected.place(of: "status")) }
    if let until = expected.validUntil {
      compare(
        until.isoText, evaluation.validUntil?.isoText, "valid until",
        at: expected.place(of: "valid until"))
    }
    for cell in expected.items { checkItem(cell) }
    for cell in expected.sections { checkSection(cell) }
    for cell in expected.figures { checkFigure(cell) }
  }

  private mutating func check(
    _ expected: Number?, _ found: String?, _ key: String,
    _ expectation: RubricTestSyntax.Expectation
  ) {
    guard let expected else { return }
    compare(expected.description, found, key, at: expectation.place(of: key))
  }

  private mutating func checkStatus(_ expected: String, at place: Place) {
    let words: [String]
    switch evaluation.status {
    case .notEvaluated(let status, let bar):
      words = [status.en, status.zh, "not evaluated"] + (bar.map { [$0] } ?? [])
    case .evaluated, .reEvaluated, .open, .rejected: words = [evaluation.status.text(in: .en)]
    }
    if words.contains(expected) { return }
    fail("status", expected: expected, found: words[0], at: place)
  }

  /// A word for the outcome, or the points that count.
  private mutating func checkItem(_ cell: RubricTestSyntax.Cell) {
    guard let item = evaluation.everyItem.first(where: { $0.item.id == cell.name }) else {
      failUnfound(cell, among: evaluation.rubric.everyItem.map(\.id))
      return
    }
    var texts = [item.outcome.word, item.points?.text].compactMap { $0 }
    if case .closed(.drop) = item.outcome { texts.append("not applicable") }
    if texts.contains(where: { $0.says(cell.text) }) { return }
    fail(
      cell.name, expected: cell.text, found: texts.isEmpty ? "–" : texts.joined(separator: ", "),
      at: cell.place)
  }

  private mutating func checkSection(_ cell: RubricTestSyntax.Cell) {
    let found = evaluation.everySection.first { $0.section.id == cell.name }
    guard let found else {
      func ids(_ sections: [Section]) -> [String] {
        sections.flatMap { [$0.id] + ids($0.subsections) }
      }
      failUnfound(cell, among: ids(evaluation.rubric.sections))
      return
    }
    compare(cell.text, found.points?.text ?? "not applicable", cell.name, at: cell.place)
  }

  private mutating func checkFigure(_ cell: RubricTestSyntax.Cell) {
    guard let found = evaluation.figures.first(where: { $0.figure.name == cell.name }) else {
      failUnfound(cell, among: evaluation.rubric.figures.map(\.name))
      return
    }
    let text = found.value.isUnknown ? "unknown" : found.value.shortText
    // An empty cell is how a test writes null.
    compare(cell.text.isEmpty ? "null" : cell.text, text, cell.name, at: cell.place)
  }

  private mutating func compare(
    _ expected: String, _ found: String?, _ key: String, at place: Place
  ) {
    if let found, found.says(expected) { return }
    fail(key, expected: expected, found: found ?? "–", at: place)
  }

  private mutating func fail(_ key: String, expected: String, found: String, at place: Place) {
    failures.append(
      isToTick
        ? .computedDiffers(name, written: expected, found: found, at: place)
        : .expectationFailed(key, expected: expected, found: found, in: name, at: place))
  }

  /// The rubric has no such thing, or nothing was scored behind an admission bar.
  private mutating func failUnfound(_ cell: RubricTestSyntax.Cell, among names: [String]) {
    guard names.contains(cell.name) else {
      failures.append(.expectationUnknown(cell.name, among: names, at: cell.place))
      return
    }
    fail(cell.name, expected: cell.text, found: evaluation.status.text(in: .en), at: cell.place)
  }
}

extension ScoreRange {
  /// `6`, or `0..6` where it is not known.
  fileprivate var text: String {
    point?.description ?? "\(low.description)..\(high.description)"
  }
}

extension String {
  /// The same text, or the same number in another writing.
  fileprivate func says(_ expected: String) -> Bool {
    if self == expected { return true }
    guard let mine = Number(self), let theirs = Number(expected) else { return false }
    return mine == theirs
  }
}
