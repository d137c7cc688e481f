package import Diagnostics

/// A portfolio's summary as one self-contained page: charts as inline SVG, no script, prints on A4.
package struct HTMLSummary: Sendable {
  let summary: PortfolioSummary
  let language: Language

  package static func print(_ summary: PortfolioSummary, in language: Language) -> String {
    HTMLSummary(summary: summary, language: language).page()
  }

  func say(_ wording: Wording) -> String { wording.text(in: language) }

  private func page() -> String {
    var page = Markup()
    page.trusted("<!doctype html>\n")
    page.element("html", [("lang", language == .zh ? "zh-CN" : "en")]) { page in
      page.element("head") { head in
        head.element("meta", [("charset", "utf-8")])
        head.element(
          "meta", [("name", "viewport"), ("content", "width=device-width,initial-scale=1")])
        head.leaf("title", say(summary.rubric.title) + " · " + say(SummaryWording.summary))
        head.element("style") { $0.trusted(Stylesheet.css + Stylesheet.summary) }
      }
      page.element("body") { body in
        body.element("main") { main in
          writeHeading(into: &main)
          writeGrades(into: &main)
          writeScores(into: &main)
          for group in summary.groups { write(group, into: &main) }
          writeItems(into: &main)
          writeFacts(into: &main)
          writeLeftOut(into: &main)
          for table in summary.tables { write(table, into: &main) }
          writeNotices(into: &main)
          main.leaf("p", class: "digest", say(SummaryWording.engine(summary)))
        }
      }
    }
    return page.html + "\n"
  }

  private func writeHeading(into page: inout Markup) {
    page.element("header") { header in
      header.leaf("p", class: "small soft", say(SummaryWording.summary))
      header.leaf("h1", say(summary.rubric.title))
      if summary.rubric.isFictional {
        header.leaf("p", class: "fictional", say(ReportsWording.fictional))
      }
      header.element("dl", class: "meta") { list in
        pair(ReportsWording.rubric, "\(summary.rubric.id) · \(summary.rubric.edition)", into: &list)
        pair(SummaryWording.subjects, SummaryNumbers.grouped(summary.subjectCount), into: &list)
        let statuses = summary.statuses.map {
          "\(say(SummaryWording.status($0.status))) \(SummaryNumbers.grouped($0.count))"
        }
        pair(SummaryWording.status, statuses.joined(separator: " · "), into: &list)
        pair(ReportsWording.sealMode, say(ReportsWording.mode(summary.mode)), into: &list)
      }
      if let note = summary.rubric.note { header.leaf("p", class: "notice", say(note)) }
    }
  }

  private func pair(_ term: Wording, _ text: String, into list: inout Markup) {
    list.leaf("dt", say(term))
    list.leaf("dd", text)
  }

  private func writeGrades(into page: inout Markup) {
    page.leaf("h2", say(SummaryWording.grades))
    let most = summary.grades.map(\.count).max() ?? 0
    page.element("div", class: "counts") { list in
      for (index, grade) in summary.grades.enumerated() {
        list.element("div") { row in
          row.element("span") { name in
            name.text(say(grade.title))
            if let stars = grade.stars, (1...10).contains(stars) {
              name.leaf("span", class: "stars", " " + String(repeating: "★", count: stars))
            }
          }
          row.trusted(
            SummaryChart.bar(
              SummaryNumbers.thousandths(grade.count, of: most),
              in: SummaryChart.colour(of: index, in: summary.grades)))
          row.leaf("span", class: "number", SummaryNumbers.grouped(grade.count))
          row.leaf(
            "span", class: "number soft",
            SummaryNumbers.percent(grade.count, of: summary.subjectCount))
        }
      }
    }
  }

  private func writeScores(into page: inout Markup) {
    guard let scores = summary.scores else { return }
    page.leaf("h2", say(SummaryWording.scores))
    page.leaf("p", say(SummaryWording.distribution(scores)))
    page.element("figure", class: "histogram") {
      $0.trusted(SummaryChart.histogram(scores, thresholds: thresholds, in: language))
    }
  }

  private var thresholds: [(title: String, at: String)] {
    summary.grades.compactMap { grade in
      grade.threshold.map { (grade.stars.map { "\($0)★" } ?? say(grade.title), $0) }
    }
  }

  private func write(_ group: PortfolioSummary.Group, into page: inout Markup) {
    page.leaf("h2", say(SummaryWording.by(group.title)))
    page.element("div", [("class", "groups"), ("aria-label", say(SummaryWording.stacked))]) {
      list in
      for line in group.classes {
        list.element("div") { row in
          row.leaf("span", line.shownName(in: language))
          row.trusted(SummaryChart.stack(line, grades: summary.grades, in: language))
          row.leaf("span", class: "number", SummaryNumbers.grouped(line.count))
          row.leaf("span", class: "number mean", line.mean ?? "—")
        }
      }
    }
    writeLegend(into: &page)
  }

  private func writeLegend(into page: inout Markup) {
    page.element("p", class: "legend small") { line in
      for (index, grade) in summary.grades.enumerated() {
        line.element("span") { entry in
          entry.trusted(SummaryChart.swatch(SummaryChart.colour(of: index, in: summary.grades)))
          entry.text(say(grade.title))
        }
      }
      line.leaf("span", class: "soft", say(SummaryWording.columns))
    }
  }

  private func writeItems(into page: inout Markup) {
    guard !summary.items.isEmpty else { return }
    page.leaf("h2", say(SummaryWording.items))
    page.element("div", class: "counts items") { list in
      for item in summary.items {
        list.element("div") { row in
          row.leaf("span", say(item.title))
          row.trusted(SummaryChart.bar(item.share ?? 0, in: SummaryChart.plain))
          row.leaf("span", class: "number", "\(item.mean ?? "—") / \(item.points)")
          row.leaf(
            "span", class: "number soft", item.share.map(SummaryNumbers.percent) ?? "—")
        }
      }
    }
  }

  private func writeFacts(into page: inout Markup) {
    guard !summary.facts.isEmpty else { return }
    page.leaf("h2", say(SummaryWording.facts))
    let lacking = summary.lackingFacts
    guard !lacking.isEmpty else {
      page.leaf("p", say(summary.nothingMissing))
      return
    }
    write(lacking, of: summary.subjectCount, SummaryWording.fact, into: &page)
  }

  private func writeLeftOut(into page: inout Markup) {
    guard !summary.leftOut.isEmpty else { return }
    page.leaf("h2", say(SummaryWording.leftOut))
    page.element("ul", class: "list") { list in
      for line in summary.leftOut {
        let names = line.names.map { "“\($0)”" }.joined(separator: " ")
        list.leaf("li", "\(say(line.title)) \(names)")
      }
    }
  }

  private func write(_ table: PortfolioSummary.TableLine, into page: inout Markup) {
    page.leaf("h2", say(SummaryWording.table(table.title, table.rowCount)))
    let lacking = table.lackingColumns
    guard !lacking.isEmpty else {
      page.leaf("p", say(SummaryWording.noCellMissing))
      return
    }
    write(lacking, of: table.rowCount, SummaryWording.column, into: &page)
  }

  private func write(
    _ lacking: [PortfolioSummary.FactLine], of count: Int, _ heading: Wording,
    into page: inout Markup
  ) {
    page.element("div", class: "scroll") { box in
      box.element("table") { table in
        table.element("thead") { head in
          head.element("tr") { row in
            row.leaf("th", say(heading))
            for heading in [
              SummaryWording.known, SummaryWording.unknown, SummaryWording.unreadable,
              SummaryWording.null, SummaryWording.assumed,
            ] {
              row.leaf("th", class: "number", say(heading))
            }
          }
        }
        table.element("tbody") { body in
          for line in lacking { write(line, of: count, into: &body) }
        }
      }
    }
  }

  private func write(
    _ line: PortfolioSummary.FactLine, of count: Int, into body: inout Markup
  ) {
    body.element("tr") { row in
      row.element("td") { cell in
        cell.text(say(line.title))
        if !line.hasColumn { cell.leaf("span", class: "rows", say(SummaryWording.noColumn)) }
      }
      row.leaf("td", class: "number", SummaryNumbers.percent(line.known, of: count))
      for count in [line.unknown, line.unreadable, line.null, line.assumed] {
        row.leaf("td", class: "number", count == 0 ? "—" : SummaryNumbers.grouped(count))
      }
    }
  }

  private func writeNotices(into page: inout Markup) {
    guard !summary.notices.isEmpty else { return }
    page.leaf("h2", say(SummaryWording.notices))
    page.element("ul", class: "list") { list in
      for notice in summary.notices {
        list.element("li") { line in
          line.text("\(SummaryNumbers.grouped(notice.count)) × ")
          line.prose(say(notice.headline))
          line.leaf("code", notice.code)
        }
      }
    }
  }
}
