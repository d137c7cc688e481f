package import Diagnostics
import Formats
import Rubrics
import Values

/// Reads a round file.
package enum RoundReader {
  /// The round in a file: a text with what stands in the workbook beside it, or a workbook alone.
  ///
  /// - Returns: `nil` where an error was reported that leaves nothing to score.
  package static func read(at path: String, into diagnostics: inout Diagnostics) -> Round? {
    if RoundSheets.isWorkbook(path) {
      guard let node = RoundSheets(workbook: path, into: &diagnostics)?.alone(into: &diagnostics)
      else { return nil }
      return read(node, path, into: &diagnostics)
    }
    guard let (source, _) = Files.text(path, as: .rules, into: &diagnostics) else { return nil }
    return read(source, into: &diagnostics)
  }

  /// - Returns: `nil` where an error was reported that leaves nothing to score.
  package static func read(_ source: SourceText, into diagnostics: inout Diagnostics) -> Round? {
    guard let written = YAMLReader.read(source, into: &diagnostics) else { return nil }
    let node =
      RoundSheets(besides: source.path, into: &diagnostics)?
      .joined(to: written, into: &diagnostics) ?? written
    return read(node, source.path, into: &diagnostics)
  }

  private static func read(
    _ node: Node, _ path: String, into diagnostics: inout Diagnostics
  ) -> Round? {
    guard let record = WrittenReader.read(node, as: "round", by: .round, into: &diagnostics),
      let id = record.string("round"), let title = record.wording("title"),
      let period = period(record, into: &diagnostics), let asOf = record.date("as of")
    else { return nil }
    let findings = findings(record, path, into: &diagnostics)
    let subjects = subjects(record, into: &diagnostics)
    return Round(
      id: id,
      title: title,
      language: record.choice("language") ?? .zh,
      isFictional: record.boolean("fictional") ?? false,
      period: period,
      asOf: asOf,
      references: references(record),
      facts: facts(record, "facts"),
      findings: findings.compactMap(\.self),
      hasWholeFindings: !findings.contains { $0 == nil },
      followUps: followUps(record, subjects, into: &diagnostics),
      relations: relations(record, into: &diagnostics),
      subjects: subjects,
      hierarchy: Hierarchy(of: subjects, into: &diagnostics),
      rubricPaths: scalars(record, "rubrics"),
      policyPaths: scalars(record, "policies"),
      objections: record.record("objections").map {
        Round.Objections(
          until: $0.date("until"), to: $0.wording("to"), form: $0.wording("form"))
      },
      standings: record.scalar("standings"),
      path: path
    )
  }

  private static func period(
    _ record: Record,
    into diagnostics: inout Diagnostics
  ) -> Round.Period? {
    guard let period = record.record("period"), let from = period.date("from"),
      let to = period.date("to")
    else { return nil }
    guard (from.year, from.month, from.day) <= (to.year, to.month, to.day) else {
      diagnostics.report(.periodBackwards(at: period.place))
      return nil
    }
    return Round.Period(from: from, to: to)
  }

  private static func references(_ record: Record) -> [Round.Reference] {
    record.map("references").compactMap { entry in
      guard let reference = entry.value.record, let value = reference.scalar("value") else {
        return nil
      }
      return Round.Reference(
        name: entry.key.text,
        value: value,
        unit: reference.string("unit"),
        year: reference.string("year"),
        source: reference.string("source")
      )
    }
  }

  private static func facts(_ record: Record, _ key: String) -> [Round.Fact] {
    record.map(key).compactMap { entry in
      entry.value.scalar.map { Round.Fact(name: entry.key.text, value: $0) }
    }
  }

  /// Findings stand in the round itself, or in a file of their own; `nil` for one, or some, that cannot be read.
  private static func findings(
    _ record: Record,
    _ path: String,
    into diagnostics: inout Diagnostics
  ) -> [Round.Finding?] {
    guard let file = record.scalar("findings") else {
      return record.records("findings").map(finding)
    }
    let whole = Files.path(file.text, besides: path)
    guard let (source, _) = Files.text(whole, as: .evidence, into: &diagnostics),
      let node = YAMLReader.read(source, into: &diagnostics)
    else { return [nil] }
    guard let sequence = node.sequence else {
      diagnostics.report(.findingsNotAList(at: node.place))
      return [nil]
    }
    return sequence.items.map {
      WrittenReader.read($0, as: "finding entry", by: .round, into: &diagnostics).flatMap(finding)
    }
  }

  private static func followUps(
    _ record: Record, _ subjects: [Round.Subject], into diagnostics: inout Diagnostics
  ) -> [Round.FollowUp] {
    record.records("follow-ups").compactMap { entry in
      guard let to = entry.scalar("to"), let advice = entry.wording("advice"),
        let state = entry.string("state")
      else { return nil }
      guard subjects.contains(where: { $0.id == to.text }) else {
        diagnostics.report(
          .adviceToNobody(to.text, at: to.place, among: subjects.map(\.id).sorted()))
        return nil
      }
      return Round.FollowUp(
        to: to, advice: advice, round: entry.string("round"), state: state,
        says: entry.wording("says"), by: entry.string("by"), date: entry.date("date"))
    }
  }

  private static func relations(
    _ record: Record, into diagnostics: inout Diagnostics
  ) -> [Round.Relation] {
    record.records("relations").compactMap { entry in
      guard let who = entry.string("who") else { return nil }
      let employer = entry.string("employed by")
      guard let to = employer ?? entry.string("to") else {
        diagnostics.report(.relationToNobody(who, at: entry.place))
        return nil
      }
      return Round.Relation(
        who: who, to: to,
        kind: employer == nil ? entry.string("kind") : Panel.RecusalRule.employment,
        until: entry.date("until"))
    }
  }

  private static func finding(_ finding: Record) -> Round.Finding? {
    guard let id = finding.string("id"), let what = finding.string("what"),
      let about = finding.string("about"), let status = finding.string("status")
    else { return nil }
    return Round.Finding(
      id: id,
      what: what,
      about: about,
      status: status,
      by: finding.string("by"),
      date: finding.date("date"),
      citation: finding.string("cite"),
      place: finding.place
    )
  }

  private static func subjects(
    _ record: Record,
    into diagnostics: inout Diagnostics
  ) -> [Round.Subject] {
    var seen: Set<String> = []
    var subjects: [Round.Subject] = []
    for entry in record.records("subjects") {
      guard let id = entry.string("id"), let bundle = entry.scalar("bundle") else { continue }
      let rubrics = rubrics(of: id, entry, into: &diagnostics)
      guard !rubrics.isEmpty else { continue }
      guard !FolderNames.reserved.contains(FolderNames.folded(id)) else {
        diagnostics.report(
          .subjectIdReserved(id, at: entry.scalar("id")?.place ?? entry.keyPlace("id")))
        continue
      }
      guard seen.insert(id).inserted else {
        diagnostics.report(.subjectTwice(id, at: entry.keyPlace("id")))
        continue
      }
      subjects.append(
        Round.Subject(
          id: id,
          title: entry.wording("title"),
          kind: entry.string("kind"),
          rubrics: rubrics,
          bundle: bundle,
          parties: Dictionary(
            entry.map("parties").compactMap { party in
              party.value.scalar.map { (party.key.text, $0) }
            },
            uniquingKeysWith: { first, _ in first }
          ),
          parent: entry.scalar("parent"),
          children: scalars(entry, "children"),
          history: history(entry, into: &diagnostics),
          isReEvaluation: entry.boolean("re-evaluation") ?? false,
          operation: operation(entry, into: &diagnostics),
          contracts: contracts(entry, into: &diagnostics),
          place: entry.place
        )
      )
    }
    for subject in subjects {
      for party in subject.parties.values.sorted(by: { $0.text < $1.text })
      where !seen.contains(party.text) {
        diagnostics.report(.unknownParty(party.text, at: party.place, among: seen.sorted()))
      }
    }
    return subjects
  }

  private static func operation(_ entry: Record, into diagnostics: inout Diagnostics) -> Scalar? {
    guard let scalar = entry.scalar(Operation.name) else { return nil }
    if Operation(written: scalar.text) == nil {
      diagnostics.report(.unknownOperation(scalar.text, at: scalar.place))
    }
    return scalar
  }

  private static func rubrics(
    of id: String, _ entry: Record, into diagnostics: inout Diagnostics
  ) -> [Scalar] {
    var seen = Set<String>()
    return scalars(entry, "rubric").filter { name in
      let isNew = seen.insert(name.text).inserted
      if !isNew { diagnostics.report(.rubricTwice(name.text, id, at: name.place)) }
      return isNew
    }
  }

  /// What policies compute with must be a number and a date; anything else would count as not written.
  private static func contracts(
    _ entry: Record,
    into diagnostics: inout Diagnostics
  ) -> [[Round.Fact]] {
    let written: [Written] =
      switch entry.value("contract") {
      case .list(let members, _)?: members
      case let one?: [one]
      case nil: []
      }
    let contracts = written.map { contract -> [Round.Fact] in
      guard case .map(let entries, _) = contract else { return [] }
      return entries.compactMap { entry in
        entry.value.scalar.map { Round.Fact(name: entry.key.text, value: $0) }
      }
    }.filter { !$0.isEmpty }
    for contract in contracts { check(contract, into: &diagnostics) }
    // Two that say the same in every word are one that was written down twice, or two that nobody can tell apart.
    for (index, contract) in contracts.enumerated() {
      let first = contracts[..<index].first { other in
        Dictionary(other.map { ($0.name, $0.value.text) }, uniquingKeysWith: { one, _ in one })
          == Dictionary(
            contract.map { ($0.name, $0.value.text) }, uniquingKeysWith: { one, _ in one })
      }
      if let first = first?.first, let place = contract.first?.value.place {
        diagnostics.report(.contractTwice(at: place, first: first.value.place))
      }
    }
    return contracts
  }

  private static func check(_ facts: [Round.Fact], into diagnostics: inout Diagnostics) {
    for fact in facts {
      let isReadable =
        switch fact.name {
        case "amount": Number(fact.value.text) != nil
        case "from", "until": CalendarDate(written: fact.value.text) != nil
        default: true
        }
      if !isReadable { diagnostics.report(.contractUnreadable(fact.name, at: fact.value.place)) }
    }
  }

  private static func history(
    _ entry: Record, into diagnostics: inout Diagnostics
  ) -> [Round.Past] {
    entry.records("history").map { past in
      // 96% of what, a number does not say: 96 or 0.96.
      let percent = past.scalar("score").flatMap { $0.text.hasSuffix("%") ? $0 : nil }
      if let percent { diagnostics.report(.pastScorePercent(percent.text, at: percent.place)) }
      return Round.Past(
        rubric: past.string("rubric"),
        edition: past.string("edition"),
        period: past.string("period"),
        grade: past.string("grade"),
        score: percent == nil ? past.number("score") : nil,
        date: past.date("date"),
        until: past.date("until"),
        granted: past.map("granted").compactMap { entry in
          entry.value.number.map { (entry.key.text, $0, entry.value.place) }
        },
        place: past.place
      )
    }
  }

  private static func scalars(_ record: Record, _ key: String) -> [Scalar] {
    switch record.value(key) {
    case .list(let members, _): members.compactMap(\.scalar)
    case .text(let scalar): [scalar]
    default: []
    }
  }
}
