import Diagnostics

extension TextReport {
  func writeCohort(into screen: inout PrintedText) {
    guard let cohort = report.cohort else { return }
    screen += "\n\(ReportsWording.cohort.text(in: language))\n"
    let space = language == .zh ? "" : " "
    screen +=
      "  \(cohort.members.text(in: language))\(space)\(cohort.remark.text(in: language))\n"
    for place in cohort.places {
      screen += "  - \(place.title.label(in: language))"
      screen += "\(ReportsWording.standing(place).text(in: language))\n"
    }
    for number in cohort.numbers {
      screen += "  - \(number.title.label(in: language))\(number.text)\n"
    }
  }
}
