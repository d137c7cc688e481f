import Diagnostics
import Scoring
import Values

/// Agreement as a section of a page.
struct HTMLAgreement {
  let face: AgreementFace
  let language: Language

  private func say(_ wording: Wording) -> String { wording.text(in: language) }

  /// The whole of it, on the index of a round.
  func write(into page: inout Markup) {
    page.leaf("h2", say(AgreementWording.heading))
    page.leaf(
      "p", class: "small soft",
      "\(say(face.title)) \(face.edition) · \(say(AgreementWording.scope(face)))")
    writeItems(into: &page)
    writeAssessors(into: &page)
    if !face.pairs.isEmpty { writePairs(into: &page) }
    writeDiscussed(into: &page)
    page.leaf("p", class: "small soft", say(AgreementWording.explanation(face)))
  }

  /// What concerns one subject, on its own page.
  func writeShort(into page: inout Markup) {
    page.leaf("h2", say(AgreementWording.heading))
    page.element("p") { line in
      line.text(
        say(AgreementWording.total) + " · " + say(AgreementWording.metric("interval")) + " ")
      line.leaf("span", class: "value", say(AgreementWording.alpha(face.total["interval"])))
    }
    writeDiscussed(into: &page)
    page.leaf("p", class: "small soft", say(AgreementWording.explanation(face)))
  }

  private func writeItems(into page: inout Markup) {
    let headings = [
      ReportsWording.item, AgreementWording.shared, AgreementWording.metric("interval"),
      AgreementWording.metric("ordinal"), AgreementWording.metric("nominal"),
      AgreementWording.spread,
    ]
    table(headings, into: &page) { body in
      for item in face.items {
        row(
          say(item.title), item.sharedUnits, item.coefficients, item.meanSpread?.percentText,
          isLow: item.isLow, into: &body)
      }
      row(
        say(AgreementWording.total), face.sharedUnits, face.total, nil, isLow: false,
        isTotal: true, into: &body)
    }
  }

  private func row(
    _ title: String, _ shared: Int, _ coefficients: [AgreementFace.Coefficient],
    _ spread: String?, isLow: Bool, isTotal: Bool = false, into body: inout Markup
  ) {
    body.element("tr", isTotal ? [("class", "section")] : []) { row in
      row.leaf("td", title)
      row.leaf("td", class: "number", "\(shared)")
      row.element("td", class: "number") { cell in
        cell.text(say(AgreementWording.alpha(coefficients["interval"])))
        if isLow {
          cell.text(" ")
          cell.leaf("span", class: "mark part", say(AgreementWording.lowMark))
        }
      }
      row.leaf("td", class: "number", AgreementWording.bare(coefficients["ordinal"]))
      row.leaf("td", class: "number", AgreementWording.bare(coefficients["nominal"]))
      row.leaf("td", class: "number", spread ?? "")
    }
  }

  private func writeAssessors(into page: inout Markup) {
    page.leaf("h3", say(AgreementWording.severity))
    table(
      [
        AgreementWording.assessor, AgreementWording.marks, AgreementWording.shared,
        AgreementWording.deviation,
      ], into: &page
    ) { body in
      for line in face.assessors {
        body.element("tr") { row in
          row.leaf("td", line.name)
          row.leaf("td", class: "number", "\(line.marks)")
          row.leaf("td", class: "number", "\(line.sharedUnits)")
          row.leaf("td", class: "number", say(AgreementWording.deviation(line)))
        }
      }
    }
  }

  private func writePairs(into page: inout Markup) {
    page.leaf("h3", say(AgreementWording.pairwise))
    table(
      [
        AgreementWording.pair, AgreementWording.shared, AgreementWording.apart,
        AgreementWording.greatest,
      ], into: &page
    ) { body in
      for line in face.pairs {
        body.element("tr") { row in
          row.leaf("td", "\(line.first) / \(line.second)")
          row.leaf("td", class: "number", "\(line.sharedUnits)")
          row.leaf("td", class: "number", line.mean.percentText)
          row.leaf("td", class: "number", line.greatest.percentText)
        }
      }
    }
  }

  private func writeDiscussed(into page: inout Markup) {
    page.leaf("h3", say(AgreementWording.discuss))
    guard !face.discussed.isEmpty else {
      page.leaf("p", say(AgreementWording.nothingToDiscuss))
      return
    }
    page.element("ul", class: "derivation") { list in
      for line in face.discussed {
        list.element("li", class: line.isOverLimit ? "deciding" : "") { item in
          item.leaf("strong", "\(say(line.subjectTitle)) · \(say(line.itemTitle))")
          if let stage = line.stage { item.text(" (\(stage))") }
          item.text("  ")
          item.leaf("span", class: "value", line.markText)
          item.leaf(
            "span", class: "rows",
            "\(say(AgreementWording.spread(line))) · \(say(AgreementWording.contribution(line.contribution)))"
          )
        }
      }
    }
  }

  /// The first column is words, the others stand right.
  private func table(
    _ headings: [Wording], into page: inout Markup, _ rows: (inout Markup) -> Void
  ) {
    page.element(
      "div",
      [
        ("class", "scroll"), ("tabindex", "0"), ("role", "group"),
        ("aria-label", say(AgreementWording.heading)),
      ]
    ) { page in
      page.element("table") { table in
        table.element("thead") { head in
          head.element("tr") { row in
            for (index, heading) in headings.enumerated() {
              row.leaf("th", class: index == 0 ? nil : "number", say(heading))
            }
          }
        }
        table.element("tbody", [], rows)
      }
    }
  }
}
