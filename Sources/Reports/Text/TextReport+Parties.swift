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

  func writeVisits(into screen: inout PrintedText) {
    guard let visits = report.visits else { return }
    screen += "\n\(ReportsWording.visits.text(in: language))\n"
    screen += "  \(ReportsWording.visits(visits).text(in: language))\n"
    for visit in visits {
      screen += "  - \(visit.date ?? "—") \(visit.stage.text(in: language))  \(visit.by)\n"
      for fault in visit.faults {
        let state = ReportsWording.state(fault).text(in: language)
        screen += "    → \(fault.id)  \(fault.says.text(in: language))  (\(state))\n"
      }
    }
  }

  func writeAdvice(into screen: inout PrintedText) {
    guard let advice = report.advice else { return }
    screen += "\n\(ReportsWording.panelAdvice.text(in: language))\n"
    for line in advice {
      let to = ReportsWording.advised(line.to).text(in: language)
      screen += "  - \(line.says.text(in: language))  (\(to), \(line.by))\n"
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
