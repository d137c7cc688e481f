import Diagnostics
import Values

extension HTMLPage {
  /// The table that people know: number, item, points, earned, why points were lost, and by which rule.
  func writeScoreTable(into page: inout Markup) {
    guard !report.sections.isEmpty else { return }
    heading(ReportsWording.scoreTable, "scores", into: &page)
    page.element("table", class: "cards scores") { table in
      table.element("thead") { head in
        head.element("tr") { row in
          row.leaf("th", class: "number", say(SheetWording.number))
          row.leaf("th", say(ReportsWording.item))
          row.leaf("th", class: "number", say(ReportsWording.points))
          row.leaf("th", class: "number", say(ReportsWording.earned))
          row.leaf("th", say(PageWording.reason))
          row.leaf("th", say(PageWording.basis))
        }
      }
      table.element("tbody") { body in
        var number = 0
        for section in report.sections + report.extras {
          writeRows(of: section, depth: 0, &number, into: &body)
        }
        writeTotal(into: &body)
      }
    }
  }

  private func writeTotal(into body: inout Markup) {
    guard let score = report.verdict.score else { return }
    body.element("tr", class: "section total") { row in
      row.element("td", class: "number")
      row.leaf("td", say(SheetWording.totalTitle))
      row.leaf("td", class: "number", faces.number(report.rubric.points))
      row.leaf("td", class: "number", faces.points(score))
      row.leaf(
        "td", class: "wide", TextIndex.grade(report.verdict, in: language))
      row.element("td", class: "basis")
    }
  }

  private func writeRows(
    of section: Report.SectionLine, depth: Int, _ number: inout Int, into body: inout Markup
  ) {
    body.element("tr", class: "section") { row in
      row.element("td", class: "number")
      row.leaf("td", String(repeating: "　", count: min(depth, 6)) + say(section.title))
      row.leaf("td", class: "number", faces.number(section.points))
      row.leaf(
        "td", class: "number",
        section.earned.map(faces.points) ?? say(ReportsWording.notApplicable))
      row.leaf("td", class: "wide", section.deciding.map(say) ?? "")
      row.element("td", class: "basis")
    }
    for inner in section.sections {
      writeRows(of: inner, depth: depth + 1, &number, into: &body)
    }
    for item in section.items {
      number += 1
      let lost = item.certainLoss(in: section.kind)?.isPositive ?? false
      let isFull = item.outcome == .full && !lost
      body.element("tr", class: lost ? "lost" : isFull ? "whole" : "") { row in
        row.leaf("td", class: "number", "\(number)")
        row.element("td") { $0.link(to: Markup.anchor("item", item.id), say(item.title)) }
        row.element("td", [("class", "number"), ("data-label", say(ReportsWording.points))]) {
          $0.text((section.kind == .deductions ? "−" : "") + faces.number(item.points))
        }
        row.element("td", [("class", "number earned"), ("data-label", say(ReportsWording.earned))])
        {
          $0.text(item.earned.map(faces.points) ?? "—")
        }
        row.sentence("td", class: "wide", remark(on: item, section.kind))
        row.element("td", class: "basis") { cell in
          if let source = item.source {
            cell.link(to: Markup.anchor("source", source), shortCitation(item))
          } else {
            cell.text(shortCitation(item))
          }
        }
      }
    }
  }

  /// One sentence beside the points; nothing where nothing was lost.
  private func remark(on item: Report.ItemLine, _ kind: Report.SectionLine.Kind) -> String {
    switch item.outcome {
    case .full where kind != .deductions: return ""
    case .excused, .notApplicable, .void: return faces.dated(say(item.sentence))
    case .full, .none, .part, .unknown: break
    }
    if kind == .deductions, item.outcome == .full { return say(item.sentence) }
    guard let reason = reason(for: item, kind) else {
      if kind == .bonus { return say(ReportsWording.mark(item.outcome, kind)) }
      return item.outcome == .full ? "" : fallback(item, kind)
    }
    if item.openPoints.isPositive { return label(ReportsWording.stillOpen) + reason }
    return reason
  }

  /// What a result of an earlier version says, which has no reasons; else the rule itself.
  private func fallback(_ item: Report.ItemLine, _ kind: Report.SectionLine.Kind) -> String {
    let sentence = item.reasons == nil ? item.sentence : item.says
    return faces.dated(say(sentence))
  }

  /// Where the rule comes from, short: the source in full stands in the list of sources.
  private func shortCitation(_ item: Report.ItemLine) -> String {
    guard let citation = item.citation else { return say(ReportsWording.basis(item.ruleBasis)) }
    let comma: Character = citation.contains("，") ? "，" : ","
    let detail = citation.firstIndex(of: comma).map { citation[citation.index(after: $0)...] }
    // What is quoted stands in the annex.
    let place = (detail ?? citation[...]).prefix { !"「“《(（;；".contains($0) }
    let short = place.trimmedSpaces
    return short.isEmpty ? String(citation.prefix(Self.longestCitation)) : short
  }

  private static let longestCitation = 16

  func writeMark(
    _ outcome: Report.ItemLine.Outcome,
    _ kind: Report.SectionLine.Kind,
    into page: inout Markup
  ) {
    // A bonus that was not earned is no loss.
    let isNeutral = outcome == .notApplicable || (kind == .bonus && outcome == .none)
    let name = isNeutral ? "notApplicable" : outcome.rawValue
    page.leaf("span", class: "mark \(name)", say(ReportsWording.mark(outcome, kind)))
  }
}

extension Substring {
  fileprivate var trimmedSpaces: String { String(drop { $0 == " " }) }
}
