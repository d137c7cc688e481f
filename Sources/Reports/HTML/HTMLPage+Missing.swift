import Diagnostics
import Values

extension HTMLPage {
  /// What is missing, apart for each who can bring it, the most points first.
  func writeMissing(into page: inout Markup) {
    guard !report.missing.isEmpty else { return }
    heading(ReportsWording.missing, "missing", into: &page)
    let isClosed = report.seal.mode != "self" && report.verdict.score?.isPoint == true
    page.leaf(
      "p", class: "soft",
      say(isClosed ? PageWording.missingClosed : ReportsWording.missingIntroduction))
    let lines = report.missing.enumerated().sorted {
      let (left, right) = (stake(of: $0.element), stake(of: $1.element))
      return left != right ? left > right : $0.offset < $1.offset
    }.map(\.element)
    for group in Self.groups(of: lines) {
      page.leaf("h3", say(PageWording.responsible(group.responsible, group.party)))
      page.element("ul", class: "list missing") { list in
        for line in group.lines {
          list.element("li") { entry in
            let stake = stake(of: line)
            if stake.isPositive {
              entry.leaf("strong", class: "stake", say(PageWording.stake(faces.number(stake))))
              entry.trusted(" ")
            }
            entry.prose(faces.dated(say(line.sentence)))
            writeItemLinks(line.items, into: &entry)
            if let place = line.place { entry.leaf("span", class: "rows", place) }
          }
        }
      }
    }
  }

  struct MissingGroup {
    let responsible: Report.Responsible
    let party: String?
    var lines: [Report.MissingLine]
  }

  static func groups(of lines: [Report.MissingLine]) -> [MissingGroup] {
    var groups: [MissingGroup] = []
    for line in lines {
      let responsible = line.responsible ?? .subject
      if let index = groups.firstIndex(where: {
        $0.responsible == responsible && $0.party == line.party
      }) {
        groups[index].lines.append(line)
      } else {
        groups.append(MissingGroup(responsible: responsible, party: line.party, lines: [line]))
      }
    }
    let order: [Report.Responsible] = [.subject, .assessors, .party, .round, .inquiry]
    return order.flatMap { wanted in groups.filter { $0.responsible == wanted } }
  }

  /// Points that hang on it: what is open of its items, or what they lost when the file was closed.
  private func stake(of line: Report.MissingLine) -> Number {
    if let stake = line.stake, stake.isPositive { return stake }
    return items.reduce(Number.zero) { sum, entry in
      guard line.items.contains(entry.item.id), entry.item.outcome == .unknown,
        let lost = entry.item.certainLoss(in: entry.kind), lost.isPositive
      else { return sum }
      return sum.adding(lost) ?? sum
    }
  }

  func writeMissing(_ missing: [Report.MissingLine], into page: inout Markup) {
    guard !missing.isEmpty else { return }
    page.element("ul", class: "list") { list in
      for line in missing {
        list.element("li") { item in
          item.prose(faces.dated(say(line.sentence)))
          if let place = line.place { item.leaf("span", class: "rows", place) }
          writeItemLinks(line.items, into: &item)
        }
      }
    }
  }

  func writeItemLinks(_ ids: [String], into page: inout Markup) {
    for id in ids {
      page.trusted(" ")
      page.link(to: Markup.anchor("item", id), class: "small soft tag", titles[id].map(say) ?? id)
    }
  }
}
