import Diagnostics
import Values

extension RoundIndex.Desk {
  init(_ report: Report, parent: String?) {
    self.init(
      rubric: "\(report.rubric.id)@\(report.rubric.edition)", grades: report.rubric.grades,
      sections: report.sections.map { .init(title: $0.title, share: $0.share) },
      gates: Self.gates(report), last: report.surroundings?.history.first,
      contract: report.surroundings?.contract, parent: parent,
      isPerson: PublicEdition.isPerson(report.subject.kind), money: report.decision?.money ?? [],
      unsettled: Self.unsettled(report),
      stakes: Number.sum(report.missing.compactMap(\.stake)) ?? .zero,
      materials: Self.materials(report))
  }

  private static func gates(_ report: Report) -> [Wording] {
    var gates: [Wording] = []
    for step in report.steps where step.state?.hasFired == true && step.id != "findings" {
      guard step.id == "admission" || step.changed else { continue }
      let word = DeskWording.gate(step.id)
      if !gates.contains(word) { gates.append(word) }
    }
    return gates
  }

  /// Nothing in a round that is clean.
  private static func unsettled(_ report: Report) -> [Wording] {
    var lines = (report.verdict.questions ?? []).map {
      Wording(en: "not decided: \($0.en)", zh: "尚无定论：\($0.zh)")
    }
    for finding in report.surroundings?.findings ?? [] where finding.state == .alleged {
      lines.append(
        Wording(
          en: "alleged, not confirmed: \(finding.title.en)", zh: "有反映，未查实：\(finding.title.zh)"))
    }
    for missing in report.missing where missing.responsible == .assessors {
      lines.append(missing.sentence)
    }
    let faults = report.notices.count { $0.severity != "note" }
    if faults > 0 { lines.append(ReportsWording.faultCount(faults)) }
    for line in report.agreement?.discussed ?? [] where line.isOverLimit {
      lines.append(DeskWording.apart(line.itemTitle))
    }
    if let near = near(report) { lines.append(near) }
    return lines
  }

  /// Within a point of a line, on either side: one mark more or less decides.
  private static func near(_ report: Report) -> Wording? {
    guard let score = report.verdict.score, score.isPoint else { return nil }
    for grade in report.rubric.grades {
      guard let line = grade.threshold, let distance = line.subtracting(score.low),
        distance >= Number(-1), distance <= .one
      else { continue }
      let points = FaceNumber.short(distance.isNegative ? distance.negated : distance)
      return distance.isPositive
        ? DeskWording.below(grade.title, points) : DeskWording.above(grade.title, points)
    }
    return nil
  }

  /// Files by what they are for, and what is missing of the subject's own.
  private static func materials(_ report: Report) -> [RoundIndex.Material] {
    guard report.seal.mode == "self" else { return [] }
    var order: [String] = []
    var there: [String: Bool] = [:]
    func note(_ name: String, _ isThere: Bool) {
      if there[name] == nil { order.append(name) }
      there[name] = (there[name] ?? true) && isThere
    }
    for file in report.files where file.kind != .judgement && file.kind != .other {
      note(file.name, true)
    }
    for line in report.missing where (line.responsible ?? .subject) == .subject {
      note(line.name.split(separator: ".").first.map(String.init) ?? line.name, false)
    }
    return order.map { .init(title: Wording($0), isThere: there[$0] ?? false) }
  }
}

extension RoundIndex {
  /// Counts what was lost, report by report; nothing else of them is kept.
  package struct Losses {
    private var order: [String: [String]] = [:]
    private var rubrics: [String] = []
    private var lines: [String: [String: WeakLine]] = [:]
    private static let most = 10

    package init() {}

    package mutating func count(_ report: Report) {
      let rubric = "\(report.rubric.id)@\(report.rubric.edition)"
      if lines[rubric] == nil {
        rubrics.append(rubric)
        lines[rubric] = [:]
      }
      for section in report.sections { count(section, rubric) }
    }

    private mutating func count(_ section: Report.SectionLine, _ rubric: String) {
      for inner in section.sections { count(inner, rubric) }
      for item in section.items {
        guard let lost = item.certainLoss(in: section.kind), lost.isPositive else { continue }
        let first = WeakLine(
          rubric: rubric, title: item.title, points: item.points, count: 0, lost: .zero)
        if lines[rubric]?[item.id] == nil { order[rubric, default: []].append(item.id) }
        var line = lines[rubric]?[item.id] ?? first
        line.count += 1
        line.lost = line.lost.adding(lost) ?? line.lost
        lines[rubric]?[item.id] = line
      }
    }

    package var weak: [WeakLine] {
      rubrics.flatMap { rubric -> [WeakLine] in
        (order[rubric] ?? []).compactMap { lines[rubric]?[$0] }.enumerated().sorted {
          $0.element.lost != $1.element.lost
            ? $0.element.lost > $1.element.lost : $0.offset < $1.offset
        }.prefix(Self.most).map(\.element)
      }
    }
  }
}
