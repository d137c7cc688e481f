import Diagnostics
import FEEL
import Formats
package import Rubrics
package import Scoring
import Values

/// The lines of a file of results: a header, then one a subject, each a JSON document of its own.
///
/// The words are those of `result.json`; numbers travel as text, whole.
package enum ResultLines {
  package static func header(
    _ rubric: Rubric, engine: String, mode: ScoringMode, key: String, files: [ResultsHeader.File],
    leftOut: Set<Need> = []
  ) -> ResultsHeader {
    ResultsHeader(
      engine: engine, mode: mode.rawValue, key: key,
      rubric: .init(
        id: rubric.id, edition: rubric.edition, title: rubric.title, language: rubric.language,
        path: rubric.path, digest: rubric.digest, bases: rubric.sealedBases),
      files: files,
      leftOut: leftOut.isEmpty ? nil : leftOut.map { $0.text(in: rubric) }.sorted(),
      figures: rubric.figures.map { figure in
        let expression =
          switch figure.value {
          case .expression(let plan): ValueText.oneLine(plan.passage.text)
          case .table: ReportsWording.decisionTable.text(in: rubric.language)
          case .calendar(let rule): ValueText.oneLine(rule.over.passage.text)
          }
        return .init(
          name: figure.name, title: figure.title, unit: figure.unit, expression: expression)
      },
      items: rubric.everyItem.map {
        .init(id: $0.id, title: $0.title, points: $0.points.description, says: $0.says)
      })
  }

  package static func print(_ header: ResultsHeader) -> String {
    ReportJSON.json(header).canonicalText + "\n"
  }

  /// Whether `line` tells the verdict of `evaluation`.
  package static func agrees(_ line: String, with evaluation: Evaluation) -> Bool {
    var unused = Diagnostics()
    let written = JSONReader.read(SourceText(line, path: "results.jsonl"), into: &unused)
    return written?["verdict"]?.withoutWords.canonicalText
      == ResultLine(evaluation).json["verdict"]?.withoutWords.canonicalText
  }

  /// One subject; `nil` is one that was rejected.
  package static func line(_ subject: String, _ evaluation: Evaluation?) -> String {
    guard let evaluation else {
      let verdict: JSON = .object([.init("status", "rejected")])
      return JSON.object([
        .init("subject", .string(subject)), .init("verdict", verdict),
      ]).canonicalText + "\n"
    }
    return ResultLine(evaluation).json.canonicalText + "\n"
  }
}

/// One subject of a portfolio as JSON.
private struct ResultLine {
  private let evaluation: Evaluation
  private let builder: ReportBuilder

  init(_ evaluation: Evaluation) {
    self.evaluation = evaluation
    builder = ReportBuilder(evaluation: evaluation, files: [])
  }

  var json: JSON {
    .object([
      .init("subject", .string(evaluation.subject.id)),
      .init("verdict", verdict),
      .init("inputs", .array(evaluation.inputs.map(input))),
      .init("figures", .array(evaluation.figures.map(figure))),
      .init("items", .array(evaluation.everyItem.map(item))),
      .init("sections", .array(evaluation.everySection.map(section))),
      .init("steps", .array(evaluation.steps.filter(\.changesSomething).map(step))),
    ])
  }

  private var verdict: JSON {
    let verdict = builder.verdict
    var members: [JSON.Member] = [.init("status", .string(verdict.status.rawValue))]
    if let words = verdict.words { members.append(.init("words", self.words(words))) }
    if let score = verdict.score { members.append(.init("score", amount(score))) }
    if let best = verdict.best { members.append(.init("best", grade(best))) }
    if let worst = verdict.worst { members.append(.init("worst", grade(worst))) }
    if let because = verdict.because { members.append(.init("because", words(because))) }
    if let questions = verdict.questions {
      members.append(.init("questions", .array(questions.map(words))))
    }
    return .object(members)
  }

  private func grade(_ grade: Report.GradeLine) -> JSON {
    let stars: [JSON.Member] = grade.stars.map { [.init("stars", .number(Number($0)))] } ?? []
    return .object([.init("id", .string(grade.id))] + stars)
  }

  private func input(_ result: InputResult) -> JSON {
    let name = result.declaration.name
    if result.declaration.isPrivate { return pair(name, nil) }
    return pair(name, exact(result.value))
  }

  private func figure(_ result: FigureResult) -> JSON {
    pair(result.figure.name, result.isWithheld ? nil : exact(result.value))
  }

  /// A value that is unknown has no text.
  private func pair(_ name: String, _ value: String?) -> JSON {
    .object([.init("name", .string(name))] + (value.map { [.init("value", .string($0))] } ?? []))
  }

  private func exact(_ value: Value) -> String? {
    switch value {
    case .unknown: nil
    case .number(let number): number.description
    default: ValueText.text(value)
    }
  }

  private func item(_ result: ItemResult) -> JSON {
    let isDeduction = evaluation.deductions.contains { $0.item === result.item }
    var members: [JSON.Member] = [
      .init("id", .string(result.item.id)),
      .init("outcome", .string(builder.outcome(of: result, isDeduction: isDeduction).rawValue)),
    ]
    if let points = result.points { members.append(.init("earned", amount(points))) }
    let lines = result.derivation.lines.compactMap(derivation)
    if !lines.isEmpty { members.append(.init("derivation", .array(lines))) }
    if !result.missing.isEmpty {
      members.append(.init("missing", .array(result.missing.map { .string($0.name) })))
    }
    return .object(members)
  }

  /// Rows are not told here: which they are, scoring the one subject again says.
  private func derivation(_ line: Derivation.Line) -> JSON? {
    switch line {
    case .value(let expression, let value, _):
      var members: [JSON.Member] = [
        .init("expression", .string(ValueText.oneLine(expression)))
      ]
      if let text = exact(value) { members.append(.init("value", .string(text))) }
      return .object(members)
    case .withheld(let expression):
      return .object([
        .init("expression", .string(ValueText.oneLine(expression))), .init("withheld", true),
      ])
    case .fired(let wording, _, _, _), .note(let wording):
      return .object([.init("label", words(wording))])
    case .rows, .judgement, .panel, .document, .answers: return nil
    }
  }

  private func section(_ result: SectionResult) -> JSON {
    var members: [JSON.Member] = [.init("id", .string(result.section.id))]
    if let points = result.points { members.append(.init("earned", amount(points))) }
    if let share = result.share { members.append(.init("share", amount(share))) }
    return .object(members)
  }

  private func step(_ step: EvaluationStep) -> JSON {
    var members: [JSON.Member] = [
      .init("id", .string(step.kind.rawValue)), .init("sentence", words(step.text)),
    ]
    if let before = step.before { members.append(.init("before", amount(before))) }
    if let after = step.after { members.append(.init("after", amount(after))) }
    return .object(members)
  }

  private func words(_ wording: Wording) -> JSON {
    .object([.init("en", .string(wording.en)), .init("zh", .string(wording.zh))])
  }

  private func amount(_ range: ScoreRange) -> JSON {
    .object([
      .init("low", .string(range.low.description)), .init("high", .string(range.high.description)),
    ])
  }

  private func amount(_ amount: Report.Amount) -> JSON {
    .object([
      .init("low", .string(amount.low.description)),
      .init("high", .string(amount.high.description)), .init("text", .string(amount.text)),
    ])
  }
}

extension JSON {
  /// What a verdict comes to, without the sentences that say why.
  fileprivate var withoutWords: JSON {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { !["because", "questions"].contains($0.key) })
  }
}
