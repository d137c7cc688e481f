import Bundles
import Decisions
import Diagnostics
import Formats
import Rubrics
import Scoring
import Values

extension Round {
  /// What stands around one subject's evidence.
  func setting(for subject: Subject, bundle: Bundle?, shelf: Shelf) -> EvidenceSetting {
    let operation = StatedOperation(
      [
        subject.operation.map { ($0.text, $0.place) },
        bundle?.operation.map { ($0.text, $0.place) },
      ].compactMap(\.self),
      home: subject.place)
    var setting = EvidenceSetting(
      subject: EvaluatedSubject(
        id: subject.id,
        title: subject.title ?? bundle?.title,
        kind: subject.kind ?? bundle?.kind,
        isFictional: isFictional || bundle?.isFictional == true,
        region: bundle?.region,
        operation: operation.agreed
      ),
      period: Scoring.Period(period.from, period.to),
      asOf: asOf
    )
    setting.operation = operation
    setting.everybody = Set(
      subjects.flatMap { other in
        [other.id] + other.parties.values.map(\.text)
          + [other.title?.zh, other.title?.en].compactMap(\.self)
      })
    for fact in facts {
      setting.roundFacts[HeaderName(fact.name)] = .init(fact.value.text, at: fact.value.place)
    }
    for reference in references {
      setting.references[HeaderName(reference.name)] = .init(
        reference.value.text,
        at: reference.value.place,
        unit: reference.unit,
        provenance: RoundWording.provenance(reference.source, year: reference.year)
      )
    }
    for (role, party) in subject.parties {
      setting.parties[role] = shelf[party.text]?.source
      let title = subjects.first { $0.id == party.text }?.title ?? shelf[party.text]?.bundle?.title
      setting.partyNames[role] = [party.text] + (title.map { [$0.zh, $0.en] } ?? [])
    }
    setting.ties = relations.map { Tie(of: $0.who, to: $0.to, kind: $0.kind, until: $0.until) }
    setting.roundTables = tables(for: subject, shelf: shelf)
    setting.isReEvaluation = subject.isReEvaluation
    setting.history = subject.history.map {
      PastResult(
        rubric: $0.rubric, edition: $0.edition, period: $0.period, grade: $0.grade,
        score: $0.score, date: $0.date, until: $0.until, place: $0.place)
    }
    var contract = EvidenceSource()
    for (name, fact) in subject.factsOfContract { contract.facts[name] = fact }
    setting.parties["contract"] = contract
    setting.hasWholeFindings = hasWholeFindings && !subjectsOfDoubtfulFindings.contains(subject.id)
    setting.findings = findings.compactMap { finding in
      FindingRecord.Status(rawValue: finding.status).map {
        FindingRecord(id: finding.id, what: finding.what, about: finding.about, status: $0)
      }
    }
    return setting
  }
}

extension Round.Subject {
  /// Earlier results by a rubric, the most recent first, as the round lists them last.
  func past(by rubric: Rubric) -> [ResultValues.Past] {
    history.reversed().filter { $0.rubric == nil || $0.rubric == rubric.id }
      .map { ResultValues.Past(grade: $0.grade, score: $0.score, period: $0.period) }
  }

  /// What policies see of its contracts.
  var termsOfContracts: [ResultValues.Contract] {
    contracts.map { contract in
      func text(_ name: String) -> String? { contract.first { $0.name == name }?.value.text }
      return ResultValues.Contract(
        amount: text("amount").flatMap { Number($0) },
        from: text("from").flatMap { CalendarDate(written: $0) },
        until: text("until").flatMap { CalendarDate(written: $0) })
    }
  }

  /// What facts `from: contract` see: of several contracts what all say alike, their amounts together, and their first
  /// and last day.
  fileprivate var factsOfContract: [HeaderName: EvidenceSource.Fact] {
    var facts: [HeaderName: EvidenceSource.Fact] = [:]
    for fact in contracts.flatMap(\.self) {
      let isSaidAlike = contracts.allSatisfy { contract in
        contract.contains { $0.name == fact.name && $0.value.text == fact.value.text }
      }
      if isSaidAlike {
        facts[HeaderName(fact.name)] = .init(fact.value.text, at: fact.value.place)
      }
    }
    guard contracts.count > 1 else { return facts }
    let together = ResultValues.Contract(together: termsOfContracts)
    let place = contracts.first?.first?.value.place
    for (name, text) in [
      ("amount", together.amount.map { "\($0)" }), ("from", together.from?.isoText),
      ("until", together.until?.isoText),
    ] {
      facts[HeaderName(name)] = text.map { .init($0, at: place) }
    }
    return facts
  }
}
