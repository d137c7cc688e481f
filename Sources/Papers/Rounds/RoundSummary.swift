import Diagnostics
import Reports
import Values

/// One report over all subjects of a round.
struct RoundSummary {
  let round: RoundPapers

  init(_ reports: [Report]) {
    round = RoundPapers(reports)
  }

  var document: WordDocument {
    let isDraft = round.marks.contains(PapersWording.draft)
    let name = RoundWording.summary
    var part = WordDocument.Part()
    part.add(.title, round.title)
    part.add(.title, isDraft ? PapersWording.draftTitle(name) : name)
    writeOverview(into: &part)
    part.add(.heading1, RoundWording.results)
    for group in round.groups {
      part.add(.heading2, group.title)
      part.add(results(group))
    }
    part.add(.note, RoundWording.rankNote)
    writeLosses(into: &part)
    writeGates(into: &part)
    var decisions = WordDocument.Part(isLandscape: true)
    writeDecisions(into: &decisions)
    return WordDocument(
      title: "\(round.title)\(name)", marks: round.marks, parts: [part, decisions])
  }

  private func writeOverview(into part: inout WordDocument.Part) {
    part.add(.heading1, RoundWording.overview)
    let kinds = round.reports.map { Standing($0).kind }
    func count(_ kind: Standing.Kind) -> Int { kinds.count { $0 == kind } }
    part.add(
      .body,
      RoundWording.counts(
        kinds.count, settled: count(.settled), open: count(.open),
        notHandedIn: count(.notHandedIn),
        notEvaluated: count(.notEvaluated), rejected: count(.rejected)))
    for group in round.groups {
      let settled = group.reports.filter { Standing($0).kind == .settled }
      let grades = settled.first?.rubric.grades ?? []
      let counts = grades.map { grade in
        (
          grade: Said.words(grade.title),
          count: settled.count { $0.verdict.best?.id == grade.id }
        )
      }.filter { $0.count > 0 }
      part.add(.body, RoundWording.grades(group.title, counts) + mean(settled))
    }
  }

  private func mean(_ reports: [Report]) -> String {
    let scores = reports.compactMap { $0.verdict.score?.low }
    let sum = scores.reduce(Number?.some(.zero)) { $0?.adding($1) }
    guard scores.count > 1, let mean = sum?.divided(by: Number(scores.count)) else { return "" }
    return RoundWording.mean(Said.number(mean), scores.count)
  }

  private func results(_ group: RoundPapers.Group) -> WordDocument.Table {
    let places = RoundPapers.places(in: group)
    let weights = [8, 28, 14, 18, 8, 16, 8]
    return WordDocument.Table(
      zip(RoundWording.resultColumns, weights).enumerated().map { index, column in
        .init(column.0, column.1, index == 1 || index == 5 ? .left : .center)
      },
      group.reports.enumerated().map { index, report in
        .init([
          "\(index + 1)", Said.words(report.subject.title), Said.score(report.verdict.score),
          VerdictWording.gradeCell(report.verdict), places?[index] ?? PapersWording.none,
          Self.actions(report),
          report.missing.isEmpty ? RoundWording.missingNone : "\(report.missing.count)",
        ])
      })
  }

  private static func actions(_ report: Report) -> String {
    let actions = report.decision?.actions.map { Said.words($0.title) } ?? []
    let text = actions.isEmpty ? PapersWording.none : actions.joined(separator: "、")
    return actions.count > 1 ? PapersWording.open(text) : text
  }

  /// Items shown of each rubric.
  private static let mostItems = 10

  private func writeLosses(into part: inout WordDocument.Part) {
    part.add(.heading1, RoundWording.losses)
    for group in round.groups {
      part.add(.heading2, group.title)
      var titles: [String: String] = [:]
      var counts: [String: Int] = [:]
      var sums: [String: Number] = [:]
      var order: [String] = []
      for loss in group.reports.flatMap({ Loss.all(in: $0) }) {
        let id = loss.item.id
        if titles.updateValue(Said.words(loss.item.title), forKey: id) == nil { order.append(id) }
        counts[id, default: 0] += 1
        sums[id] = (sums[id] ?? .zero).adding(loss.points) ?? loss.points
      }
      let most = order.enumerated().sorted {
        let (left, right) = (sums[$0.element] ?? .zero, sums[$1.element] ?? .zero)
        return left != right ? left > right : $0.offset < $1.offset
      }.prefix(Self.mostItems).map(\.element)
      guard !most.isEmpty else {
        part.add(.body, RoundWording.noLosses)
        continue
      }
      let heads = RoundWording.lossColumns
      part.add(
        WordDocument.Table(
          [.init(heads[0], 56), .init(heads[1], 22, .center), .init(heads[2], 22, .center)],
          most.map {
            .init([titles[$0] ?? $0, "\(counts[$0] ?? 0)", Said.number(sums[$0] ?? .zero)])
          }
        ))
    }
  }

  private func writeGates(into part: inout WordDocument.Part) {
    part.add(.heading1, RoundWording.gates)
    let sentences = round.reports.flatMap { report in
      let gates = Gates(report).lines.filter { $0.hasFired || $0.isOpen }.map(\.sentence)
      return gates.map { RoundWording.concerning(Said.words(report.subject.title), $0) }
    }
    if sentences.isEmpty { part.add(.body, RoundWording.noGates) }
    for (index, sentence) in sentences.enumerated() {
      part.add(.body, PapersWording.numbered(index + 1, sentence))
    }
  }

  private func writeDecisions(into part: inout WordDocument.Part) {
    part.add(.heading1, RoundWording.decisions)
    let heads = RoundWording.decisionColumns
    let rows = round.groups.flatMap(\.reports).compactMap { report -> WordDocument.Table.Row? in
      guard let decision = report.decision else { return nil }
      let money = decision.money.map { "\(Said.words($0.title))：\(Money.words($0))" }
      return .init([
        Said.words(report.subject.title), Self.actions(report), money.joined(separator: "\n"), "",
        "",
      ])
    }
    guard !rows.isEmpty else {
      part.add(.body, RoundWording.noDecisions)
      return
    }
    part.add(
      WordDocument.Table(
        [
          .init(heads[0], 24), .init(heads[1], 16), .init(heads[2], 26), .init(heads[3], 14),
          .init(heads[4], 20),
        ], rows))
    part.add(.note, ReportWording.decisionNote)
    part.add(.plain, "")
    part.add(.signature, PapersWording.clientSeal)
    part.add(.signature, PapersWording.signedBy)
    part.add(.signature, PapersWording.dateLine)
  }
}
