package import Diagnostics

/// The index of a round as a page.
package enum HTMLIndex {
  package static func print(_ index: RoundIndex, in language: Language) -> String {
    func say(_ wording: Wording) -> String { wording.text(in: language) }
    var page = Markup()
    page.trusted("<!doctype html>\n")
    page.element("html", [("lang", language == .zh ? "zh-CN" : "en")]) { page in
      page.element("head") { head in
        head.element("meta", [("charset", "utf-8")])
        head.element(
          "meta", [("name", "viewport"), ("content", "width=device-width,initial-scale=1")]
        )
        head.leaf("title", say(index.round.title))
        head.element("style") { $0.trusted(Stylesheet.css) }
      }
      page.element("body") { body in
        body.element("main") { main in
          main.leaf("p", class: "small soft", say(ReportsWording.roundIndex))
          main.leaf("h1", say(index.round.title))
          if index.isFictional { main.leaf("p", class: "fictional", say(ReportsWording.fictional)) }
          main.element("dl", class: "meta") { list in
            if let period = index.round.period {
              list.leaf("dt", say(ReportsWording.period))
              list.leaf("dd", period)
            }
            list.leaf("dt", say(ReportsWording.asOf))
            list.leaf("dd", index.asOf)
          }
          if let progress = index.progress {
            main.leaf("p", class: "sentence", say(ReportsWording.progress(progress)))
          }
          let levels = Set(index.rows.map(\.level)).sorted()
          for level in levels {
            if levels.count > 1 { main.leaf("h2", say(ReportsWording.level(level + 1))) }
            let groups = RoundIndex.groups(of: index.rows.filter { $0.level == level })
            for group in groups {
              if groups.count > 1 { main.leaf("h3", say(group.rubric)) }
              writeTable(group.rows, named: groups.count > 1, language, into: &main)
            }
          }
          writeFeedback(index.feedback ?? [], language, into: &main)
          for agreement in index.agreement ?? [] {
            HTMLAgreement(face: agreement, language: language).write(into: &main)
          }
          for notice in index.notices {
            main.element("div", class: "notice") { box in
              box.prose(say(notice.headline))
              if let place = notice.place { box.leaf("span", class: "rows", place) }
              if let help = notice.help { box.sentence("span", class: "rows", say(help)) }
            }
          }
          main.leaf("p", class: "digest", "hengxing \(index.engine)")
        }
      }
    }
    return page.html + "\n"
  }

  private static func writeTable(
    _ rows: [RoundIndex.Row], named isNamed: Bool, _ language: Language, into main: inout Markup
  ) {
    func say(_ wording: Wording) -> String { wording.text(in: language) }
    main.element("table", class: "cards index") { table in
      table.element("thead") { head in
        head.element("tr") { row in
          row.leaf("th", say(ReportsWording.subject))
          row.leaf("th", class: "number", say(ReportsWording.score))
          row.leaf("th", say(ReportsWording.grade))
          row.leaf("th", say(ReportsWording.recommendation))
        }
      }
      table.element("tbody") { body in
        for line in rows {
          body.element("tr") { row in
            row.element("td") { cell in
              let page = Markup.address(of: "\(line.folder)/report.\(language.rawValue).html")
              cell.element("a", [("href", page)]) {
                $0.text(say(line.subject.title))
              }
              if !isNamed { cell.leaf("span", class: "rows", say(line.rubric)) }
            }
            row.leaf("td", class: "number", line.verdict.score?.text ?? "—")
            row.element("td") { cell in
              cell.text(TextIndex.grade(line.verdict, in: language))
              for note in line.verdict.notesOnGrade(in: language) {
                cell.leaf("span", class: "rows", note)
              }
            }
            row.element("td", class: "wide") { cell in
              cell.text(line.actions.map(say).joined(separator: " / "))
              if line.missingCount > 0 {
                cell.leaf(
                  "span", class: "rows", say(ReportsWording.missingCount(line.missingCount)))
              }
              if line.faultCount > 0 {
                cell.leaf("span", class: "rows", say(ReportsWording.faultCount(line.faultCount)))
              }
            }
          }
        }
      }
    }
  }

  /// Pages of those who answer for others; nobody is ranked by them.
  private static func writeFeedback(
    _ rows: [RoundIndex.FeedbackRow], _ language: Language, into main: inout Markup
  ) {
    guard !rows.isEmpty else { return }
    func say(_ wording: Wording) -> String { wording.text(in: language) }
    main.leaf("h2", say(FeedbackWording.kind))
    main.leaf("p", class: "soft small", say(FeedbackWording.note))
    main.element("table", class: "cards feedback") { table in
      table.element("thead") { head in
        head.element("tr") { row in
          row.leaf("th", say(ReportsWording.subject))
          row.leaf("th", class: "number", say(FeedbackWording.answersFor))
          row.leaf("th", class: "number", say(FeedbackWording.excusedPoints))
          row.leaf("th", class: "number", say(FeedbackWording.lostPoints))
        }
      }
      table.element("tbody") { body in
        for line in rows {
          body.element("tr") { row in
            row.element("td", class: "wide") { cell in
              let page = Markup.address(of: "\(line.page).\(language.rawValue).html")
              cell.element("a", [("href", page)]) { $0.text(say(line.subject.title)) }
            }
            for (heading, text) in [
              (FeedbackWording.answersFor, "\(line.count)"),
              (FeedbackWording.excusedPoints, line.excused.text),
              (FeedbackWording.lostPoints, line.lost.text),
            ] {
              row.element("td", [("class", "number"), ("data-label", say(heading))]) {
                $0.text(text)
              }
            }
          }
        }
      }
    }
  }
}
