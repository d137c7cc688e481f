import Diagnostics

extension HTMLPage {
  /// Links to who stands above and below.
  func writeRelatives(into page: inout Markup) {
    guard let relatives = report.relatives else { return }
    if let above = relatives.above {
      page.element("p", class: "small") { line in
        line.text(label(ReportsWording.above))
        writeLink(to: above, into: &line)
      }
    }
    guard !relatives.below.isEmpty else { return }
    page.leaf("h2", say(ReportsWording.below))
    page.element("table", class: "cards") { table in
      table.element("thead") { head in
        head.element("tr") { row in
          row.leaf("th", say(ReportsWording.subject))
          row.leaf("th", class: "number", say(ReportsWording.score))
          row.leaf("th", say(ReportsWording.grade))
        }
      }
      table.element("tbody") { body in
        for relative in relatives.below {
          body.element("tr") { row in
            row.element("td") { writeLink(to: relative, into: &$0) }
            row.leaf("td", class: "number", relative.verdict.score?.text ?? "—")
            row.leaf("td", TextIndex.grade(relative.verdict, in: language))
          }
        }
      }
    }
  }

  private func writeLink(to relative: Report.Relative, into markup: inout Markup) {
    let target = "\(relative.folder)/report.\(language.rawValue).html"
    markup.element("a", [("href", target)]) { $0.text(say(relative.title)) }
  }
}
