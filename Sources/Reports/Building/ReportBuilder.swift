package import Decisions
package import Diagnostics
import Formats
import Rubrics
package import Scoring
package import Values

/// Turns an evaluation into a report: chooses words and texts, computes nothing.
package struct ReportBuilder: Sendable {
  /// A file of evidence, as the bundle knows it.
  package struct EvidenceFile: Sendable {
    package let path: String
    package let kind: Report.FileLine.Kind
    /// The declared table, document kind or survey that it belongs to.
    package let name: String
    package let digest: String?
    package let rowCount: Int?

    package init(
      path: String, kind: Report.FileLine.Kind, name: String, digest: String?, rowCount: Int?
    ) {
      self.path = path
      self.kind = kind
      self.name = name
      self.digest = digest
      self.rowCount = rowCount
    }
  }

  let evaluation: Evaluation
  let files: [EvidenceFile]
  let reasons: ReasonBuilder
  let itemsByInput: [String: [String]]

  init(evaluation: Evaluation, files: [EvidenceFile]) {
    self.evaluation = evaluation
    self.files = files
    reasons = ReasonBuilder(evaluation)
    itemsByInput = Self.itemsByInput(of: evaluation.rubric)
  }

  package static func build(
    _ evaluation: Evaluation,
    round: Report.Round?,
    seal: Report.Seal,
    files: [EvidenceFile],
    decision: Decision?,
    names: [String: Wording] = [:],
    alsoNoting notes: Diagnostics = Diagnostics(),
    responsibility: [Report.ChargeLine] = []
  ) -> Report {
    let builder = ReportBuilder(evaluation: evaluation, files: files)
    return Report(
      seal: seal,
      round: round,
      subject: builder.subject,
      rubric: builder.face,
      verdict: builder.verdict,
      sections: evaluation.sections.map(builder.line),
      extras: builder.extras,
      steps: evaluation.steps.map(builder.line),
      figures: evaluation.figures.map(builder.line),
      inputs: evaluation.inputs.map(builder.line),
      files: files.map(builder.line),
      missing: builder.missing,
      decision: decision.map { face(of: $0, names) },
      notices: (notes.all + evaluation.diagnostics.all).map(notice),
      sources: evaluation.rubric.sources.map { builder.line($0) },
      calendars: evaluation.figures.compactMap { $0.calendar.map(builder.line) },
      responsibility: responsibility,
      cohort: builder.cohort,
      visits: builder.visits,
      advice: builder.advice
    )
  }

  var rubric: Rubric { evaluation.rubric }

  private var subject: Report.Subject {
    Report.Subject(
      id: evaluation.subject.id,
      title: evaluation.subject.title,
      kind: evaluation.subject.kind ?? rubric.subject.kind,
      region: evaluation.subject.region,
      operation: evaluation.subject.operation?.wording,
      isFictional: evaluation.subject.isFictional
    )
  }

  private var face: Report.RubricFace {
    let sums = rubric.basisSums
    return Report.RubricFace(
      id: rubric.id,
      edition: rubric.edition,
      title: rubric.title,
      note: rubric.note,
      language: rubric.language,
      isFictional: rubric.isFictional,
      points: sums.points,
      pointsWithSourcedRule: sums.sourcedRule,
      pointsWithSourcedValue: sums.sourcedPoints,
      scale: scale,
      grades: rubric.grades.lines.map(gradeLine)
    )
  }

  /// The least and greatest total, where the rubric's own numbers say them.
  private var scale: Report.Amount? {
    let clip = rubric.total.clip
    if rubric.total.formula != nil {
      guard let low = clip?.low, let high = clip?.high else { return nil }
      return amount(ScoreRange(low, high))
    }
    let bonus = rubric.bonus?.cap ?? .zero
    guard let most = rubric.possiblePoints.adding(bonus) else { return nil }
    return amount(ScoreRange(clip?.low ?? .zero, min(most, clip?.high ?? most)))
  }

  var verdict: Report.Verdict {
    let total = evaluation.total.map { amount($0, decimals: rubric.total.rounding.decimals) }
    let without = evaluation.totalWithoutExcuses.map {
      amount($0, decimals: rubric.total.rounding.decimals)
    }
    let (status, words): (Report.Verdict.Status, Wording?) =
      switch evaluation.status {
      case .evaluated: (.evaluated, nil)
      case .reEvaluated(let passed): (passed ? .passedAgain : .failedAgain, nil)
      case .open: (.open, nil)
      case .notEvaluated(let words, _): (.notEvaluated, words)
      case .rejected: (.rejected, nil)
      }
    return Report.Verdict(
      status: status,
      words: words,
      score: total,
      scoreWithoutExcuses: without,
      best: evaluation.standing.flatMap { grade($0.best) },
      worst: evaluation.standing.flatMap { grade($0.worst) },
      validUntil: evaluation.validUntil?.isoText,
      because: because,
      questions: questions.isEmpty ? nil : questions,
      mayNotBeEvaluated: evaluation.mayNotBeEvaluated ? true : nil
    )
  }

  /// The line of a standing; a cap on stars may leave stars without a line of their own.
  func grade(_ standing: Standing) -> Report.GradeLine? {
    if let rank = standing.rank, rubric.grades.lines.indices.contains(rank) {
      return gradeLine(rubric.grades.lines[rank])
    }
    guard let stars = standing.stars else { return nil }
    return Report.GradeLine(
      id: "stars-\(stars)", title: ReportsWording.stars(stars), stars: stars,
      condition: Wording(""), threshold: nil, basis: nil
    )
  }

  private func gradeLine(_ grade: Grade) -> Report.GradeLine {
    Report.GradeLine(
      id: grade.id,
      title: grade.title,
      stars: grade.stars,
      condition: ReportsWording.condition(of: grade, in: rubric),
      threshold: grade.threshold,
      basis: grade.basis?.rawValue
    )
  }

  private func line(_ step: EvaluationStep) -> Report.StepLine {
    func standing(_ range: StandingRange?) -> String? {
      range.map { range in
        let ends = [range.worst, range.best].map { grade($0)?.title ?? ReportsWording.noGrade }
        return range.isPoint
          ? ends[0].text(in: rubric.language)
          : ends.map { $0.text(in: rubric.language) }.joined(separator: " – ")
      }
    }
    let decimals = step.kind == .rounding ? rubric.total.rounding.decimals : nil
    // A gate that leaves the score alone is about the grade.
    let showsScore = step.changesScore || !step.changesGrade
    func text(_ score: String?, _ grade: String?) -> String? {
      if step.changesScore, step.changesGrade {
        return [score, grade].compactMap { $0 }.joined(separator: " · ")
      }
      return showsScore ? score ?? grade : grade
    }
    let before = text(step.before.map { amount($0).text }, standing(step.standingBefore))
    let after = text(
      step.after.map { amount($0, decimals: decimals).text }, standing(step.standingAfter))
    return Report.StepLine(
      id: step.kind.rawValue,
      title: ReportsWording.step(step.kind),
      sentence: step.text,
      before: before,
      after: after,
      changed: step.changesSomething,
      gate: step.verdict == nil ? nil : step.subject,
      state: step.verdict.map { Report.GateState($0) }
    )
  }

  private func line(_ source: Source) -> Report.SourceLine {
    let parts = [
      source.author, source.title.text(in: rubric.language), source.issuer, source.number,
      source.date, source.licence,
    ]
    return Report.SourceLine(
      id: source.id, text: parts.compactMap { $0 }.joined(separator: " · "), url: source.url
    )
  }
}

/// A range with the text that is printed: declared decimals, or as few as it takes.
func amount(_ range: ScoreRange, decimals: Int? = nil) -> Report.Amount {
  func text(_ number: Number) -> String {
    decimals.map { number.formatted(decimals: $0) } ?? number.description
  }
  let shown = range.isPoint ? text(range.low) : "\(text(range.low)) – \(text(range.high))"
  return Report.Amount(low: range.low, high: range.high, text: shown)
}

extension ReportBuilder {
  /// What is missing, in one sentence.
  package static func sentence(on missing: Missing) -> Wording { ReportsWording.missing(missing) }
}

func notice(_ diagnostic: Diagnostic) -> Report.Notice {
  Report.Notice(
    code: diagnostic.code,
    severity: diagnostic.severity.rawValue,
    place: diagnostic.place?.description,
    headline: diagnostic.headline,
    help: diagnostic.help
  )
}
