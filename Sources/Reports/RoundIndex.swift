package import Diagnostics

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

  package init(
    engine: String, round: Report.Round, language: Language, asOf: String, isFictional: Bool,
    rows: [Row], notices: [Diagnostic], agreement: [AgreementFace] = [],
    progress: Progress? = nil, feedback: [FeedbackRow] = []
  ) {
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
  package init(_ report: Report, folder: String, level: Int = 0) {
    self.init(
      subject: report.subject,
      rubric: report.rubric.title,
      verdict: report.verdict,
      scale: report.rubric.scale,
      actions: report.decision?.actions.map(\.title) ?? [],
      missingCount: report.missing.count,
      faultCount: report.notices.count { $0.severity != "note" },
      folder: folder,
      level: level
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

/// The index of a round for a terminal.
package enum TextIndex {
  package static func print(_ index: RoundIndex, in language: Language) -> String {
    let heading = [
      ReportsWording.subject, ReportsWording.rubric, ReportsWording.score, ReportsWording.grade,
      ReportsWording.recommendation,
    ].map { $0.text(in: language) }
    let rows = index.rows.map { row in
      [
        String(repeating: "  ", count: row.level) + row.subject.title.text(in: language),
        row.rubric.text(in: language),
        row.verdict.score?.text ?? "—", grade(row.verdict, in: language),
        row.actions.isEmpty
          ? "—" : row.actions.map { $0.text(in: language) }.joined(separator: " / "),
      ]
    }
    let widths = heading.indices.map { column in
      ([heading] + rows).map { displayWidth(of: $0[column]) }.max() ?? 0
    }
    var screen: PrintedText = "\(index.round.title.text(in: language))"
    if index.isFictional { screen += "  [\(ReportsWording.fictional.text(in: language))]" }
    screen += "\n"
    if let progress = index.progress {
      screen += "\(ReportsWording.progress(progress).text(in: language))\n"
    }
    screen += "\n"
    for cells in [heading] + rows {
      var line = zip(cells, widths).enumerated().map { column, cell in
        padded(cell.0, to: cell.1, alignedRight: column == 2)
      }.joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      screen += "\(line)\n"
    }
    let notes = index.rows.flatMap { row in
      row.verdict.notesOnGrade(in: language).map {
        Wording(row.subject.title.text(in: language)).label(in: language) + $0
      }
    }
    if !notes.isEmpty { screen += "\n" }
    for note in notes { screen += "\(note)\n" }
    return screen.text
  }

  static func grade(_ verdict: Report.Verdict, in language: Language) -> String {
    guard let worst = verdict.worst, let best = verdict.best else {
      return ReportsWording.status(verdict).text(in: language)
    }
    func face(_ grade: Report.GradeLine) -> String {
      let stars = grade.stars.map {
        (0...10).contains($0) ? " " + String(repeating: "★", count: $0) : ""
      }
      return grade.title.text(in: language) + (stars ?? "")
    }
    return worst.id == best.id ? face(best) : "\(face(worst)) – \(face(best))"
  }
}
