package import Diagnostics

/// A portfolio's summary for a terminal.
package struct TextSummary: Sendable {
  private let summary: PortfolioSummary
  private let language: Language
  private static let barWidth = 40
  /// More facts or items than this scroll away; the JSON has them all.
  private static let mostLines = 12

  package static func print(_ summary: PortfolioSummary, in language: Language) -> String {
    TextSummary(summary: summary, language: language).screen()
  }

  /// The same as a file, which says at its end by what it was made.
  package static func page(_ summary: PortfolioSummary, in language: Language) -> String {
    print(summary, in: language) + "\n\(SummaryWording.engine(summary).text(in: language))\n"
  }

  private func say(_ wording: Wording) -> String { wording.text(in: language) }

  private func screen() -> String {
    var screen: PrintedText = "\(say(summary.rubric.title)) · \(summary.rubric.edition)"
    if summary.rubric.isFictional { screen += "  [\(say(ReportsWording.fictional))]" }
    screen += "\n\(say(SummaryWording.subjects(summary.subjectCount)))"
    let statuses = summary.statuses.map {
      "\(say(SummaryWording.status($0.status))) \(SummaryNumbers.grouped($0.count))"
    }
    screen += "\(statuses.isEmpty ? "" : "  (\(statuses.joined(separator: " · ")))")\n"
    writeGrades(into: &screen)
    writeScores(into: &screen)
    for group in summary.groups { write(group, into: &screen) }
    writeItems(into: &screen)
    writeFacts(into: &screen)
    writeLeftOut(into: &screen)
    for table in summary.tables { write(table, into: &screen) }
    writeNotices(into: &screen)
    return screen.text
  }

  private func writeGrades(into screen: inout PrintedText) {
    screen += "\n\(say(SummaryWording.grades))\n"
    let most = summary.grades.map(\.count).max() ?? 0
    let rows = summary.grades.map { grade in
      [
        face(grade), SummaryNumbers.grouped(grade.count),
        SummaryNumbers.percent(grade.count, of: summary.subjectCount), bar(grade.count, of: most),
      ]
    }
    write(rows, rightAligned: [1, 2], into: &screen)
  }

  private func writeScores(into screen: inout PrintedText) {
    guard let scores = summary.scores else { return }
    screen += "\n\(say(SummaryWording.scores))\n  \(say(SummaryWording.distribution(scores)))\n"
    let most = scores.bins.map(\.count).max() ?? 0
    let rows = scores.bins.map { bin in
      ["\(bin.from) – \(bin.to)", SummaryNumbers.grouped(bin.count), bar(bin.count, of: most)]
    }
    write(rows, rightAligned: [0, 1], into: &screen)
  }

  private func write(_ group: PortfolioSummary.Group, into screen: inout PrintedText) {
    screen += "\n\(say(SummaryWording.by(group.title)))\n"
    let heading =
      ["", say(SummaryWording.subjects), say(SummaryWording.mean)] + summary.grades.map(shortFace)
    let rows = group.classes.map { line in
      [name(of: line), SummaryNumbers.grouped(line.count), line.mean ?? "—"]
        + line.grades.map { SummaryNumbers.percent($0, of: line.count) }
    }
    write([heading] + rows, rightAligned: Set(1..<heading.count), into: &screen)
  }

  private func writeItems(into screen: inout PrintedText) {
    guard !summary.items.isEmpty else { return }
    screen += "\n\(say(SummaryWording.items))\n"
    let rows = summary.items.prefix(Self.mostLines).map { item in
      [
        say(item.title), item.share.map(SummaryNumbers.percent) ?? "—",
        "\(item.mean ?? "—") / \(item.points)",
        "\(say(SummaryWording.none)) \(SummaryNumbers.grouped(item.none))",
      ]
    }
    write(Array(rows), rightAligned: [1, 2], into: &screen)
    writeMore(summary.items.count, into: &screen)
  }

  private func writeFacts(into screen: inout PrintedText) {
    guard !summary.facts.isEmpty else { return }
    screen += "\n\(say(SummaryWording.facts))\n"
    let lacking = summary.lackingFacts
    guard !lacking.isEmpty else {
      screen += "  \(say(summary.nothingMissing))\n"
      return
    }
    write(lacking, of: summary.subjectCount, into: &screen)
  }

  private func writeLeftOut(into screen: inout PrintedText) {
    guard !summary.leftOut.isEmpty else { return }
    screen += "\n\(say(SummaryWording.leftOut))\n"
    write(
      summary.leftOut.map { [say($0.title), $0.names.joined(separator: "  ")] }, rightAligned: [],
      into: &screen)
  }

  private func write(_ table: PortfolioSummary.TableLine, into screen: inout PrintedText) {
    screen += "\n\(say(SummaryWording.table(table.title, table.rowCount)))\n"
    let lacking = table.lackingColumns
    guard !lacking.isEmpty else {
      screen += "  \(say(SummaryWording.noCellMissing))\n"
      return
    }
    write(lacking, of: table.rowCount, into: &screen)
  }

  private func write(
    _ lacking: [PortfolioSummary.FactLine], of count: Int, into screen: inout PrintedText
  ) {
    let rows = lacking.prefix(Self.mostLines).map { [say($0.title), states(of: $0, count)] }
    write(Array(rows), rightAligned: [], into: &screen)
    writeMore(lacking.count, into: &screen)
  }

  private func states(of fact: PortfolioSummary.FactLine, _ all: Int) -> String {
    guard fact.hasColumn else { return say(SummaryWording.noColumn) }
    return fact.states.map { wording, count in
      let share = SummaryNumbers.percent(count, of: all)
      return "\(say(wording)) \(SummaryNumbers.grouped(count)) (\(share))"
    }.joined(separator: " · ")
  }

  private func writeNotices(into screen: inout PrintedText) {
    guard !summary.notices.isEmpty else { return }
    screen += "\n\(say(SummaryWording.notices))\n"
    for notice in summary.notices {
      screen +=
        "  \(SummaryNumbers.grouped(notice.count)) × \(notice.code): \(say(notice.headline))\n"
    }
  }

  private func writeMore(_ count: Int, into screen: inout PrintedText) {
    guard count > Self.mostLines else { return }
    screen += "  \(say(SummaryWording.more(count - Self.mostLines)))\n"
  }

  private func bar(_ count: Int, of most: Int) -> String {
    guard most > 0, count > 0 else { return "" }
    return String(repeating: "▇", count: max(1, count * Self.barWidth / most))
  }

  private func face(_ grade: PortfolioSummary.GradeCount) -> String {
    guard let stars = grade.stars, (1...10).contains(stars) else { return say(grade.title) }
    return "\(say(grade.title)) \(String(repeating: "★", count: stars))"
  }

  private func shortFace(_ grade: PortfolioSummary.GradeCount) -> String {
    guard let stars = grade.stars, !grade.id.isEmpty else { return say(grade.title) }
    return "\(stars)★"
  }

  private func name(of line: PortfolioSummary.Group.Class) -> String {
    line.shownName(in: language)
  }

  private func write(_ rows: [[String]], rightAligned: Set<Int>, into screen: inout PrintedText) {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { $0.indices.contains(column) ? displayWidth(of: $0[column]) : 0 }.max() ?? 0
    }
    for row in rows {
      var line = " "
      for (column, cell) in row.enumerated() {
        line += " " + padded(cell, to: widths[column], alignedRight: rightAligned.contains(column))
        line += " "
      }
      while line.hasSuffix(" ") { line.removeLast() }
      screen += "\(line)\n"
    }
  }
}

