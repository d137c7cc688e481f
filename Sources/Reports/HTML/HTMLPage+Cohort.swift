import Diagnostics

extension HTMLPage {
  /// Who was compared, where the subject stands, and the numbers of the group.
  func writeCohort(into page: inout Markup) {
    guard let cohort = report.cohort else { return }
    page.leaf("h2", say(ReportsWording.cohort))
    page.element("p") { line in
      line.text(say(cohort.members) + (language == .zh ? "" : " ") + say(cohort.remark))
    }
    if !cohort.places.isEmpty {
      page.element("table", class: "cards") { table in
        table.element("thead") { head in
          head.element("tr") { row in
            row.leaf("th", say(ReportsWording.item))
            row.leaf("th", say(ReportsWording.place))
            row.leaf("th", say(ReportsWording.tiesTitle))
          }
        }
        table.element("tbody") { body in
          for place in cohort.places {
            body.element("tr") { row in
              row.element("td") { cell in
                cell.element("a", [("href", "#" + Markup.anchor("item", place.item))]) {
                  $0.text(say(place.title))
                }
              }
              row.leaf("td", say(ReportsWording.standing(place)))
              row.leaf("td", class: "small", say(place.ties))
            }
          }
        }
      }
    }
    guard !cohort.numbers.isEmpty else { return }
    page.element("table", class: "cards") { table in
      table.element("thead") { head in
        head.element("tr") { row in
          row.leaf("th", say(ReportsWording.cohortNumber))
          row.leaf("th", class: "number", say(ReportsWording.value))
        }
      }
      table.element("tbody") { body in
        for number in cohort.numbers {
          body.element("tr") { row in
            row.leaf("td", say(number.title))
            row.leaf("td", class: "number", number.text)
          }
        }
      }
    }
  }
}
