package import Diagnostics
import Values

/// The feedback to one who answers for others, as a page.
package struct HTMLFeedback {
  let feedback: Feedback
  private let language: Language

  package static func print(_ feedback: Feedback, in language: Language) -> String {
    String(decoding: HTMLFeedback(feedback: feedback, language: language).page, as: UTF8.self)
  }

  func say(_ wording: Wording) -> String { wording.text(in: language) }

  private var page: [UInt8] {
    let title = say(feedback.subject.title)
    var frame = PageFrame(language: language, title: "\(title) · \(say(FeedbackWording.link))")
    frame.running = "\(say(FeedbackWording.kind)) · \(title)"
    frame.ways = [("report.\(language.rawValue).html", "← " + say(ReportsWording.report))]
    frame.other = "\(Feedback.fileName).\(language == .zh ? "en" : "zh").html"
    return frame.page { main in
      main.leaf("p", class: "small soft", say(FeedbackWording.kind))
      main.leaf("h1", title)
      if feedback.subject.isFictional {
        main.leaf("p", class: "fictional", say(ReportsWording.fictional))
      }
      writeFace(into: &main)
      writeFollowUps(into: &main)
      writeCosts(into: &main)
      writeAdvice(into: &main)
      writeSyntheses(into: &main)
      writeUnscored(into: &main)
      main.leaf("p", class: "soft small", say(FeedbackWording.note))
      main.leaf("p", class: "digest", "hengxing \(feedback.engine)")
    }
  }

  private func writeFace(into page: inout Markup) {
    page.element("dl", class: "meta") { list in
      if let round = feedback.round {
        list.leaf("dt", say(FeedbackWording.round))
        list.leaf("dd", say(round.title))
        if let period = round.period {
          list.leaf("dt", say(ReportsWording.period))
          list.leaf("dd", PageFaces(language: language).period(period))
        }
      }
      if let asOf = feedback.asOf {
        list.leaf("dt", say(ReportsWording.asOf))
        list.leaf("dd", PageFaces(language: language).day(asOf))
      }
      for own in feedback.own {
        list.leaf("dt", say(FeedbackWording.ownResult))
        list.element("dd") { line in
          link(own.folder, nil, "\(say(own.rubric))", into: &line)
          line.text("  " + score(own))
        }
      }
    }
    page.leaf("p", class: "sentence", say(FeedbackWording.count(feedback)))
  }

  private func score(_ result: Feedback.Result) -> String {
    [result.verdict.score?.text, TextIndex.grade(result.verdict, in: language)]
      .compactMap { $0 }.joined(separator: language == .zh ? "，" : ", ")
  }

  // MARK: what it cost others

  private func writeCosts(into page: inout Markup) {
    page.leaf("h2", say(FeedbackWording.costs))
    guard !feedback.costs.isEmpty else {
      page.leaf("p", say(FeedbackWording.nothingOwed))
      return
    }
    page.leaf("p", class: "sentence", say(FeedbackWording.sum(feedback)))
    page.leaf("p", class: "soft small", say(FeedbackWording.introduction))
    table(
      [FeedbackWording.whom, FeedbackWording.cost, FeedbackWording.because], numbers: [1],
      into: &page
    ) { body in
      for cost in feedback.costs {
        body.element("tr") { row in
          row.element("td", class: "wide") { cell in
            link(cost.folder, cost.item, say(cost.itemTitle), into: &cell)
            cell.leaf("span", class: "rows", say(cost.title))
          }
          number(FeedbackWording.cost, into: &row) { cell in
            cell.text("\(cost.cost.text) / \(cost.points)")
            cell.leaf("span", class: "rows", say(FeedbackWording.kind(cost)))
          }
          row.element("td", class: "wide") { cell in
            for duty in cost.duties {
              let own = feedback.own.first { !$0.folder.isEmpty }?.folder
              cell.element("div") { line in
                if let own, duty.title != nil {
                  link(own, duty.item, say(duty.title ?? Wording(duty.item)), into: &line)
                } else {
                  line.text(say(duty.title ?? Wording(duty.item)))
                }
              }
            }
            for sentence in cost.missing { cell.element("div") { $0.prose(say(sentence)) } }
            if let says = cost.says { cell.sentence("span", class: "rows", say(says)) }
          }
        }
      }
    }
  }

  // MARK: what they all lost

  private func writeSyntheses(into page: inout Markup) {
    guard !feedback.syntheses.isEmpty else { return }
    page.leaf("h2", say(FeedbackWording.faults))
    for synthesis in feedback.syntheses {
      page.leaf("h3", say(synthesis.title))
      page.leaf("p", class: "soft small", say(FeedbackWording.synthesis(synthesis)))
      if synthesis.faults.isEmpty {
        page.leaf("p", say(FeedbackWording.nothingLost))
        continue
      }
      table(
        [
          FeedbackWording.item, FeedbackWording.subjects, FeedbackWording.lost,
          FeedbackWording.because,
        ], numbers: [1, 2], into: &page
      ) { body in
        for fault in synthesis.faults { write(fault, into: &body) }
      }
    }
  }

  private func write(_ fault: Feedback.Fault, into body: inout Markup) {
    body.element("tr") { row in
      row.element("td", class: "wide") { cell in
        cell.text(say(fault.title))
        if let advice = fault.advice {
          cell.sentence("span", class: "rows", say(advice))
        }
      }
      number(FeedbackWording.subjects, into: &row) { $0.text(say(FeedbackWording.share(fault))) }
      number(FeedbackWording.lost, into: &row) { cell in
        cell.text(fault.lost.text)
        if let excused = FeedbackWording.excused(fault) {
          cell.leaf("span", class: "rows", say(excused))
        }
      }
      row.element("td", class: "wide") { cell in
        if fault.duties.isEmpty {
          cell.leaf("span", class: "soft", say(FeedbackWording.own))
        }
        for duty in fault.duties {
          cell.element("div") { $0.text(say(FeedbackWording.duty(duty))) }
        }
      }
    }
  }

  private func writeUnscored(into page: inout Markup) {
    guard !feedback.unscored.isEmpty else { return }
    page.leaf("h2", say(FeedbackWording.unscored))
    page.element("ul", class: "list") { list in
      for result in feedback.unscored {
        list.element("li") { item in
          link(result.folder, nil, say(result.title), into: &item)
          item.leaf("span", class: "rows", score(result))
        }
      }
    }
  }

  // MARK: pieces

  /// A cell that says what it counts where a narrow page has no heading.
  private func number(
    _ heading: Wording, into row: inout Markup, _ body: (inout Markup) -> Void
  ) {
    row.element("td", [("class", "number"), ("data-label", say(heading))], body)
  }

  func link(
    _ folder: String, _ item: String?, _ text: String, into page: inout Markup
  ) {
    let file = "report.\(language.rawValue).html"
    var address = Markup.address(of: folder.isEmpty ? file : "\(folder)/\(file)")
    if let item { address += "#\(Markup.anchor("item", item))" }
    page.element("a", [("href", address)]) { $0.text(text) }
  }

  private func table(
    _ headings: [Wording], numbers: Set<Int>, into page: inout Markup,
    _ rows: (inout Markup) -> Void
  ) {
    page.element("table", class: "cards feedback") { table in
      table.element("thead") { head in
        head.element("tr") { row in
          for (column, heading) in headings.enumerated() {
            row.leaf("th", class: numbers.contains(column) ? "number" : nil, say(heading))
          }
        }
      }
      table.element("tbody", [], rows)
    }
  }
}
