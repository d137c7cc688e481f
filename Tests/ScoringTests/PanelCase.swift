import Diagnostics
import Formats
import Rubrics
import Testing
import Values

@testable import Scoring

/// One judged item for ten points on a scale from 0 to 10, the panel that judges it, and the marks.
struct PanelCase {
  let columns: String
  var marks: [AssessorMark]
  let recusal: String
  let reasons: String
  var ties: [Tie] = []
  var change: (inout EvidenceSource, inout EvidenceSetting) -> Void = { _, _ in }

  init(
    columns: String, _ marks: [AssessorMark], recusal: String = "", reasons: String = "never"
  ) {
    self.columns = columns
    self.marks = marks
    self.recusal = recusal
    self.reasons = reasons
  }

  private var rubric: String {
    let indented = columns.split(separator: "\n").map { "          \($0)" }.joined(separator: "\n")
    return """
      rubric: small
      edition: "1"
      language: en
      title: Small
      subject: station
      panels:
        experts:
          columns:
      \(indented)
          recusal: [\(recusal)]
          reasons: \(reasons)
      sections:
      - id: s
        title: S
        points: 10
        items:
        - id: visit
          title: Visit
          points: 10
          says: Marked.
          basis: {rule: illustrative, points: illustrative}
          panel: experts
          score: {judge: {from: 0, to: 10, step: 0.5}}
      total: {round: {to: 0.01, mode: half up}, when closed: open}
      grades:
      - {id: good, title: Good, at least: 8}
      - {id: poor, title: Poor}

      """
  }

  func outcome(mode: ScoringMode = .final) throws -> PanelOutcome {
    var diagnostics = Diagnostics()
    let checked = Rubric.read(SourceText(rubric, path: "r.yaml"), digest: "", into: &diagnostics)
    let told = diagnostics.all.map(\.headline.en)
    let rubric = try #require(checked, "\(told)")
    var source = EvidenceSource()
    source.marks["visit"] = marks
    source.ties = ties
    var setting = EvidenceSetting(subject: EvaluatedSubject(id: "s1"))
    change(&source, &setting)
    let evidence = EvidenceReader(rubric).read(source, in: setting)
    let evaluation = Scorer(rubric).score(evidence, mode: mode)
    let item = try #require(evaluation.everyItem.first)
    return PanelOutcome(item: item, codes: evaluation.diagnostics.all.map(\.code))
  }
}

struct PanelOutcome {
  let item: ItemResult
  let codes: [String]

  var points: ScoreRange? { item.computed }

  /// `6.5`, or `2..7` where it is not known; to four decimals.
  var text: String {
    guard let points else { return "–" }
    let (low, high) = (points.low.shortText, points.high.shortText)
    return points.isPoint ? low : "\(low)..\(high)"
  }

  var causes: [Missing.Cause] { item.missing.map(\.cause) }

  var judgements: [JudgementUse] {
    item.derivation.lines.compactMap { line in
      if case .judgement(let use) = line { use } else { nil }
    }
  }

  var setAside: [String] { judgements.filter { $0.setAside != nil }.map(\.by) }

  /// Every line of the derivation that is words.
  var says: [String] {
    item.derivation.lines.compactMap { line in
      switch line {
      case .note(let words), .fired(let words, _, _, _): words.en
      default: nil
      }
    }
  }
}

extension AssessorMark {
  static func mark(
    _ by: String, _ role: String, _ value: String, on date: String? = nil,
    because reason: String? = nil
  ) -> AssessorMark {
    AssessorMark(by: by, role: role, date: date, value: Number(value) ?? .zero, reason: reason)
  }

  static func standIn(_ by: String, _ absent: String, _ value: String) -> AssessorMark {
    AssessorMark(by: by, role: "panel", value: Number(value) ?? .zero, standsInFor: absent)
  }
}

extension [AssessorMark] {
  /// Marks of `p1`, `p2`, … in the role `panel`.
  static func panel(_ values: String..., on date: String? = nil) -> [AssessorMark] {
    values.enumerated().map { .mark("p\($0 + 1)", "panel", $1, on: date) }
  }
}
