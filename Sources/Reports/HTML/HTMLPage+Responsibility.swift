import Diagnostics
import Values

extension HTMLPage {
  /// What the subject was excused and who is charged; what it is charged with in others' stead.
  func writeResponsibility(into page: inout Markup) {
    if let file = report.feedback {
      page.element("p", class: "small") { line in
        let address = Markup.address(of: "\(file).\(language.rawValue).html")
        line.element("a", [("href", address)]) { $0.text(say(FeedbackWording.link)) }
      }
    }
    guard !report.responsibility.isEmpty else { return }
    page.element("h2", [("id", "responsibility")]) { $0.text(say(ReportsWording.responsibility)) }
    page.leaf("p", class: "soft small", say(ReportsWording.responsibilityIntroduction))
    writeCharges(
      report.responsibility.filter { $0.side != .charged },
      [ReportsWording.excusedHere, ReportsWording.chargedInstead], into: &page)
    writeCharges(
      report.responsibility.filter { $0.side == .charged },
      [ReportsWording.chargedHere, ReportsWording.onAccountOf], into: &page)
  }

  private func writeCharges(
    _ charges: [Report.ChargeLine], _ headings: [Wording], into page: inout Markup
  ) {
    guard !charges.isEmpty else { return }
    page.element("div", class: "charges") { box in
      table(headings, into: &box) { body in
        for charge in charges {
          body.element("tr") { row in
            row.element("td") { cell in
              cell.link(to: Markup.anchor("item", charge.item), say(charge.itemTitle))
              cell.leaf(
                "span", class: "rows", points(charge.itemEarned, of: charge.itemPoints))
            }
            row.element("td") { writeOther(charge, into: &$0) }
          }
        }
      }
    }
  }

  private func points(_ earned: Report.Amount?, of points: Number) -> String {
    "\(earned.map(faces.points) ?? "—") / \(faces.number(points))"
  }

  private func writeOther(_ charge: Report.ChargeLine, into cell: inout Markup) {
    if charge.side == .nobody {
      cell.text(say(ReportsWording.nobody))
    } else if let subject = charge.subject {
      cell.text(say(subject) + (language == .zh ? "：" : ": "))
      if let other = charge.other, let title = charge.otherTitle {
        if let folder = charge.folder {
          let page =
            Markup.address(of: "\(folder)/report.\(language.rawValue).html")
            + "#\(Markup.anchor("item", other))"
          cell.element("a", [("href", page)]) { $0.text(say(title)) }
        } else {
          cell.text(say(title))
        }
        cell.leaf(
          "span", class: "rows", points(charge.otherEarned, of: charge.otherPoints ?? .zero))
      }
    } else {
      cell.text(say(ReportsWording.notInTheRound))
    }
    if let because = charge.because { cell.sentence("span", class: "rows", say(because)) }
    if let says = charge.says { cell.sentence("span", class: "rows", say(says)) }
    if let remark = ReportsWording.remark(on: charge) {
      cell.leaf("span", class: "rows none", say(remark))
    }
  }
}
