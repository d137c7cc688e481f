package import Diagnostics

/// A report for a terminal: columns line up also where characters are wide.
package struct TextReport: Sendable {
  let report: Report
  let language: Language
  /// Whether what is wrong with the evidence stands in it; a screen has shown it before.
  private let hasNotices: Bool

  package static func print(
    _ report: Report, in language: Language, hasNotices: Bool = true
  ) -> String {
    printed(report, in: language, hasNotices: hasNotices).text
  }

  static func printed(
    _ report: Report, in language: Language, hasNotices: Bool = true
  ) -> PrintedText {
    TextReport(report: report, language: language, hasNotices: hasNotices).screen()
  }

  private func say(_ wording: Wording) -> String { wording.text(in: language) }
  private func label(_ wording: Wording) -> String { wording.label(in: language) }

  private func screen() -> PrintedText {
    var screen: PrintedText = "\(say(report.subject.title))\n"
    if report.subject.isFictional || report.rubric.isFictional {
      screen += "[\(say(ReportsWording.fictional))]\n"
    }
    screen += "\(say(report.rubric.title)) · \(report.rubric.edition)\n"
    if let operation = report.subject.operation {
      screen += "\(label(ReportsWording.operation))\(say(operation))\n"
    }
    screen += "\n"
    writeVerdict(into: &screen)
    for section in report.sections + report.extras { write(section, depth: 0, into: &screen) }
    writeCohort(into: &screen)
    writeCalendars(into: &screen)
    writeVisits(into: &screen)
    writeAdvice(into: &screen)
    writeTaken(into: &screen)
    writeResponsibility(into: &screen)
    writeMissing(into: &screen)
    if hasNotices { writeNotices(into: &screen) }
    writeDecision(into: &screen)
    return screen
  }

  private func writeVerdict(into screen: inout PrintedText) {
    let verdict = report.verdict
    screen += "\(label(ReportsWording.status))\(say(ReportsWording.status(verdict)))\n"
    if let summary = ReportsWording.summary(verdict, scale: report.rubric.scale?.high) {
      screen += "\(say(summary))\n"
    }
    if let worst = verdict.worst, let best = verdict.best {
      let grade =
        worst.id == best.id ? face(of: best) : "\(face(of: worst)) – \(face(of: best))"
      screen += "\(label(ReportsWording.grade))\(grade)\(aside(verdict.because))\n"
    } else if let because = verdict.because {
      screen += "\(say(because))\n"
    }
    for question in verdict.questions ?? [] {
      screen += "\(label(ReportsWording.questions))\(say(question))\n"
    }
    if let until = verdict.validUntil {
      screen += "\(label(ReportsWording.validUntil))\(until)\n"
    }
    if let without = verdict.scoreWithoutExcuses, without != verdict.score {
      screen += "\(label(ReportsWording.withoutExcuses))\(without.text)\n"
    }
    screen += "\n"
  }

  /// ", because …" behind a grade.
  private func aside(_ because: Wording?) -> String {
    guard let because else { return "" }
    return language == .zh ? "（\(say(because))）" : ", \(say(because))"
  }

  private func face(of grade: Report.GradeLine) -> String {
    guard let stars = grade.stars, (1...10).contains(stars) else { return say(grade.title) }
    return "\(say(grade.title)) \(String(repeating: "★", count: stars))"
  }

  private static let widestTitle = 44

  private func write(_ section: Report.SectionLine, depth: Int, into screen: inout PrintedText) {
    let indent = String(repeating: "  ", count: min(depth, 8))
    writeRow(
      indent + say(section.title), section.earned?.text ?? "—", "\(section.points)",
      section.deciding.map(say) ?? "",
      into: &screen
    )
    for inner in section.sections { write(inner, depth: depth + 1, into: &screen) }
    for item in section.items {
      let mark = item.outcome == .full ? "" : say(item.sentence)
      writeRow(
        indent + "  " + say(item.title), item.earned?.text ?? "—", "\(item.points)", mark,
        into: &screen
      )
    }
  }

  private func writeRow(
    _ title: String,
    _ earned: String,
    _ points: String,
    _ mark: String,
    into screen: inout PrintedText
  ) {
    // A title that is too long goes on below; points stand beside its first line.
    let indent = String(title.prefix { $0 == " " })
    let words = String(title.dropFirst(indent.count))
    let lines = wrapped(words, to: Self.widestTitle - indent.count).map { indent + $0 }
    var line = padded(lines.first ?? "", to: Self.widestTitle)
    line += padded(earned, to: 10, alignedRight: true) + " / " + padded(points, to: 5)
    if !mark.isEmpty { line += "  " + mark }
    while line.hasSuffix(" ") { line.removeLast() }
    screen += "\(line)\n"
    for line in lines.dropFirst() { screen += "\(line)\n" }
  }

  private func writeMissing(into screen: inout PrintedText) {
    guard !report.missing.isEmpty else { return }
    screen += "\n\(say(ReportsWording.missing))\n"
    for line in report.missing {
      screen += "  - \(say(line.sentence))"
      if let place = line.place { screen += "  \(place)" }
      if !line.items.isEmpty { screen += "  [\(line.items.joined(separator: ", "))]" }
      screen += "\n"
    }
  }

  /// What was found in the files of the evidence.
  private func writeNotices(into screen: inout PrintedText) {
    guard !report.notices.isEmpty else { return }
    screen += "\n\(say(ReportsWording.notices))\n"
    for notice in report.notices {
      screen += "  - \(say(notice.headline))"
      if let place = notice.place { screen += "  \(place)" }
      screen += "\n"
    }
  }

  private func writeDecision(into screen: inout PrintedText) {
    guard let decision = report.decision else { return }
    let actions = decision.actions.map { say($0.title) }.joined(separator: " / ")
    screen += "\n\(label(ReportsWording.recommendation))"
    screen += "\(actions.isEmpty ? say(ReportsWording.unknown) : actions)\n"
    for line in decision.reasons + decision.conditions { screen += "  - \(say(line.says))\n" }
    for money in decision.money {
      screen += "  \(label(money.title))\(say(ReportsWording.amountOfMoney(money)))\n"
      for instalment in money.instalments ?? [] {
        screen += "    - \(say(ReportsWording.instalment(instalment, unit: money.unit)))\n"
      }
    }
    for share in decision.shares ?? [] { screen += "  - \(say(ReportsWording.share(share)))\n" }
  }
}
