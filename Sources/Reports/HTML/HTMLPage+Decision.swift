import Diagnostics

extension HTMLPage {
  /// The card of the decision: what is recommended and why, and lines to decide, to depart and to sign.
  func writeDecision(into page: inout Markup) {
    guard let decision = report.decision else { return }
    heading(ReportsWording.recommendation, "decision", into: &page)
    page.element("div", class: "decision") { box in
      let actions = decision.actions.map { say($0.title) }.joined(separator: " / ")
      box.leaf("p", class: "action", actions.isEmpty ? say(ReportsWording.unknown) : actions)
      writeContract(into: &box)
      writeLines(ReportsWording.reasons, decision.reasons, into: &box)
      writeLines(ReportsWording.conditions, decision.conditions, into: &box)
      writeMoney(decision.money, into: &box)
      writeShares(decision.shares ?? [], into: &box)
      writeMissing(decision.missing, into: &box)
      box.element("p", class: "small soft") { line in
        line.text(
          "\(say(decision.title)) · \(decision.edition). \(say(ReportsWording.decisionNote))")
      }
      box.element("dl", class: "lines") { list in
        for line in [
          PageWording.decisionLine, PageWording.departs, PageWording.signature,
          ReportsWording.sealDate,
        ] {
          list.leaf("dt", say(line))
          list.element("dd")
        }
      }
    }
  }

  private func writeContract(into page: inout Markup) {
    guard let contract = report.surroundings?.contract else { return }
    var parts: [String] = []
    if let amount = contract.amount {
      parts.append(label(Wording(en: "Contract", zh: "合同金额")) + faces.money(amount, "CNY"))
    }
    if let until = contract.until {
      parts.append(label(PageWording.contractUntil) + faces.day(until))
    }
    guard !parts.isEmpty else { return }
    page.leaf("p", class: "soft", parts.joined(separator: language == .zh ? "　" : "   "))
  }

  private func writeLines(
    _ heading: Wording,
    _ lines: [Report.DecisionFace.Line],
    into page: inout Markup
  ) {
    guard !lines.isEmpty else { return }
    page.leaf("p", class: "soft small", say(heading))
    page.element("ul") { list in
      for line in lines {
        list.element("li") { item in
          item.prose(faces.dated(say(line.says)))
          if let citation = line.citation { item.leaf("span", class: "rows", citation) }
        }
      }
    }
  }

  private func writeMoney(_ money: [Report.DecisionFace.Money], into page: inout Markup) {
    for line in money {
      page.element("p") { text in
        text.text(label(line.title))
        text.leaf("span", class: "value", say(ReportsWording.amountOfMoney(line, faces)))
        if let says = line.says { text.leaf("span", class: "rows", faces.dated(say(says))) }
        if let citation = line.citation { text.leaf("span", class: "rows", citation) }
        text.element("span", class: "rows formula") { $0.leaf("code", line.formula) }
      }
      if let instalments = line.instalments {
        page.element("ul") { list in
          for instalment in instalments {
            list.leaf(
              "li", faces.dated(say(ReportsWording.instalment(instalment, unit: line.unit, faces))))
          }
        }
      }
      writeMissing(line.missing, into: &page)
    }
  }

  private func writeShares(_ shares: [Report.DecisionFace.ShareLine], into page: inout Markup) {
    guard !shares.isEmpty else { return }
    page.leaf("p", class: "soft small", say(ReportsWording.sharedSums))
    page.element("ul") { list in
      for share in shares {
        list.element("li") { item in
          item.prose(say(ReportsWording.share(share)))
          if let says = share.says { item.sentence("span", class: "rows", say(says)) }
        }
      }
    }
  }

  /// Earlier results, the most recent first.
  func writeHistory(into page: inout Markup) {
    guard let history = report.surroundings?.history, !history.isEmpty else { return }
    heading(PageWording.history, "history", into: &page)
    page.element("table", class: "cards plain") { table in
      table.element("thead") { head in
        head.element("tr") { row in
          row.leaf("th", say(ReportsWording.period))
          row.leaf("th", class: "number", say(ReportsWording.score))
          row.leaf("th", say(ReportsWording.grade))
        }
      }
      table.element("tbody") { body in
        for past in history {
          body.element("tr") { row in
            row.leaf("td", past.period.map(faces.period) ?? past.date.map(faces.day) ?? "—")
            row.leaf("td", class: "number", past.score.map(faces.number) ?? "—")
            row.leaf("td", past.title.map(say) ?? past.grade ?? "—")
          }
        }
      }
    }
  }

  /// Until when, to whom and how one may object.
  func writeObjections(into page: inout Markup) {
    guard report.verdict.score != nil || report.verdict.status == .notEvaluated else { return }
    heading(PageWording.objections, "objections", into: &page)
    if let face = report.surroundings?.objections {
      page.leaf("p", say(PageWording.objections(face, day: face.until.map(faces.day))))
    } else {
      page.leaf("p", class: "soft", say(PageWording.objectionsOpen))
    }
    page.leaf("p", class: "soft small", say(PageWording.objectionsNote))
  }

  func writeSignatures(into page: inout Markup) {
    page.element("div", class: "sign") { line in
      line.leaf("div", say(ReportsWording.sealAssessor))
      line.leaf("div", say(ReportsWording.sealSubject))
      line.leaf("div", say(ReportsWording.sealDate))
    }
  }
}
