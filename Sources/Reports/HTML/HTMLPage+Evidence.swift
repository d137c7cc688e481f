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
    scrolling(into: &page) { page in
      table(
        [
          ReportsWording.evidence, ReportsWording.value, ReportsWording.where_,
          ReportsWording.usedBy,
        ],
        into: &page
      ) {
        body in
        for input in report.inputs {
          body.element("tr", [("id", Markup.anchor("input", input.name))]) { row in
            row.leaf("td", input.title.map(say) ?? input.name)
            row.element("td", class: "number") { cell in
              cell.leaf(
                "span", class: "value",
                input.value.map { faces.value($0, unit: input.unit) } ?? say(ReportsWording.unknown)
              )
              for note in input.notes { cell.sentence("span", class: "rows", say(note)) }
            }
            row.leaf("td", class: "small", input.place.map(placeText) ?? origin(of: input))
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
          line.leaf("span", class: "value", faces.value(figure.value, unit: figure.unit))
          line.element("span", class: "rows formula") { $0.leaf("code", figure.expression) }
          writeRows(figure.rows, into: &line)
        }
      }
    }
  }

  private func writeFiles(into page: inout Markup) {
    guard !report.files.isEmpty else { return }
    page.leaf("h2", say(ReportsWording.documents))
    scrolling(into: &page) { page in
      table([ReportsWording.file, ReportsWording.holds, ReportsWording.usedBy], into: &page) {
        body in
        var seen = Set<String>()
        for file in report.files where seen.insert(file.path).inserted {
          body.element("tr", [("id", Markup.anchor("file", file.path))]) { row in
            row.element("td") { cell in
              cell.text(file.path)
              if let digest = file.digest {
                cell.leaf("span", class: "rows digest", String(digest.prefix(12)))
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
            line.prose(" " + faces.dated(say(step.sentence)))
            if let before = step.before, let after = step.after {
              line.leaf(
                "span", class: "rows", "\(FaceNumber.signed(before)) → \(FaceNumber.signed(after))")
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

  func writeDigests(into page: inout Markup) {
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
  }

  /// A box that scrolls sideways; who has no mouse can reach it.
  func scrolling(into page: inout Markup, _ body: (inout Markup) -> Void) {
    page.element(
      "div",
      [
        ("class", "scroll"), ("tabindex", "0"), ("role", "group"),
        ("aria-label", say(ReportsWording.table)),
      ], body)
  }

  /// `bundle.yaml:12:8` as the form and its line.
  private func placeText(_ place: String) -> String {
    let parts = place.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count >= 2, Int(parts[1]) != nil,
      parts[0] == "bundle.yaml" || parts[0].hasSuffix("/bundle.yaml")
    else { return place }
    return language == .zh ? "基本情况表第 \(parts[1]) 行" : "the form (bundle.yaml), line \(parts[1])"
  }

  private func origin(of input: Report.InputLine) -> String {
    guard let party = input.party else { return input.origin }
    return say(PageWording.given(by: RoleWording.role(party)))
  }
}
