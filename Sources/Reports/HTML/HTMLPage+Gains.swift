import Diagnostics
import Values

extension HTMLPage {
  func writeGains(into page: inout Markup) {
    let gains = Gains(report, items)
    guard !gains.lines.isEmpty else { return }
    heading(PageWording.gains, "gains", into: &page)
    page.element("ol", class: "gains") { list in
      for line in gains.lines {
        list.element("li") { entry in
          entry.link(to: Markup.anchor("item", line.item.id), say(line.item.title))
          entry.leaf(
            "strong", class: "gain", " " + say(PageWording.gain(faces.number(line.points))))
          if let reason = reason(for: line.item, .section, withPoints: false) {
            entry.sentence("span", class: "rows", reason)
          }
          if let advice = line.item.advice {
            entry.sentence("span", class: "rows", label(ReportsWording.advice) + say(advice))
          }
        }
      }
    }
    if let (grade, count) = gains.leadsTo {
      page.leaf("p", say(PageWording.gainsLead(to: grade, count)))
    }
  }

  /// Why an item lost points, as a sentence of the page.
  func reason(
    for item: Report.ItemLine, _ kind: Report.SectionLine.Kind, withPoints: Bool = true
  ) -> String? {
    ReasonWording.sentence(item, in: kind, withPoints: withPoints).map { faces.dated(say($0)) }
  }
}
