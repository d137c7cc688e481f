package import Diagnostics
package import Values

/// All subjects of a round on one page: who scored what, and what is recommended.
package struct RoundIndex: Sendable, Codable {
  package struct Row: Sendable, Codable {
    package var subject: Report.Subject
    package var rubric: Wording
    package var verdict: Report.Verdict
    package var scale: Report.Amount?
    package var actions: [Wording]
    package var missingCount: Int
    package var faultCount: Int
    /// The folder of its reports, relative to the index.
    package var folder: String
    /// How many stand above it in the round.
    package var level = 0
    /// What the desk of the round shows beside; `nil` in the index of an earlier version.
    package var desk: Desk?
  }

  /// One subject as it stands on the desk of the round.
  package struct Desk: Sendable, Codable {
    package struct Share: Sendable, Codable {
      package var title: Wording
      /// Earned of applicable, between 0 and 1; `nil` where it does not apply.
      package var share: Report.Amount?
    }

    /// The rubric with its edition; who is evaluated by another stands in another table.
    package var rubric: String
    package var grades: [Report.GradeLine]
    package var sections: [Share]
    /// A bar, cap, downgrade or veto that has fired, in a word.
    package var gates: [Wording]
    package var last: Report.PastLine?
    package var contract: Report.ContractFace?
    /// The id of the subject above.
    package var parent: String?
    /// Whether it is a person, whom nobody publishes.
    package var isPerson: Bool
    package var money: [Report.DecisionFace.Money]
    /// What must be settled before anybody signs.
    package var unsettled: [Wording]
    package var stakes: Number
    /// What was shown and what is missing, by name: `true` where it is there.
    package var materials: [Material]
  }

  package struct Material: Sendable, Codable {
    package var title: Wording
    package var isThere: Bool
  }

  /// An item on which many lost.
  package struct WeakLine: Sendable, Codable {
    package var rubric: String
    package var title: Wording
    package var points: Number
    package var count: Int
    package var lost: Number
  }

  /// What goes back to one who answers for others.
  package struct FeedbackRow: Sendable, Codable {
    package var subject: Report.Subject
    /// For how many it answers, and how many of them it kept from points.
    package var count: Int
    package var costCount: Int
    package var excused: Report.Amount
    package var lost: Report.Amount
    /// The page, without language and ending, relative to the index.
    package var page: String

    package init(_ feedback: Feedback, folder: String) {
      subject = feedback.subject
      count = feedback.count
      costCount = feedback.costCount
      excused = feedback.excused
      lost = feedback.lost
      page = "\(folder)/\(Feedback.fileName)"
    }
  }

  /// How far a round is before its deadline.
  package struct Progress: Sendable, Codable, Equatable {
    package var subjects: Int
    package var handedIn: Int
    /// Handed in, and nothing is missing.
    package var complete: Int
    /// Inputs that are missing, over all reports.
    package var missing: Int

    package init(subjects: Int, handedIn: Int, complete: Int, missing: Int) {
      self.subjects = subjects
      self.handedIn = handedIn
      self.complete = complete
      self.missing = missing
    }
  }

  package var engine: String
  package var round: Report.Round
  package var language: Language
  package var asOf: String
  package var isFictional: Bool
  package var rows: [Row]
  /// What concerns the round as a whole.
  package var notices: [Report.Notice]
  /// One a rubric that people judged by.
  package var agreement: [AgreementFace]?
  /// `nil` once the round is closed.
  package var progress: Progress?
  /// One for each who answers for others.
  package var feedback: [FeedbackRow]?
  /// The items of each rubric on which most was lost, the most first.
  package var weak: [WeakLine]?
  package var objections: Report.ObjectionFace?

  package init(
    engine: String, round: Report.Round, language: Language, asOf: String, isFictional: Bool,
    rows: [Row], notices: [Diagnostic], agreement: [AgreementFace] = [],
    progress: Progress? = nil, feedback: [FeedbackRow] = [], weak: [WeakLine] = [],
    objections: Report.ObjectionFace? = nil
  ) {
    self.weak = weak.isEmpty ? nil : weak
    self.objections = objections
    self.engine = engine
    self.round = round
    self.language = language
    self.asOf = asOf
    self.isFictional = isFictional
    self.rows = rows
    self.notices = notices.map(notice)
    self.agreement = agreement.isEmpty ? nil : agreement
    self.progress = progress
    self.feedback = feedback.isEmpty ? nil : feedback
  }
}

extension RoundIndex.Row {
  package init(_ report: Report, folder: String, level: Int = 0, parent: String? = nil) {
    self.init(
      subject: report.subject,
      rubric: report.rubric.title,
      verdict: report.verdict,
      scale: report.rubric.scale,
      actions: report.decision?.actions.map(\.title) ?? [],
      missingCount: report.missing.count,
      faultCount: report.notices.count { $0.severity != "note" },
      folder: folder,
      level: level,
      desk: RoundIndex.Desk(report, parent: parent)
    )
  }
}

extension Report.Verdict {
  /// Why the grade is not what the score says, and which gates are open.
  func notesOnGrade(in language: Language) -> [String] {
    [because].compactMap { $0?.text(in: language) }
      + (questions ?? []).map {
        ReportsWording.questions.label(in: language) + $0.text(in: language)
      }
  }
}

extension RoundIndex {
  /// Those under one rubric, in the order of the round: nobody stands in one table with who is evaluated by another.
  package struct Group: Sendable {
    package let rubric: Wording
    package let rows: [Row]
  }

  static func groups(of rows: [Row]) -> [Group] {
    var order: [Wording] = []
    for row in rows where !order.contains(row.rubric) { order.append(row.rubric) }
    return order.map { rubric in
      Group(rubric: rubric, rows: rows.filter { $0.rubric == rubric })
    }
  }
}
