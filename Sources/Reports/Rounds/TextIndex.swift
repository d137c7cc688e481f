package import Diagnostics

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
