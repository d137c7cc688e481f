import Diagnostics

extension HTMLPage {
  /// What an item came to at each stage, and how much of it that decides.
  func writeStages(of item: Report.ItemLine, into page: inout Markup) {
    guard !item.stages.isEmpty else { return }
    page.element("div", class: "stages") { box in
      box.element("table") { table in
        table.element("tr") { head in
          head.leaf("th", say(ReportsWording.stage))
          head.leaf("th", class: "number", say(ReportsWording.earned))
          head.leaf("th", class: "number", say(ReportsWording.ofTheItem))
        }
        for stage in item.stages {
          table.element("tr") { row in
            row.leaf("td", say(stage.title))
            row.leaf("td", class: "number", points(of: stage, item))
            row.leaf(
              "td", class: "number",
              stage.points == nil ? "—" : stage.weight ?? say(ReportsWording.unknown))
          }
        }
      }
    }
  }

  private func points(of stage: Report.StageLine, _ item: Report.ItemLine) -> String {
    stage.points.map { "\(faces.points($0)) / \(faces.number(item.points))" }
      ?? say(ReportsWording.noStage)
  }

  /// One strip a calendar: every term, and whether it was kept.
  func writeCalendars(into page: inout Markup) {
    guard !report.calendars.isEmpty else { return }
    page.leaf("h2", say(ReportsWording.calendars))
    for calendar in report.calendars {
      page.element(
        "div", [("class", "calendar"), ("id", Markup.anchor("calendar", calendar.name))]
      ) { box in
        box.element("p") { line in
          line.leaf("strong", calendar.title.map(say) ?? calendar.name)
          line.text(" " + say(ReportsWording.calendar(calendar)))
          writeItemLinks(calendar.items, into: &line)
        }
        box.element("ol", class: "terms") { strip in
          for term in calendar.terms {
            strip.element("li", class: term.state.rawValue) { cell in
              cell.leaf("span", class: "term", term.name)
              cell.leaf("strong", mark(of: term))
              cell.leaf("span", class: "rows", say(ReportsWording.state(term.state)))
            }
          }
        }
      }
    }
  }

  private func mark(of term: Report.CalendarLine.Term) -> String {
    switch term.state {
    // That it was kept is what matters; how often besides is not.
    case .kept: "✓"
    case .missed: "✗ " + term.held
    case .open: "? " + term.held
    }
  }
}
