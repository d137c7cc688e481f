import Diagnostics
import Values

extension HTMLPage {
  /// The card: the number and the grade, and in sentences why it is what it is.
  func writeVerdict(into page: inout Markup) {
    let verdict = report.verdict
    page.element(
      "section",
      [("class", "verdict"), ("id", "verdict"), ("aria-label", say(PageWording.verdict))]
    ) {
      box in
      box.element("div") { left in
        if let score = verdict.score {
          left.element("div", class: score.isPoint ? "score" : "score interval") { line in
            line.text(faces.points(score))
            line.leaf("small", say(Wording(en: " points", zh: " 分")))
          }
        } else {
          left.leaf("div", class: "score interval", say(ReportsWording.status(verdict)))
        }
        if let worst = verdict.worst, let best = verdict.best {
          left.leaf(
            "p", class: "grade",
            worst.id == best.id ? say(best.title) : "\(say(worst.title)) – \(say(best.title))")
          writeStars(from: worst.stars, to: best.stars, into: &left)
        } else if verdict.score != nil {
          left.leaf("p", class: "grade", say(ReportsWording.status(verdict)))
        }
      }
      box.element("div") { right in
        right.sentence("p", class: "told", VerdictSentences(report, faces).paragraph)
        if verdict.status == .passedAgain || verdict.status == .failedAgain {
          right.leaf("p", class: "mark", say(ReportsWording.status(verdict)))
        }
        if let words = verdict.words, verdict.status != .notEvaluated, verdict.score != nil {
          right.sentence("p", say(words))
        }
        if let until = verdict.validUntil {
          right.leaf("p", class: "soft", label(ReportsWording.validUntil) + faces.day(until))
        }
        if let without = verdict.scoreWithoutExcuses, without != verdict.score {
          right.leaf(
            "p", class: "soft", label(ReportsWording.withoutExcuses) + faces.points(without))
        }
      }
    }
    writeGates(into: &page)
    writeCharts(into: &page)
  }

  /// What bars, caps, lowers or voids, each with who found it and when: a band under the card.
  private func writeGates(into page: inout Markup) {
    let findings = report.surroundings?.findings ?? []
    let gates = report.steps.filter { step in
      guard let state = step.state, step.id != "findings" else { return false }
      return state.hasFired || state == .open && step.changed
    }
    guard !gates.isEmpty || findings.contains(where: { $0.state != .dismissed }) else { return }
    page.element("div", class: "gates") { band in
      for step in gates {
        band.element("p", class: step.state == .open ? "gate open" : "gate") { line in
          line.leaf("strong", say(step.title) + (language == .zh ? "　" : "  "))
          line.prose(faces.dated(say(step.sentence)))
        }
      }
      for finding in findings where finding.state != .dismissed {
        band.element("p", class: finding.state == .alleged ? "gate open" : "gate") { line in
          line.text(say(PageWording.finding(finding, day: finding.date.map(faces.day))))
        }
      }
    }
  }

  private func writeCharts(into page: inout Markup) {
    guard report.verdict.score != nil else { return }
    page.trusted(Chart.hatch)
    let scale = Chart.scale(of: report, faces)
    if !scale.isEmpty { page.element("figure", class: "scale") { $0.trusted(scale) } }
    let bars = report.sections + report.extras.filter { $0.kind == .bonus }
    guard !bars.isEmpty else { return }
    page.element("figure", class: "bars") { figure in
      figure.leaf("figcaption", class: "hidden", say(ReportsWording.sectionsChart))
      for section in bars {
        figure.element("div") { row in
          row.leaf("span", say(section.title))
          row.trusted(Chart.bar(of: section.share))
          let earned = section.earned.map {
            "\(faces.points($0)) / \(faces.number(section.points))"
          }
          row.leaf("span", class: "number", earned ?? say(ReportsWording.notApplicable))
        }
      }
    }
  }

  private func writeStars(from worst: Int?, to best: Int?, into page: inout Markup) {
    guard let worst, let best, (0...10).contains(worst), (worst...10).contains(best) else { return }
    let most = report.rubric.grades.compactMap(\.stars).max() ?? best
    page.element(
      "div",
      [
        ("class", "stars"), ("role", "img"),
        (
          "aria-label",
          say(worst == best ? ReportsWording.stars(best) : Wording("\(worst) – \(best) ★"))
        ),
      ]
    ) { line in
      line.text(String(repeating: "★", count: worst))
      line.leaf("span", class: "unknown", String(repeating: "☆", count: best - worst))
      line.leaf("span", class: "off", String(repeating: "★", count: max(0, most - best)))
    }
  }
}
