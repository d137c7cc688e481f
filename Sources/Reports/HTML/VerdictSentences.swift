import Diagnostics
import Values

/// What came of it, in one paragraph: score, grade, the gate that made it so, last time, place in the round.
struct VerdictSentences {
  private let report: Report
  private let faces: PageFaces

  init(_ report: Report, _ faces: PageFaces) {
    self.report = report
    self.faces = faces
  }

  var paragraph: String {
    let (comma, stop) = faces.language == .zh ? ("，", "。") : ("; ", ". ")
    let sentences = clauses.map { clauses in
      let text = clauses.map { faces.dated($0.text(in: faces.language)) }.joined(separator: comma)
      return faces.language == .en ? text.prefix(1).uppercased() + text.dropFirst() : text
    }
    guard !sentences.isEmpty else {
      return ReportsWording.status(report.verdict).text(in: faces.language)
    }
    var text = sentences.joined(separator: stop) + stop
    if text.hasSuffix(" ") { text.removeLast() }
    return text
  }

  /// Sentences, each of some clauses.
  private var clauses: [[Wording]] {
    let verdict = report.verdict
    var sentences: [[Wording]] = []
    var first: [Wording] = []
    if let score = verdict.score {
      if verdict.mayNotBeEvaluated == true { first.append(ReportsWording.ifEvaluated) }
      first.append(total(score))
    }
    if let because = verdict.because {
      if verdict.score == nil, verdict.status == .notEvaluated {
        first.append(ReportsWording.status(verdict))
      }
      first.append(because)
      if let best = verdict.best, verdict.isGradeCertain {
        first.append(PageWording.grade(best.title))
      }
    } else if let best = verdict.best, let worst = verdict.worst {
      first.append(
        best.id == worst.id
          ? PageWording.grade(best.title) : PageWording.grades(worst.title, best.title))
      if let next = nextLine { first.append(next) }
    } else if verdict.score == nil {
      // The status stands beside; here what it needs, where that is said.
      first.append(verdict.words.map(Self.unended) ?? ReportsWording.status(verdict))
    }
    if !first.isEmpty { sentences.append(first) }
    for question in verdict.questions ?? [] {
      sentences.append([
        Wording(
          en: "\(ReportsWording.questions.en): \(question.en)",
          zh: "\(ReportsWording.questions.zh)：\(question.zh)")
      ])
    }
    if let last = report.surroundings?.history.first { sentences.append([past(last)]) }
    if let place = report.surroundings?.place {
      sentences.append([
        PageWording.place(place.place, place.among, mean: place.mean.map { faces.number($0) })
      ])
    }
    return sentences
  }

  /// Without the full stop that the paragraph sets itself.
  private static func unended(_ words: Wording) -> Wording {
    func cut(_ text: String) -> String {
      text.hasSuffix("。") || text.hasSuffix(".") ? String(text.dropLast()) : text
    }
    return Wording(en: cut(words.en), zh: cut(words.zh))
  }

  private func total(_ score: Report.Amount) -> Wording {
    let bonus = report.extras.first { $0.kind == .bonus }
    // A bonus stands beside the full marks: the lines of the grades are of those.
    let most = report.rubric.scale.flatMap { scale in
      bonus.map { scale.high.subtracting($0.points) ?? scale.high } ?? scale.high
    }
    let earned = bonus?.earned.flatMap { $0.high.isPositive ? faces.points($0) : nil }
    return PageWording.total(
      faces.points(score), isOpen: !score.isPoint, of: most.map { faces.number($0) }, bonus: earned)
  }

  /// How far the next better grade is, where only points are between.
  private var nextLine: Wording? {
    guard let score = report.verdict.score, score.isPoint, let best = report.verdict.best,
      let rank = report.rubric.grades.firstIndex(where: { $0.id == best.id }), rank > 0
    else { return nil }
    let next = report.rubric.grades[rank - 1]
    guard let threshold = next.threshold, let distance = threshold.subtracting(score.low),
      distance.isPositive
    else { return nil }
    return PageWording.distance(to: next.title, faces.number(distance))
  }

  private func past(_ past: Report.PastLine) -> Wording {
    let grade = past.title ?? past.grade.map { Wording($0) }
    return PageWording.last(
      past.score.map { faces.number($0) }, grade, past.period.map { faces.period($0) })
  }
}
