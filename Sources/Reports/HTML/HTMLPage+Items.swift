import Diagnostics

extension HTMLPage {
  func writeItems(into page: inout Markup) {
    guard !report.sections.isEmpty else { return }
    page.leaf("h2", say(ReportsWording.calculation))
    page.leaf("p", class: "soft small", say(ReportsWording.appeal))
    for section in report.sections + report.extras { writeItems(of: section, into: &page) }
  }

  private func writeItems(of section: Report.SectionLine, into page: inout Markup) {
    if !section.items.isEmpty {
      page.element("h3") { heading in
        heading.text(say(section.title))
        heading.leaf(
          "span", class: "soft",
          "  \(section.earned.map(faces.points) ?? say(ReportsWording.notApplicable)) / \(faces.number(section.points))"
        )
        if let deciding = section.deciding {
          heading.leaf("span", class: "soft", "  \(say(deciding))")
        }
      }
    }
    for inner in section.sections { writeItems(of: inner, into: &page) }
    for item in section.items { write(item, section.kind, into: &page) }
  }

  private func write(
    _ item: Report.ItemLine, _ kind: Report.SectionLine.Kind, into page: inout Markup
  ) {
    page.element("article", [("class", "item"), ("id", Markup.anchor("item", item.id))]) { page in
      page.element("header") { header in
        header.leaf("h3", say(item.title))
        header.element("span") { end in
          writeMark(item.outcome, kind, into: &end)
          end.trusted(" ")
          end.leaf(
            "span", class: "value",
            "\(item.earned.map(faces.points) ?? "—") / \(faces.number(item.points))")
        }
      }
      page.element("div", class: "says") { says in
        says.prose(say(item.says))
        says.element("cite") { cite in
          let basis = ReportsWording.basisOf(
            rule: item.ruleBasis, points: item.pointsBasis, in: language
          )
          if let source = item.source {
            cite.link(to: Markup.anchor("source", source), item.citation ?? source)
            cite.text(" · ")
          } else if let citation = item.citation {
            cite.text(citation + " · ")
          }
          cite.text(basis)
        }
      }
      page.sentence(
        "p", class: "sentence \(item.outcome.rawValue)",
        reason(for: item, kind) ?? faces.dated(say(item.sentence)))
      writeStages(of: item, into: &page)
      writeDerivation(of: item, into: &page)
      for panel in item.panels ?? [] { write(panel, into: &page) }
      writeMissing(item.missing, into: &page)
      if let excuse = item.excuse { write(excuse, into: &page) }
      if let advice = item.advice, item.outcome != .full, item.outcome != .notApplicable {
        page.element("div", class: "advice") { box in
          box.leaf(
            "span", class: "small soft", label(ReportsWording.advice)
          )
          box.prose(say(advice))
        }
      }
    }
  }

  private func writeDerivation(of item: Report.ItemLine, into page: inout Markup) {
    page.element("ul", class: "derivation") { list in
      for line in item.derivation {
        list.element("li", class: line.isDeciding ? "deciding" : "") { write(line, into: &$0) }
      }
      let shown = (item.panels ?? []).flatMap { $0.columns.flatMap(\.marks) + $0.others }
      // Beside its panel a mark needs no line of its own.
      for judgement in item.judgements where !shown.contains(judgement) {
        list.element("li", class: judgement.isCounted ? "deciding" : "") { line in
          let what = [
            say(RoleWording.role(judgement.role)), judgement.stage, judgement.date.map(faces.day),
          ].compactMap(\.self)
          line.text("\(judgement.by)（\(what.joined(separator: "，"))）")
          line.leaf("span", class: "value", " " + judgement.mark)
          if let reason = judgement.reason { line.text(" " + reason) }
          if let why = judgement.why { line.prose(" " + say(why)) }
          let counts = judgement.isCounted ? ReportsWording.counted : ReportsWording.notCounted
          line.leaf("span", class: "rows", say(counts))
        }
      }
      for document in item.documents {
        list.element("li") { line in
          line.text(say(document.title))
          if document.isOptional { line.text("（\(say(ReportsWording.optional))）") }
          line.text(language == .zh ? "：" : ": ")
          if document.files.isEmpty {
            line.leaf("span", class: "none", say(ReportsWording.notShown))
          }
          for file in document.files {
            line.link(to: Markup.anchor("file", file), file)
            line.trusted(" ")
          }
        }
      }
      if !item.uses.isEmpty {
        list.element("li") { line in
          line.leaf(
            "span", class: "soft small",
            label(ReportsWording.evidence))
          for name in item.uses {
            line.link(to: Markup.anchor("input", name), name)
            line.trusted(" ")
          }
        }
      }
    }
  }

  func write(_ line: Report.DerivationLine, into page: inout Markup) {
    page.prose(faces.dated(say(line.label)) + " ")
    if let value = line.value { page.leaf("span", class: "value", faces.value(value)) }
    if let expression = line.expression {
      page.element("span", class: "rows formula") { $0.leaf("code", expression) }
    }
    writeRows(line.rows, into: &page)
  }

  func writeRows(_ rows: [Report.RowsUsed], into page: inout Markup) {
    for used in rows {
      page.element("span", class: "rows") { span in
        span.link(to: Markup.anchor("file", used.file), used.file)
        span.text(language == .zh ? " 第 \(used.lines) 行" : " lines \(used.lines)")
        span.text(language == .zh ? "，共 \(used.count) 行" : ", \(used.count) rows")
        if let filter = used.filter { span.leaf("code", filter) }
        if let leftOut = used.leftOut { span.text(" \(say(ReportsWording.leftOut(leftOut)))") }
      }
    }
  }

  private func write(_ excuse: Report.ExcuseLine, into page: inout Markup) {
    page.element("div", class: "notice") { box in
      box.prose(say(excuse.sentence))
      if let by = excuse.by { box.text(" · \(say(ReportsWording.excusedBy)) \(giver(by))") }
      if let without = excuse.without {
        box.text(" · \(say(ReportsWording.withoutExcuses)) \(faces.points(without))")
      }
    }
  }

  /// `town.funds-paid` as the party that answers for it.
  private func giver(_ by: String) -> String {
    by.split(separator: ",").map { part in
      let role =
        part.split(separator: ".", maxSplits: 1).first.map { $0.filter { $0 != " " } } ?? ""
      return say(RoleWording.role(role))
    }.reduce(into: [String]()) { names, name in if !names.contains(name) { names.append(name) } }
      .joined(separator: language == .zh ? "、" : ", ")
  }
}
