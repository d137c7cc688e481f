package import Diagnostics

/// A sheet as one self-contained page: prints on A4 upright or across, the head of the table on every page.
package struct HTMLSheet {
  private let sheet: RubricSheet
  private let language: Language

  package static func print(_ sheet: RubricSheet, in language: Language) -> String {
    HTMLSheet(sheet: sheet, language: language).page()
  }

  private func say(_ wording: Wording) -> String { wording.text(in: language) }

  private func page() -> String {
    var page = Markup()
    page.trusted("<!doctype html>\n")
    page.element("html", [("lang", language == .zh ? "zh-CN" : "en")]) { page in
      page.element("head") { head in
        head.element("meta", [("charset", "utf-8")])
        head.element(
          "meta", [("name", "viewport"), ("content", "width=device-width,initial-scale=1")])
        head.leaf("title", "\(say(sheet.title)) · \(sheet.edition)")
        head.element("style") { $0.trusted(Stylesheet.css + Self.css) }
      }
      page.element("body") { body in
        body.element("main", class: "sheet") { main in
          writeHeading(into: &main)
          writeTable(into: &main)
          writeRules(into: &main)
          writeFoot(into: &main)
        }
      }
    }
    return page.html + "\n"
  }

  private func writeHeading(into page: inout Markup) {
    page.element("header") { header in
      header.leaf("p", class: "small soft", say(ReportsWording.rubric))
      header.leaf("h1", say(sheet.title))
      if sheet.isFictional { header.leaf("p", class: "fictional", say(ReportsWording.fictional)) }
      header.leaf("p", class: "small soft", "\(sheet.id) · \(sheet.edition) · \(say(sheet.basis))")
      for base in sheet.bases { header.sentence("p", class: "notice", say(base)) }
      if let note = sheet.note { header.sentence("p", class: "notice", say(note)) }
    }
  }

  private func writeTable(into page: inout Markup) {
    page.element("table", class: "rubric") { table in
      table.element("colgroup") { group in
        for width in ["number", "item", "points", "scoring", "material", "basis"] {
          group.element("col", [("class", width)])
        }
      }
      table.element("thead") { head in
        head.element("tr") { row in
          row.leaf("th", say(SheetWording.number))
          row.leaf("th", say(SheetWording.indicator))
          row.leaf("th", class: "number", say(ReportsWording.points))
          row.leaf("th", say(SheetWording.marking))
          row.leaf("th", say(SheetWording.material))
          row.leaf("th", say(SheetWording.basisTitle))
        }
      }
      table.element("tbody") { body in
        for part in sheet.parts {
          write(part, into: &body)
          for row in part.rows { write(row, into: &body) }
        }
      }
    }
  }

  private func write(_ part: RubricSheet.Part, into body: inout Markup) {
    body.element("tr", class: part.depth == 0 ? "section" : "section inner") { row in
      row.leaf("td", part.number)
      row.leaf("td", say(part.title))
      row.leaf("td", class: "number", "\(part.points)")
      row.element("td", [("colspan", "3"), ("class", "small")]) { cell in
        cell.prose(part.remarks.map(say).joined(separator: " "))
      }
    }
  }

  private func write(_ line: RubricSheet.Row, into body: inout Markup) {
    body.element("tr") { row in
      row.leaf("td", class: "soft", line.number)
      row.element("td") { cell in
        cell.leaf("strong", say(line.title))
        cell.sentence("p", say(line.says))
      }
      row.leaf("td", class: "number", "\(line.points)")
      row.element("td") { cell in
        for sentence in line.scoring {
          let isPart = sentence.zh.hasPrefix("· ")
          cell.sentence("p", class: isPart ? "part-line" : nil, say(sentence))
        }
      }
      row.element("td") { cell in
        for material in line.material { cell.sentence("p", say(material)) }
      }
      row.element("td", class: "small") { cell in
        write(line.mark, into: &cell)
        if let citation = line.citation { cell.leaf("p", say(citation)) }
      }
    }
    guard let grid = line.grid else { return }
    body.element("tr", class: "grid") { row in
      row.leaf("td", "")
      row.element("td", [("colspan", "5")]) { $0.grid(grid, in: language) }
    }
  }

  private func write(_ mark: RubricSheet.Mark, into cell: inout Markup) {
    for kind in [mark.rule, mark.points].compactMap({ $0 }) {
      let title = SheetWording.legend.first { $0.0 == kind }.map { say($0.1) } ?? kind
      cell.element("span", [("class", "seal \(kind)"), ("title", title)]) {
        $0.text(say(SheetWording.mark(kind)))
      }
    }
  }

  private func writeRules(into page: inout Markup) {
    for list in sheet.rules {
      page.leaf("h2", say(list.title))
      page.element("table", class: "rules") { table in
        for rule in list.rules {
          table.element("tr") { row in
            if !rule.name.zh.isEmpty { row.leaf("th", say(rule.name)) }
            // What has no name or no citation gives its room to the words.
            let span = 1 + (rule.name.zh.isEmpty ? 1 : 0) + (rule.citation == nil ? 1 : 0)
            row.element("td", span > 1 ? [("colspan", "\(span)")] : []) { cell in
              cell.prose(say(rule.says))
              if let mark = rule.mark { write(mark, into: &cell) }
              if let grid = rule.grid { cell.grid(grid, in: language) }
            }
            if let citation = rule.citation {
              row.leaf("td", class: "cite small soft", say(citation))
            }
          }
        }
      }
    }
  }

  private func writeFoot(into page: inout Markup) {
    page.leaf("h2", say(SheetWording.sourcesTitle))
    page.element("ul", class: "list small") { list in
      for source in sheet.sources { list.leaf("li", say(source.text)) }
    }
    page.element("p", class: "small soft legend") { line in
      line.text(SheetWording.legendTitle.label(in: language))
      for (kind, meaning) in SheetWording.legend {
        line.element("span", class: "entry") { entry in
          write(RubricSheet.Mark(rule: kind, points: nil), into: &entry)
          entry.text(say(meaning))
        }
        line.text(" ")
      }
    }
    page.element("div", class: "sign") { sign in
      for words in [SheetWording.sign, SheetWording.signReviewer, ReportsWording.sealDate] {
        sign.leaf("div", say(words))
      }
    }
  }

  /// What the sheet adds to the looks of every page.
  private static let css = """

    main.sheet{max-width:76rem;padding:2.2rem 2.4rem}
    table.rubric{table-layout:fixed;font-size:.86rem;line-height:1.5;margin-top:1.2rem;border-top:1.5px solid var(--ink)}
    col.number{width:4.5%}col.item{width:25%}col.points{width:5.5%}col.scoring{width:33%}col.material{width:16%}
    col.basis{width:16%}
    table.rubric th,table.rubric td{border:1px solid var(--line);padding:.4rem .5rem}
    table.rubric p{margin:.15rem 0 0}
    table.rubric .small{font-size:inherit}table.rubric{width:calc(100% - 1px)}
    table.rubric td strong{font-weight:600}
    tr.section.inner td{font-weight:500}
    .part-line{padding-left:1em;text-indent:-1em}
    .seal{display:inline-block;min-width:1.5em;text-align:center;border:1px solid currentColor;border-radius:2px;
    font-size:.74rem;line-height:1.45;margin:0 .25em 0 0;padding:0 .2em}
    .seal.source{background:var(--ink);color:#fff;border-color:var(--ink)}
    .seal.paraphrase{color:var(--ink)}.seal.local{color:var(--bar)}.seal.illustrative{color:var(--part);border-style:dashed}
    table.rules th{width:24%;text-align:left;font-weight:600}
    table.rules td.cite{width:26%}table.rules .seal{margin-left:.5em}
    table.grid{width:auto;margin:.3rem 0;font-size:inherit}
    table.grid th,table.grid td{width:auto;border:1px solid var(--line);padding:.25rem .55rem;text-align:left;font-weight:400}
    table.grid thead th{background:none;color:inherit}table.grid td{text-align:center}
    .legend{margin-top:1.4rem}.legend .entry{white-space:nowrap;margin-right:.9em}
    @media (max-width:60rem){main.sheet{padding:1rem .6rem;overflow-x:auto}table.rubric{min-width:52rem}}
    @page{margin:13mm 12mm 14mm}
    @media print{
    main.sheet{max-width:none;padding:0;overflow:visible}
    table.rubric{font-size:8pt;min-width:0}table.rules{font-size:8.5pt}table.rules tr{break-inside:avoid}
    table.rubric th,table.rubric td{padding:.18rem .3rem;border-color:#8a9099}
    thead{display:table-header-group}
    table.rubric tr{break-inside:avoid}
    tr.section{break-after:avoid}
    .seal,tr.section td{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    .sign{break-inside:avoid;margin-top:1.6rem}.sign div{min-height:4rem}
    main.sheet h2{margin:1rem 0 .35rem;break-after:avoid}main.sheet .legend{margin-top:.7rem}
    }
    """
}
