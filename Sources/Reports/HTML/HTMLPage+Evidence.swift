import Diagnostics

extension HTMLPage {
  /// Inputs, figures and files, each with the items that rest on it.
  func writeEvidence(into page: inout Markup) {
    writeInputs(into: &page)
    writeFigures(into: &page)
    writeFiles(into: &page)
    writeNotices(into: &page)
  }

  private func writeInputs(into page: inout Markup) {
    guard !report.inputs.isEmpty else { return }
    page.leaf("h2", say(ReportsWording.allInputs))
    page.element("div", class: "scroll") { page in
      table(
        [ReportsWording.evidence, .init(""), ReportsWording.where_, ReportsWording.usedBy],
        into: &page
      ) {
        body in
        for input in report.inputs {
          body.element("tr", [("id", Markup.anchor("input", input.name))]) { row in
            row.leaf("td", input.title.map(say) ?? input.name)
            row.element("td", class: "number") { cell in
              cell.leaf("span", class: "value", input.value ?? say(ReportsWording.unknown))
              if let unit = input.unit { cell.text(" " + unit) }
              for note in input.notes { cell.sentence("span", class: "rows", say(note)) }
            }
            row.leaf("td", class: "small", input.place ?? input.origin)
            row.element("td", class: "small") { writeItemLinks(input.items, into: &$0) }
          }
        }
      }
    }
  }

  private func writeFigures(into page: inout Markup) {
    guard !report.figures.isEmpty else { return }
    page.leaf("h2", say(ReportsWording.figures))
    page.element("ul", class: "derivation") { list in
      for figure in report.figures {
        list.element("li", [("id", Markup.anchor("input", figure.name))]) { line in
          line.text((figure.title.map(say) ?? figure.name) + " ")
          line.leaf("code", figure.expression)
          line.text(" = ")
          line.leaf("span", class: "value", figure.value + (figure.unit.map { " " + $0 } ?? ""))
          writeRows(figure.rows, into: &line)
        }
      }
    }
  }

  private func writeFiles(into page: inout Markup) {
    guard !report.files.isEmpty else { return }
    page.leaf("h2", say(ReportsWording.documents))
    page.element("div", class: "scroll") { page in
      table([ReportsWording.file, ReportsWording.table, ReportsWording.usedBy], into: &page) {
        body in
        for file in report.files {
          body.element("tr", [("id", Markup.anchor("file", file.path))]) { row in
            row.element("td") { cell in
              cell.text(file.path)
              if let digest = file.digest {
                cell.leaf("span", class: "rows digest", "SHA-256 " + digest)
              }
            }
            row.element("td") { cell in
              cell.text(file.name)
              if let count = file.rowCount {
                cell.leaf("span", class: "rows", language == .zh ? "\(count) 行" : "\(count) rows")
              }
            }
            row.element("td", class: "small") { writeItemLinks(file.items, into: &$0) }
          }
        }
      }
    }
  }

  private func writeNotices(into page: inout Markup) {
    guard !report.notices.isEmpty else { return }
    page.leaf("h2", say(ReportsWording.notices))
    for notice in report.notices {
      page.element("div", class: "notice") { box in
        box.prose(say(notice.headline))
        if let place = notice.place { box.leaf("span", class: "rows", place) }
        if let help = notice.help { box.sentence("span", class: "rows", say(help)) }
      }
    }
  }

  func table(_ headings: [Wording], into page: inout Markup, _ rows: (inout Markup) -> Void) {
    page.element("table") { table in
      table.element("thead") { head in
        head.element("tr") { row in
          for heading in headings { row.leaf("th", say(heading)) }
        }
      }
      table.element("tbody", [], rows)
    }
  }

  /// Order of evaluation, bands, sources and digests.
  func writeBackground(into page: inout Markup) {
    if !report.steps.isEmpty {
      page.leaf("h2", say(ReportsWording.order))
      page.element("ul", class: "derivation") { list in
        for step in report.steps {
          list.element("li", class: step.changed ? "deciding" : "") { line in
            line.leaf("strong", say(step.title))
            line.prose(" " + say(step.sentence))
            if let before = step.before, let after = step.after {
              line.leaf("span", class: "rows", "\(before) → \(after)")
            }
          }
        }
      }
    }
    if !report.rubric.grades.isEmpty {
      page.leaf("h2", say(ReportsWording.bands))
      page.element("ul", class: "list") { list in
        for grade in report.rubric.grades {
          list.element("li") { line in
            line.leaf("strong", say(grade.title))
            line.text(" \(say(grade.condition))")
            if let basis = grade.basis {
              line.leaf("span", class: "soft small", " " + say(ReportsWording.basis(basis)))
            }
          }
        }
      }
      page.leaf("p", class: "soft small", say(ReportsWording.basisSums(report.rubric)))
    }
    if !report.sources.isEmpty {
      page.leaf("h2", say(ReportsWording.sources))
      page.element("ul", class: "list") { list in
        for source in report.sources {
          list.element("li", [("id", Markup.anchor("source", source.id))]) { line in
            line.text(source.text)
            if let url = source.url { line.leaf("span", class: "rows", url) }
          }
        }
      }
    }
  }

  func writeSignatures(into page: inout Markup) {
    page.leaf("h2", say(ReportsWording.digests))
    page.element("div", class: "digest") { box in
      box.leaf("p", "hengxing \(report.seal.engine) · \(report.rubric.id) \(report.rubric.edition)")
      box.leaf("p", "\(say(ReportsWording.rubric)) SHA-256 \(report.seal.rubricDigest)")
      for base in report.seal.bases ?? [] {
        box.leaf("p", "\(say(ReportsWording.base)) \(base.rubric) SHA-256 \(base.digest)")
      }
      if let digest = report.seal.bundleDigest {
        box.leaf("p", "\(say(ReportsWording.evidence)) SHA-256 \(digest)")
      }
    }
    page.element("div", class: "sign") { line in
      line.leaf("div", say(ReportsWording.sealAssessor))
      line.leaf("div", say(ReportsWording.sealSubject))
      line.leaf("div", say(ReportsWording.sealDate))
    }
  }
}
