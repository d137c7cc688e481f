package import Diagnostics
import Values

/// A report as one self-contained page: no script, no network, prints on A4.
///
/// First what everybody looks for: what came of it, why, what follows, what is missing. How every item came out is an annex.
package struct HTMLPage: Sendable {
  let report: Report
  let language: Language
  let faces: PageFaces
  /// Every item with the kind of its section, in the order of the report; its number in the score table counts from 1.
  let items: [(item: Report.ItemLine, kind: Report.SectionLine.Kind)]
  /// Titles of all items by id.
  let titles: [String: Wording]

  init(report: Report, language: Language) {
    self.report = report
    self.language = language
    faces = PageFaces(language: language)
    var items: [(item: Report.ItemLine, kind: Report.SectionLine.Kind)] = []
    func collect(_ section: Report.SectionLine) {
      for inner in section.sections { collect(inner) }
      for item in section.items { items.append((item, section.kind)) }
    }
    for section in report.sections + report.extras { collect(section) }
    self.items = items
    titles = Dictionary(items.map { ($0.item.id, $0.item.title) }) { first, _ in first }
  }

  private var anchors: Set<String> {
    var anchors = Set<String>(minimumCapacity: titles.count + report.inputs.count)
    for id in titles.keys { anchors.insert(Markup.anchor("item", id)) }
    for input in report.inputs { anchors.insert(Markup.anchor("input", input.name)) }
    for figure in report.figures { anchors.insert(Markup.anchor("input", figure.name)) }
    for file in report.files { anchors.insert(Markup.anchor("file", file.path)) }
    for source in report.sources { anchors.insert(Markup.anchor("source", source.id)) }
    return anchors
  }

  package static func print(_ report: Report, in language: Language) -> String {
    String(decoding: bytes(report, in: language), as: UTF8.self)
  }

  package static func bytes(_ report: Report, in language: Language) -> [UInt8] {
    HTMLPage(report: report, language: language).page()
  }

  private func page() -> [UInt8] {
    let subject = say(report.subject.title)
    var frame = PageFrame(language: language, title: subject + " · " + say(ReportsWording.report))
    frame.running = [say(ReportsWording.report), subject, report.round.map { say($0.title) }]
      .compactMap(\.self).joined(separator: " · ")
    let code = language == .zh ? "en" : "zh"
    frame.other = "report.\(code).html"
    if let index = report.surroundings?.index {
      frame.ways = [("\(index).\(language.rawValue).html", say(PageWording.backToRound))]
    }
    frame.parts = parts
    return frame.page(anchors: anchors, capacity: 1 << 17) { main in
      writeHeading(into: &main)
      writeVerdict(into: &main)
      writeGains(into: &main)
      writeMissing(into: &main)
      writeDecision(into: &main)
      writeScoreTable(into: &main)
      writeHistory(into: &main)
      writeRelatives(into: &main)
      writeCohort(into: &main)
      writeVisits(into: &main)
      writeAdvice(into: &main)
      writeResponsibility(into: &main)
      writeObjections(into: &main)
      writeSignatures(into: &main)
      writeAnnex(into: &main)
    }
  }

  private var parts: [(anchor: String, words: String)] {
    var parts = [("verdict", say(PageWording.verdict))]
    if report.decision != nil { parts.append(("decision", say(PageWording.action))) }
    if !report.missing.isEmpty { parts.append(("missing", say(ReportsWording.missing))) }
    if !report.sections.isEmpty { parts.append(("scores", say(ReportsWording.scoreTable))) }
    parts.append(("annex", say(Wording(en: "Annex", zh: "附件"))))
    return parts
  }

  func say(_ wording: Wording) -> String { wording.text(in: language) }

  func label(_ wording: Wording) -> String { wording.label(in: language) }

  func heading(_ wording: Wording, _ anchor: String, into page: inout Markup) {
    page.element("h2", [("id", anchor)]) { $0.text(say(wording)) }
  }

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
        if let holder = report.surroundings?.contract?.holder {
          pair(PageWording.contractHolder, say(holder), into: &list)
        }
        if let until = report.surroundings?.contract?.until {
          pair(PageWording.contractUntil, faces.day(until), into: &list)
        }
        if let period = report.round?.period {
          pair(ReportsWording.period, faces.period(period), into: &list)
        }
        if let asOf = report.seal.asOf { pair(ReportsWording.asOf, faces.day(asOf), into: &list) }
        pair(ReportsWording.sealMode, say(ReportsWording.mode(report.seal.mode)), into: &list)
      }
      if let note = report.rubric.note { header.leaf("p", class: "notice", say(note)) }
    }
  }

  private func pair(_ term: Wording, _ text: String, into list: inout Markup) {
    list.leaf("dt", say(term))
    list.leaf("dd", text)
  }

  // MARK: the annex

  private func writeAnnex(into page: inout Markup) {
    page.element("details", [("class", "annex"), ("id", "annex")]) { annex in
      annex.element("summary") { summary in
        summary.leaf("strong", say(PageWording.annex))
        summary.leaf("span", class: "small soft", " " + say(PageWording.annexNote))
      }
      writeItems(into: &annex)
      writeCalendars(into: &annex)
      if let agreement = report.agreement {
        HTMLAgreement(face: agreement, language: language).writeShort(into: &annex)
      }
      writeEvidence(into: &annex)
      writeBackground(into: &annex)
      writeDigests(into: &annex)
    }
  }
}
