import Diagnostics
import Values

extension HTMLDesk {
  private static let mostSections = 8

  func writeTables(_ groups: [DeskGroup], into main: inout Markup) {
    main.element("h2", [("id", "table")]) { $0.text(say(DeskWording.table)) }
    main.element("p", class: "orders") { line in
      line.text(say(DeskWording.inOrderOf))
      for order in Order.allCases {
        line.trusted(" ")
        if order == self.order {
          line.leaf("strong", say(words(of: order)))
        } else {
          let page = "\(Self.name(of: order)).\(language.rawValue).html"
          line.element("a", [("href", page)]) { $0.text(say(words(of: order))) }
        }
      }
    }
    main.element(
      "div",
      [
        ("class", "filters"), ("id", "filters"), ("hidden", "hidden"),
        ("data-all", say(DeskWording.all)), ("data-kind", say(DeskWording.kind)),
        ("data-region", say(ReportsWording.region)), ("data-holder", say(DeskWording.operatorName)),
        ("data-action", say(DeskWording.decision)),
      ])
    for group in groups {
      if groups.count > 1 { main.leaf("h3", say(group.title)) }
      main.element(
        "div",
        [
          ("class", "scroll"), ("tabindex", "0"), ("role", "group"),
          ("aria-label", say(group.title)),
        ]
      ) { write(group, into: &$0) }
    }
  }

  private func words(of order: Order) -> Wording {
    switch order {
    case .rank: DeskWording.rank
    case .round: DeskWording.orderOfRound
    case .missing: DeskWording.missing
    }
  }

  /// Columns that nobody of the group fills are left out.
  private struct Columns {
    let sections: [Wording]
    let last: Bool
    let actions: Bool
    let contract: Bool
  }

  private func columns(of group: DeskGroup) -> Columns {
    let desks = group.members.compactMap(\.row.desk)
    let sections = desks.map(\.sections).max { $0.count < $1.count } ?? []
    return Columns(
      sections: (2...Self.mostSections).contains(sections.count) ? sections.map(\.title) : [],
      last: desks.contains { $0.last != nil },
      actions: group.members.contains { !$0.row.actions.isEmpty },
      contract: desks.contains { $0.contract?.until != nil || $0.contract?.amount != nil })
  }

  private func write(_ group: DeskGroup, into box: inout Markup) {
    let columns = columns(of: group)
    box.element("table", class: "desk") { table in
      table.leaf("caption", class: "hidden", say(group.title))
      table.element("thead") { head in
        head.element("tr") { row in
          writeHead(DeskWording.rank, class: "rank", into: &row)
          writeHead(ReportsWording.subject, into: &row)
          writeHead(ReportsWording.score, class: "number", into: &row)
          for title in columns.sections { writeHead(title, class: "share", into: &row) }
          writeHead(ReportsWording.grade, into: &row)
          if columns.last { writeHead(DeskWording.last, into: &row) }
          if columns.actions { writeHead(DeskWording.decision, into: &row) }
          if columns.contract { writeHead(PageWording.contractUntil, into: &row) }
          writeHead(DeskWording.missing, class: "number", into: &row)
        }
      }
      table.element("tbody") { body in
        for member in group.members { write(member, columns, group, into: &body) }
      }
    }
  }

  private func writeHead(_ words: Wording, class name: String? = nil, into row: inout Markup) {
    var attributes: [(StaticString, String)] = [("scope", "col")]
    if let name { attributes.append(("class", name)) }
    row.element("th", attributes) { $0.text(say(words)) }
  }

