import Diagnostics

extension HTMLPage {
  /// Every visit, what it found and what became of it.
  func writeVisits(into page: inout Markup) {
    guard let visits = report.visits else { return }
    page.leaf("h2", say(ReportsWording.visits))
    page.leaf("p", class: "soft small", say(ReportsWording.visits(visits)))
    page.element("table", class: "cards visits") { table in
      table.element("thead") { head in
        head.element("tr") { row in
          for heading in [
            ReportsWording.visit, ReportsWording.found, ReportsWording.becameOfIt,
          ] {
            row.leaf("th", say(heading))
          }
        }
      }
      table.element("tbody") { body in
        for visit in visits {
          if visit.faults.isEmpty { write(visit, nil, into: &body) }
          for (index, fault) in visit.faults.enumerated() {
            write(index == 0 ? visit : nil, fault, into: &body)
          }
        }
      }
    }
  }

  private func write(
    _ visit: Report.VisitLine?, _ fault: Report.FaultLine?, into body: inout Markup
  ) {
    body.element("tr") { row in
      row.element("td", class: "wide") { cell in
        guard let visit else { return }
        cell.text("\(visit.date ?? "—") \(say(visit.stage))")
        cell.leaf("span", class: "rows", visit.by)
      }
      row.element("td", class: "wide") { cell in
        guard let fault else {
          cell.leaf("span", class: "soft", say(ReportsWording.nothingFound))
          return
        }
        cell.prose(say(fault.says))
        cell.element("span", class: "rows") { line in
          line.text(fault.id)
          if let item = fault.item {
            line.text(" · ")
            writeItemLinks([item], into: &line)
          }
        }
      }
      row.element("td", class: "wide") { cell in
        guard let fault else { return }
        cell.leaf("span", class: fault.state.mark, say(ReportsWording.state(fault)))
        if let followUp = fault.followUp { cell.element("div") { $0.prose(say(followUp)) } }
        let days = [fault.checked.map(ReportsWording.checked), fault.due.map(ReportsWording.due)]
          .compactMap(\.self)
        cell.leaf(
          "span", class: "rows", days.map(say).joined(separator: language == .zh ? "，" : ", "))
      }
    }
  }

  /// What assessors advise, beside what the rubric does.
  func writeAdvice(into page: inout Markup) {
    guard let advice = report.advice else { return }
    page.leaf("h2", say(ReportsWording.panelAdvice))
    for line in advice {
      page.element("div", class: "advice") { box in
        box.prose(say(line.says))
        box.element("span", class: "rows") { rows in
          let who = [say(ReportsWording.advised(line.to)), line.by, line.date].compactMap(\.self)
          rows.text(who.joined(separator: " · "))
          if let item = line.item {
            rows.text(" · ")
            writeItemLinks([item], into: &rows)
          }
        }
      }
    }
  }
}

extension Report.FaultLine.State {
  /// The class whose colour it has.
  fileprivate var mark: String {
    switch self {
    case .done: "full"
    case .partly: "part"
    case .notDone: "none"
    case .unchecked, .open: "unknown"
    }
  }
}
