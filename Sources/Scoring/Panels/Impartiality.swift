import Diagnostics
import Formats
import Rubrics
import Values

/// Who is tied to whom, to be asked before a mark is counted.
package struct Impartiality: Sendable {
  /// By who has them.
  private let ties: [String: [Tie]]
  /// What each body is called, by its role: `subject`, `operator`, the parties of the round.
  private let bodies: [String: Set<HeaderName>]
  private let asOf: CalendarDate?

  /// Where nobody judges.
  static let unasked = Impartiality(
    EvidenceSource(), EvidenceSetting(subject: EvaluatedSubject(id: "")))

  init(_ source: EvidenceSource, _ setting: EvidenceSetting) {
    ties = Dictionary(grouping: source.ties + setting.ties, by: { HeaderName.shown($0.of) })
    var bodies = setting.partyNames.mapValues { Set($0.map(HeaderName.init)) }
    let subject = setting.subject
    bodies[Panel.RecusalRule.subject] = Set(
      [subject.id, subject.title.zh, subject.title.en].map(HeaderName.init))
    if let name = source.operatorName { bodies["operator", default: []].insert(HeaderName(name)) }
    self.bodies = bodies
    asOf = setting.asOf
  }

  /// The tie that keeps the assessor of `mark` from counting; on the day of the judgement, else on the day of the round.
  ///
  /// - Source: the two-year rule is that of order 39 of the Ministry of Civil Affairs (2011), articles 19 and 20; the
  ///   number of years is the rubric's.
  func recusal(of mark: AssessorMark, by rules: [Panel.RecusalRule]) -> SetAside? {
    guard !rules.isEmpty else { return nil }
    let day = mark.date.flatMap(CalendarDate.init(written:)) ?? asOf
    for tie in canonical(ties[HeaderName.shown(mark.by)] ?? []) {
      for rule in rules where rule.covers(tie) && isTied(tie, to: rule.bodies) {
        guard let until = tie.until else { return .recused(tie, years: rule.years) }
        // Past the last year of the calendar nobody is recused any more.
        guard let end = until.adding(months: rule.years * 12) else { continue }
        guard let day else { return .recusalUndated(tie) }
        // The tie's last day still ties; so many years later the day itself is free.
        let isRecused = rule.years == 0 ? !(until < day) : day < end
        if isRecused { return .recused(tie, years: rule.years) }
      }
    }
    return nil
  }

  /// A declared tie to one of the bodies that no rule speaks of: it is reported, and the mark counts.
  func unruledTie(of mark: AssessorMark, by rules: [Panel.RecusalRule]) -> Tie? {
    canonical(ties[HeaderName.shown(mark.by)] ?? []).first { tie in
      isTied(tie, to: Panel.RecusalRule.defaultBodies)
        && !rules.contains { $0.covers(tie) && isTied(tie, to: $0.bodies) }
    }
  }

  private func isTied(_ tie: Tie, to roles: [String]) -> Bool {
    guard let to = tie.to.map(HeaderName.init) else {
      return roles.contains(Panel.RecusalRule.subject)
    }
    return roles.contains { HeaderName($0) == to || bodies[$0]?.contains(to) == true }
  }

  /// The order in which ties were read decides nothing.
  private func canonical(_ ties: [Tie]) -> [Tie] {
    ties.count < 2
      ? ties
      : ties.sorted {
        ($0.kind ?? "", $0.to ?? "", $0.until?.dayNumber ?? Int.max)
          < ($1.kind ?? "", $1.to ?? "", $1.until?.dayNumber ?? Int.max)
      }
  }
}

extension Panel.RecusalRule {
  fileprivate func covers(_ tie: Tie) -> Bool {
    relation == Self.anyRelation || tie.kind.map(HeaderName.init) == HeaderName(relation)
  }
}