  private func write(
    _ member: DeskGroup.Member, _ columns: Columns, _ group: DeskGroup, into body: inout Markup
  ) {
    let line = member.row
    let desk = line.desk
    let actions = line.actions.map(say).joined(separator: " / ")
    var attributes: [(StaticString, String)] = [("data-kind", say(group.title))]
    if let region = line.subject.region { attributes.append(("data-region", region)) }
    if let holder = desk?.contract?.holder { attributes.append(("data-holder", say(holder))) }
    if !actions.isEmpty { attributes.append(("data-action", actions)) }
    body.element("tr", attributes) { row in
      cell(DeskWording.rank, "rank", sort: "\(member.place ?? Int.max)", into: &row) {
        $0.text(member.place.map { "\($0)" } ?? "")
      }
      row.element("td", class: "name") { cell in
        let page = Markup.address(of: "\(line.folder)/report.\(language.rawValue).html")
        cell.element("a", [("href", page)]) { $0.text(say(line.subject.title)) }
        if let holder = desk?.contract?.holder { cell.leaf("span", class: "rows", say(holder)) }
      }
      let score = line.verdict.score
      cell(
        ReportsWording.score, "number", sort: score.map { "\($0.low)" } ?? "-1", into: &row
      ) { cell in
        cell.text(score.map(faces.points) ?? "—")
        if let score, score.isPoint, let scale = line.scale {
          cell.trusted(Chart.dot(score.low, on: scale))
        }
      }
      for (number, title) in columns.sections.enumerated() {
        let share = desk.flatMap {
          $0.sections.indices.contains(number) ? $0.sections[number] : nil
        }?
        .share
        let tone = share.map { $0.isPoint ? Self.tone(of: $0.low) : "" } ?? ""
        cell(
          title, "share \(tone)", sort: share.map { "\($0.low)" } ?? "-1", into: &row
        ) { $0.text(faces.share(share)) }
      }
      cell(ReportsWording.grade, "grade-cell", sort: "\(gradeRank(line, group))", into: &row) {
        cell in
        cell.text(TextIndex.grade(line.verdict, in: language))
        for gate in desk?.gates ?? [] {
          cell.trusted(" ")
          cell.leaf("span", class: "fired", "⚑ " + say(gate))
        }
        for note in line.verdict.notesOnGrade(in: language) {
          cell.leaf("span", class: "rows", faces.dated(note))
        }
      }
      if columns.last {
        cell(
          DeskWording.last, nil, sort: desk?.last?.score.map { "\($0)" } ?? "-1", into: &row
        ) { $0.text(last(line, group)) }
      }
      if columns.actions {
        cell(DeskWording.decision, nil, sort: actions, into: &row) { $0.text(actions) }
      }
      if columns.contract {
        cell(PageWording.contractUntil, "when", sort: desk?.contract?.until ?? "", into: &row) {
          cell in
          if let until = desk?.contract?.until { cell.text(faces.day(until)) }
          if let amount = desk?.contract?.amount {
            cell.leaf("span", class: "rows", faces.money(amount, "CNY"))
          }
        }
      }
      cell(DeskWording.missing, "number", sort: "\(line.missingCount)", into: &row) { cell in
        if line.missingCount > 0 { cell.text(say(DeskWording.missing(line.missingCount))) }
        if line.faultCount > 0 {
          cell.leaf("span", class: "rows", say(ReportsWording.faultCount(line.faultCount)))
        }
      }
    }
  }

  private func cell(
    _ heading: Wording, _ name: String?, sort: String, into row: inout Markup,
    _ body: (inout Markup) -> Void
  ) {
    var attributes: [(StaticString, String)] = [("data-label", say(heading)), ("data-sort", sort)]
    if let name { attributes.append(("class", name)) }
    row.element("td", attributes, body)
  }

  private static func tone(of share: Number) -> String {
    if share >= Number(9).divided(by: Number(10)) ?? .one { return "s3" }
    if share >= Number(75).divided(by: Number(100)) ?? .one { return "s2" }
    return share >= Number(6).divided(by: Number(10)) ?? .one ? "s1" : "s0"
  }

  private func gradeRank(_ line: RoundIndex.Row, _ group: DeskGroup) -> Int {
    guard let best = line.verdict.best, line.verdict.isGradeCertain else { return -1 }
    let rank = group.grades.firstIndex { $0.id == best.id }
    return rank.map { group.grades.count - $0 } ?? 0
  }

  /// The grade of last time, and whether this one is better or worse.
  private func last(_ line: RoundIndex.Row, _ group: DeskGroup) -> String {
    guard let past = line.desk?.last else { return "" }
    var text = past.title.map(say) ?? past.grade ?? past.score.map(faces.number) ?? ""
    func rank(_ id: String?) -> Int? { group.grades.firstIndex { $0.id == id } }
    if let now = rank(line.verdict.isGradeCertain ? line.verdict.best?.id : nil),
      let then = rank(past.grade)
    {
      text += now < then ? " ↗" : now > then ? " ↘" : " →"
    }
    return text
  }
}
