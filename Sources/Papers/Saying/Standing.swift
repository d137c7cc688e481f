import Diagnostics
import Reports

/// How far a result has come: what may be put on paper as certain, and why not.
struct Standing {
  enum Kind { case settled, open, notHandedIn, notEvaluated, rejected }

  let kind: Kind
  /// Why nothing of it may be certified; empty where it may.
  let doubts: [Wording]

  /// Whether it may still change, which every page says.
  var isDraft: Bool { kind == .open || kind == .notHandedIn || kind == .rejected }

  init(_ report: Report) {
    let verdict = report.verdict
    switch verdict.status {
    case .rejected: (kind, doubts) = (.rejected, [PapersWording.doubtRejected])
    case .notHandedIn: (kind, doubts) = (.notHandedIn, [PapersWording.doubtNotHandedIn])
    case .notEvaluated:
      // Of a bar that nobody has decided it is not known whether it keeps the subject out.
      let isOpen = verdict.questions?.isEmpty == false
      kind = isOpen ? .open : .notEvaluated
      doubts =
        [PapersWording.doubtNotEvaluated] + (isOpen ? [PapersWording.doubtQuestions] : [])
    case .evaluated, .passedAgain, .failedAgain, .open:
      doubts = Self.doubts(of: report)
      kind = doubts.isEmpty ? .settled : .open
    }
  }

  private static func doubts(of report: Report) -> [Wording] {
    let verdict = report.verdict
    var doubts: [Wording] = []
    if isSelfAssessment(report) { doubts.append(PapersWording.doubtSelf) }
    if verdict.mayNotBeEvaluated == true { doubts.append(PapersWording.doubtAdmission) }
    if verdict.score?.isPoint == false { doubts.append(PapersWording.doubtScore) }
    if !verdict.isGradeCertain { doubts.append(PapersWording.doubtGrade) }
    if verdict.questions?.isEmpty == false { doubts.append(PapersWording.doubtQuestions) }
    if doubts.isEmpty, verdict.status == .open || verdict.score == nil {
      doubts.append(PapersWording.doubtOpen)
    }
    return doubts
  }

  /// Whether the subject made the result of itself.
  static func isSelfAssessment(_ report: Report) -> Bool { report.seal.mode == "self" }

  /// The marks that every page of a paper about it carries.
  func marks(of report: Report) -> [String] {
    let isFictional = report.subject.isFictional || report.rubric.isFictional
    return (isDraft ? [PapersWording.draft] : []) + (isFictional ? [PapersWording.fictional] : [])
  }
}
