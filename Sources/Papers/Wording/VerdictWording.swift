import Reports

/// A verdict as the sentences that every paper opens with.
struct VerdictWording {
  let text: String

  /// `isWhole: false` leaves out what does not belong on a certificate.
  init(_ report: Report, isWhole: Bool = true) {
    let verdict = report.verdict
    var text: String
    switch verdict.status {
    case .rejected:
      text = "材料退回，未予计分"
      if let words = verdict.words { text += "：\(Said.clause(words))" }
    case .notHandedIn: text = "材料未交，尚未计分"
    case .notEvaluated:
      text = "本期不予评定"
      if let why = verdict.because ?? verdict.words { text += "：\(Said.clause(why))" }
    case .evaluated, .passedAgain, .failedAgain, .open:
      text = Self.scored(report)
      if let because = verdict.because { text += "；\(Said.clause(because))" }
    }
    text += "。"
    for question in verdict.questions ?? [] { text += "尚无定论：\(Said.clause(question))。" }
    if isWhole, let without = verdict.scoreWithoutExcuses, without != verdict.score {
      text += "不计免责时得 \(Said.score(without)) 分。"
    }
    if let until = verdict.validUntil { text += "本结果有效期至\(Said.day(until))。" }
    self.text = text
  }

  private static func scored(_ report: Report) -> String {
    let verdict = report.verdict
    var text = verdict.mayNotBeEvaluated == true ? "是否予以评定待定；如予评定，" : ""
    if let score = verdict.score {
      let scale = report.rubric.scale.map { "（满分 \(Said.number($0.high))）" } ?? ""
      text +=
        score.isPoint
        ? "总分 \(Said.bare(score)) 分\(scale)" : "总分待定，在 \(Said.bare(score)) 分之间\(scale)"
    } else {
      text += "没有总分"
    }
    if let grade = grade(verdict) { text += "，等级\(grade)" }
    switch verdict.status {
    case .passedAgain: text += "，复评通过"
    case .failedAgain: text += "，复评未通过"
    case .evaluated, .open, .notEvaluated, .rejected, .notHandedIn: break
    }
    return text
  }

  private static func grade(_ verdict: Report.Verdict) -> String? {
    guard let best = verdict.best, let worst = verdict.worst else { return nil }
    return best.id == worst.id
      ? "为“\(Said.grade(best))”"
      : "待定，在“\(Said.words(worst.title))”与“\(Said.words(best.title))”之间"
  }

  /// The grade as a cell of a table.
  static func gradeCell(_ verdict: Report.Verdict) -> String {
    switch verdict.status {
    case .rejected: return "退回"
    case .notHandedIn: return "未交"
    case .notEvaluated: return "不予评定"
    case .evaluated, .passedAgain, .failedAgain, .open: break
    }
    guard let best = verdict.best, let worst = verdict.worst else { return PapersWording.none }
    return best.id == worst.id
      ? Said.grade(best)
      : PapersWording.open(PapersWording.bounds(Said.words(worst.title), Said.words(best.title)))
  }
}
