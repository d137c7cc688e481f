import Diagnostics

extension HTMLPage {
  /// Links to who stands above and below, and to the results that are taken over.
  func writeRelatives(into page: inout Markup) {
    guard let relatives = report.relatives else { return }
    if let above = relatives.above {
      page.element("p", class: "small") { line in
        line.text(label(ReportsWording.above))
        writeLink(to: above, into: &line)
      }
    }
    writeTable(of: relatives.below, ReportsWording.below, into: &page)
    writeTable(of: relatives.taken ?? [], ReportsWording.taken, into: &page)
  }

  private func writeTable(
    of relatives: [Report.Relative], _ title: Wording, into page: inout Markup
  ) {
    guard !relatives.isEmpty else { return }
    page.leaf("h2", say(title))
    page.element("table", class: "cards") { table in
      table.element("thead") { head in
        head.element("tr") { row in
          row.leaf("th", say(ReportsWording.subject))
          row.leaf("th", class: "number", say(ReportsWording.score))
          row.leaf("th", say(ReportsWording.grade))
        }
      }
      table.element("tbody") { body in
        for relative in relatives {
          body.element("tr") { row in
            row.element("td") { writeLink(to: relative, into: &$0) }
            row.leaf("td", class: "number", relative.verdict.score.map(faces.points) ?? "—")
            row.leaf("td", TextIndex.grade(relative.verdict, in: language))
          }
        }
      }
    }
  }

  private func writeLink(to relative: Report.Relative, into markup: inout Markup) {
    let target = Markup.address(of: "\(relative.folder)/report.\(language.rawValue).html")
    markup.element("a", [("href", target)]) { $0.text(say(relative.title)) }
  }
}
