import Diagnostics
import Values

extension TextReport {
  func writeCalendars(into screen: inout PrintedText) {
    guard !report.calendars.isEmpty else { return }
    screen += "\n\(ReportsWording.calendars.text(in: language))\n"
    for calendar in report.calendars {
      let title = calendar.title?.text(in: language) ?? calendar.name
      let words = ReportsWording.calendar(calendar).text(in: language)
      screen += "  \(Wording(title).label(in: language))\(words)\n"
    }
  }

  /// Results of the round that this one takes over.
  func writeTaken(into screen: inout PrintedText) {
    guard let taken = report.relatives?.taken else { return }
    screen += "\n\(ReportsWording.taken.text(in: language))\n"
    for relative in taken {
      let score = relative.verdict.score?.text ?? "—"
      let grade = TextIndex.grade(relative.verdict, in: language)
      screen +=
        "  - \(relative.title.label(in: language))\(score)\(language == .zh ? "，" : ", ")\(grade)\n"
    }
  }

  func writeResponsibility(into screen: inout PrintedText) {
    guard !report.responsibility.isEmpty else { return }
    screen += "\n\(ReportsWording.responsibility.text(in: language))\n"
    for charge in report.responsibility {
      let own =
        "\(charge.itemTitle.text(in: language)) \(charge.itemEarned?.text ?? "—") / \(charge.itemPoints)"
      let heading =
        charge.side == .charged ? ReportsWording.chargedHere : ReportsWording.excusedHere
      screen += "  - \(heading.label(in: language))\(own)  →  \(other(charge))\n"
      if let remark = ReportsWording.remark(on: charge) {
        screen += "    \(remark.text(in: language))\n"
      }
    }
  }

  private func other(_ charge: Report.ChargeLine) -> String {
    if charge.side == .nobody {
      let because = charge.because.map {
        ReportsWording.because.label(in: language) + $0.text(in: language)
      }
      return [ReportsWording.nobody.text(in: language), because].compactMap { $0 }
        .joined(separator: language == .zh ? "；" : "; ")
    }
    guard let subject = charge.subject, let title = charge.otherTitle else {
      return ReportsWording.notInTheRound.text(in: language)
    }
    let points = "\(charge.otherEarned?.text ?? "—") / \(charge.otherPoints?.description ?? "—")"
    return "\(subject.text(in: language)) · \(title.text(in: language)) \(points)"
  }
}
