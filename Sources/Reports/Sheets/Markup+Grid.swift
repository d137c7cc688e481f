import Diagnostics

extension Markup {
  /// A grid as a table: heads of columns above, heads of rows at the left.
  mutating func grid(_ grid: RubricSheet.Grid, in language: Language) {
    element("table", class: "grid") { table in
      table.element("thead") { head in
        for (line, columns) in grid.columns.enumerated() {
          head.element("tr") { row in
            for corner in grid.corner(ofLine: line) {
              row.sentence("th", class: "corner", corner.text(in: language))
            }
            for column in columns { row.sentence("th", column.text(in: language)) }
            if grid.hasRemarks {
              row.leaf("th", line == 0 ? SheetWording.remark.text(in: language) : "")
            }
          }
        }
      }
      table.element("tbody") { body in
        for line in grid.rows {
          body.element("tr") { row in
            for head in line.heads { row.sentence("th", head.text(in: language)) }
            for cell in line.cells { row.sentence("td", cell.text(in: language)) }
            if grid.hasRemarks { row.sentence("td", line.remark?.text(in: language) ?? "") }
          }
        }
      }
    }
  }
}
