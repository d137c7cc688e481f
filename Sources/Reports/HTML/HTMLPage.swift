package import Diagnostics

/// A report as one self-contained page: no script, no network, prints on A4.
package struct HTMLPage: Sendable {
  let report: Report
  let language: Language
  /// Titles of all items by id.
  let titles: [String: Wording]

  init(report: Report, language: Language) {
    self.report = report
    self.language = language
    var titles: [String: Wording] = [:]
    func collect(_ section: Report.SectionLine) {
      for item in section.items { titles[item.id] = item.title }
      for inner in section.sections { collect(inner) }
    }
    for section in report.sections + report.extras { collect(section) }
    self.titles = titles
  }

  private var anchors: Set<String> {
    Set(
      titles.keys.map { Markup.anchor("item", $0) }
        + report.inputs.map { Markup.anchor("input", $0.name) }
        + report.figures.map { Markup.anchor("input", $0.name) }
        + report.files.map { Markup.anchor("file", $0.path) }
        + report.sources.map { Markup.anchor("source", $0.id) }
    )
  }

  package static func print(_ report: Report, in language: Language) -> String {
    HTMLPage(report: report, language: language).page()
  }

  private func page() -> String {
    var page = Markup(anchors: anchors)
    page.trusted("<!doctype html>\n")
    page.element("html", [("lang", language == .zh ? "zh-CN" : "en")]) { page in
      page.element("head") { head in
        head.element("meta", [("charset", "utf-8")])
        head.element(
          "meta", [("name", "viewport"), ("content", "width=device-width,initial-scale=1")])
        head.leaf("title", say(report.subject.title) + " · " + say(ReportsWording.report))
        head.element("style") { $0.trusted(Stylesheet.css) }
      }
      page.element("body") { body in
        body.element("main") { main in
          writeHeading(into: &main)
          writeVerdict(into: &main)
          writeRelatives(into: &main)
          writeDecision(into: &main)
          writeMissing(into: &main)
          writeScoreTable(into: &main)
          writeCohort(into: &main)
          writeCalendars(into: &main)
          writeVisits(into: &main)
          writeResponsibility(into: &main)
          writeItems(into: &main)
          writeAdvice(into: &main)
          if let agreement = report.agreement {
            HTMLAgreement(face: agreement, language: language).writeShort(into: &main)
          }
          writeEvidence(into: &main)
          writeBackground(into: &main)
          writeSignatures(into: &main)
        }
      }
    }
    return page.html + "\n"
  }

  func say(_ wording: Wording) -> String { wording.text(in: language) }

  func label(_ wording: Wording) -> String { wording.label(in: language) }

  private func writeHeading(into page: inout Markup) {
    page.element("header") { header in
      header.leaf("p", class: "small soft", say(ReportsWording.report))
      header.leaf("h1", say(report.subject.title))
      if report.subject.isFictional || report.rubric.isFictional {
        header.leaf("p", class: "fictional", say(ReportsWording.fictional))
      }
      header.element("dl", class: "meta") { list in
        let edition = "\(say(report.rubric.title)) · \(report.rubric.edition)"
        pair(ReportsWording.rubric, edition, into: &list)
        if let region = report.subject.region { pair(ReportsWording.region, region, into: &list) }
        if let operation = report.subject.operation {
          pair(ReportsWording.operation, say(operation), into: &list)
        }
        if let period = report.round?.period { pair(ReportsWording.period, period, into: &list) }
        if let asOf = report.seal.asOf { pair(ReportsWording.asOf, asOf, into: &list) }
        pair(ReportsWording.sealMode, say(ReportsWording.mode(report.seal.mode)), into: &list)
      }
      if let note = report.rubric.note { header.leaf("p", class: "notice", say(note)) }
    }
  }

  private func pair(_ term: Wording, _ text: String, into list: inout Markup) {
    list.leaf("dt", say(term))
    list.leaf("dd", text)
  }

  private func writeVerdict(into page: inout Markup) {
    let verdict = report.verdict
    page.element("div", class: "verdict") { box in
      box.element("div") { left in
        if let score = verdict.score {
          left.element("div", class: score.isPoint ? "score" : "score interval") { line in
            line.text(score.text)
            line.leaf("small", say(Wording(en: " points", zh: " 分")))
          }
        } else {
          left.leaf("div", class: "score interval", say(ReportsWording.status(verdict)))
        }
        if let worst = verdict.worst, let best = verdict.best {
          writeStars(from: worst.stars, to: best.stars, into: &left)
        }
      }
      box.element("div") { right in
        if let worst = verdict.worst, let best = verdict.best {
          let grade =
            worst.id == best.id
            ? say(best.title) : "\(say(worst.title)) – \(say(best.title))"
          right.leaf("p", class: "grade", grade)
        } else if verdict.score != nil {
          right.leaf("p", class: "grade", say(ReportsWording.status(verdict)))
        }
        if let because = verdict.because { right.sentence("p", say(because)) }
        for question in verdict.questions ?? [] {
          right.sentence("p", label(ReportsWording.questions) + say(question))
        }
        if verdict.status == .passedAgain || verdict.status == .failedAgain {
          right.leaf("p", class: "mark", say(ReportsWording.status(verdict)))
        }
        if let until = verdict.validUntil {
          right.leaf("p", class: "soft", label(ReportsWording.validUntil) + until)
        }
        let scale = report.rubric.scale?.high
        if let summary = ReportsWording.summary(verdict, scale: scale) {
          right.sentence("p", say(summary))
        }
        if let words = verdict.words, verdict.status != .notEvaluated {
          right.sentence("p", say(words))
        }
        if let without = verdict.scoreWithoutExcuses, without != verdict.score {
          right.leaf("p", class: "soft", label(ReportsWording.withoutExcuses) + without.text)
        }
      }
    }
    guard verdict.score != nil else { return }
    page.trusted(Chart.hatch)
    page.element("figure", class: "scale") { $0.trusted(Chart.scale(of: report, in: language)) }
    let bars = report.sections + report.extras.filter { $0.kind == .bonus }
    page.element("figure", [("class", "bars"), ("aria-label", say(ReportsWording.sectionsChart))]) {
      figure in
      for section in bars {
        figure.element("div") { row in
          row.leaf("span", say(section.title))
          row.trusted(Chart.bar(of: section.share))
          let earned = section.earned.map { "\($0.text) / \(section.points)" }
          row.leaf("span", class: "number", earned ?? say(ReportsWording.notApplicable))
        }
      }
    }
  }

  private func writeStars(from worst: Int?, to best: Int?, into page: inout Markup) {
    guard let worst, let best, (0...10).contains(worst), (worst...10).contains(best) else { return }
    let most = report.rubric.grades.compactMap(\.stars).max() ?? best
    page.element("div", class: "stars") { line in
      line.text(String(repeating: "★", count: worst))
      line.leaf("span", class: "unknown", String(repeating: "☆", count: best - worst))
      line.leaf("span", class: "off", String(repeating: "★", count: max(0, most - best)))
    }
  }
}
