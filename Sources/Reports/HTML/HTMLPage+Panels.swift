import Diagnostics

extension HTMLPage {
  /// The columns of a panel with every mark, counted or not.
  func write(_ panel: Report.PanelFace, into page: inout Markup) {
    scrolling(into: &page) { page in
      page.element("table", class: "panel") { table in
        table.element("thead") { head in
          head.element("tr") { row in
            row.leaf("th", say(AgreementWording.assessor))
            row.leaf("th", say(ReportsWording.markDate))
            row.leaf("th", class: "number", panel.scale)
            row.leaf("th", say(AgreementWording.remark))
          }
        }
        table.element("tbody") { body in
          for column in panel.columns { write(column, into: &body) }
          for judgement in panel.others { write(judgement, withRole: true, into: &body) }
        }
      }
    }
  }

  private func write(_ column: Report.PanelColumn, into body: inout Markup) {
    body.element("tr", class: "section") { row in
      row.element("td", [("colspan", "2")]) { cell in
        cell.text(say(column.title))
        if let weight = column.weight { cell.text(" \(weight)") }
        cell.sentence("span", class: "rows", say(column.rule))
      }
      row.leaf("td", class: "number", column.result ?? "—")
      row.element("td") { cell in
        cell.sentence("span", say(column.says))
        if column.isThirdReaderCalled {
          cell.text(" ")
          cell.leaf("span", class: "mark unknown", say(ReportsWording.thirdReaderMark))
        }
      }
    }
    for total in column.totals ?? [] {
      body.element("tr") { row in
        row.element("td", [("colspan", "4")]) { $0.sentence("span", class: "rows", say(total)) }
      }
    }
    for judgement in column.marks {
      write(judgement, withRole: judgement.role != column.role, into: &body)
    }
  }

  private func write(
    _ judgement: Report.JudgementLine, withRole: Bool, into body: inout Markup
  ) {
    body.element("tr", class: judgement.isCounted ? "" : "aside") { row in
      row.element("td") { cell in
        cell.text(judgement.by)
        if withRole {
          let role = say(RoleWording.role(judgement.role))
          cell.text(language == .zh ? "（\(role)）" : " (\(role))")
        }
        if let absent = judgement.standsInFor {
          cell.leaf("span", class: "rows", say(ReportsWording.standsIn(for: absent)))
        }
      }
      let when = [judgement.date.map(faces.day), judgement.stage].compactMap { $0 }
      row.leaf("td", when.isEmpty ? "—" : when.joined(separator: language == .zh ? "，" : ", "))
      row.leaf("td", class: "number", judgement.mark)
      row.element("td") { cell in
        if let why = judgement.why {
          cell.sentence("span", class: "soft", say(why))
        } else if !judgement.isCounted {
          cell.leaf("span", class: "soft", say(ReportsWording.notCounted))
        }
        if let reason = judgement.reason { cell.leaf("span", class: "rows", reason) }
      }
    }
  }
}
