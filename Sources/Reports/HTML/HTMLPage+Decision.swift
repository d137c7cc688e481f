import Diagnostics

extension HTMLPage {
  func writeDecision(into page: inout Markup) {
    guard let decision = report.decision else { return }
    page.leaf("h2", say(ReportsWording.recommendation))
    page.element("div", class: "decision") { box in
      let actions = decision.actions.map { say($0.title) }.joined(separator: " / ")
      box.leaf("p", class: "action", actions.isEmpty ? say(ReportsWording.unknown) : actions)
      writeLines(ReportsWording.reasons, decision.reasons, into: &box)
      writeLines(ReportsWording.conditions, decision.conditions, into: &box)
      writeMoney(decision.money, into: &box)
      writeShares(decision.shares ?? [], into: &box)
      writeMissing(decision.missing, into: &box)
      box.element("p", class: "small soft") { line in
        line.text(
          "\(say(decision.title)) · \(decision.edition). \(say(ReportsWording.decisionNote))")
      }
    }
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
          item.prose(say(line.says))
          if let citation = line.citation { item.leaf("span", class: "rows", citation) }
        }
      }
    }
  }

  private func writeMoney(_ money: [Report.DecisionFace.Money], into page: inout Markup) {
    for line in money {
      page.element("p") { text in
        text.text(label(line.title))
        text.leaf("span", class: "value", say(ReportsWording.amountOfMoney(line)))
        text.trusted(" ")
        text.leaf("code", line.formula)
        if let says = line.says { text.leaf("span", class: "rows", say(says)) }
        if let citation = line.citation { text.leaf("span", class: "rows", citation) }
      }
      if let instalments = line.instalments {
        page.element("ul") { list in
          for instalment in instalments {
            list.leaf("li", say(ReportsWording.instalment(instalment, unit: line.unit)))
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

  /// The section of what is missing, with links to the items that wait for it.
  func writeMissing(into page: inout Markup) {
    guard !report.missing.isEmpty else { return }
    page.leaf("h2", say(ReportsWording.missing))
    page.leaf("p", class: "soft", say(ReportsWording.missingIntroduction))
    writeMissing(report.missing, into: &page)
  }

  func writeMissing(_ missing: [Report.MissingLine], into page: inout Markup) {
    guard !missing.isEmpty else { return }
    page.element("ul", class: "list") { list in
      for line in missing {
        list.element("li") { item in
          item.prose(say(line.sentence))
          if let place = line.place { item.leaf("span", class: "rows", place) }
          writeItemLinks(line.items, into: &item)
        }
      }
    }
  }

  func writeItemLinks(_ ids: [String], into page: inout Markup) {
    for id in ids {
      page.trusted(" ")
      page.link(to: Markup.anchor("item", id), class: "small soft", titles[id].map(say) ?? id)
    }
  }
}