extension PortfolioSummary {
  /// What is said where all facts are known.
  var nothingMissing: Wording {
    leftOut.isEmpty ? SummaryWording.nothingMissing : SummaryWording.handedAllKnown
  }

  /// The facts that are not known of everybody, worst first.
  var lackingFacts: [FactLine] {
    facts.filter { !$0.hasColumn || $0.known < subjectCount }
      .sorted { ($0.known, $0.name) < ($1.known, $1.name) }
  }
}

extension PortfolioSummary.TableLine {
  /// The columns that are not known in every row, worst first.
  var lackingColumns: [PortfolioSummary.FactLine] {
    columns.filter { !$0.hasColumn || $0.known < rowCount }
      .sorted { ($0.known, $0.name) < ($1.known, $1.name) }
  }
}

extension PortfolioSummary.FactLine {
  /// What else than known it was, and how often.
  var states: [(Wording, Int)] {
    [
      (SummaryWording.unknown, unknown), (SummaryWording.unreadable, unreadable),
      (SummaryWording.null, null), (SummaryWording.assumed, assumed),
    ].filter { $0.1 > 0 }
  }
}

extension PortfolioSummary.Group.Class {
  func shownName(in language: Language) -> String {
    switch kind {
    case .value, .quarter: name
    case .others: SummaryWording.others.text(in: language)
    case .empty: SummaryWording.empty.text(in: language)
    }
  }
}
