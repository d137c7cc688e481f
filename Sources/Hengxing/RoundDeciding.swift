import Bundles
import Decisions
import Diagnostics
import Formats
import Rubrics
import Scoring
import Values

/// What follows for every entry of a round, once all are scored: some amounts are shared among several.
struct RoundDeciding {
  /// By entry; `nil` where no policy speaks, or nothing was scored.
  private(set) var decisions: [Decision?]
  /// By entry: what was found while the policy's facts were read.
  private(set) var notes: [Diagnostics]
  private(set) var sums: [SharedSum] = []
  /// What concerns several subjects together.
  private(set) var diagnostics = Diagnostics()
  /// By subject id, as reports name it.
  let names: [String: Wording]
  private let entries: [RoundEntry]
  private let scoring: RoundScoring
  private let round: Round
  private let shelf: Shelf

  init(
    _ entries: [RoundEntry], _ scoring: RoundScoring, in round: Round, _ shelf: Shelf,
    _ library: Library
  ) {
    self.entries = entries
    self.scoring = scoring
    self.round = round
    self.shelf = shelf
    decisions = entries.map { _ in nil }
    notes = entries.map { _ in Diagnostics() }
    names = Dictionary(
      round.subjects.map { subject in
        (subject.id, subject.title ?? shelf[subject.id]?.bundle?.title ?? Wording(subject.id))
      }, uniquingKeysWith: { first, _ in first })
    // Several policies were reported; choosing one of them is not ours.
    let policies = entries.map { entry -> Policy? in
      guard let rubric = entry.rubric else { return nil }
      let found = library.policies(for: rubric)
      return found.count == 1 ? found.first : nil
    }
    var done = Set<String>()
    for policy in policies.compactMap(\.self) where done.insert(policy.path).inserted {
      let members = entries.indices.filter { policies[$0]?.path == policy.path }
      decide(policy, on: members)
    }
  }

  private mutating func decide(_ policy: Policy, on members: [Int]) {
    // Those of whom nothing is known yet still ask for their share.
    let asking =
      policy.shares.isEmpty ? members.filter { scoring.evaluations[$0] != nil } : members
    var entrants: [Entrant] = []
    for index in asking {
      guard let entrant = entrant(index, policy) else { return }
      entrants.append(entrant)
    }
    let decided = policy.decide(on: entrants, grants: grants)
    for (index, decision) in zip(asking, decided.decisions)
    where scoring.evaluations[index] != nil {
      decisions[index] = decision
    }
    sums += decided.sums
    diagnostics.append(decided.diagnostics)
    tellIdleParties(of: policy, among: asking)
  }

  private mutating func entrant(_ index: Int, _ policy: Policy) -> Entrant? {
    let entry = entries[index]
    let subject = entry.subject
    guard let rubric = entry.rubric else { return nil }
    let evaluation = scoring.evaluations[index]
    let bundle = evaluation == nil ? nil : shelf[subject.id]?.bundle
    var setting = round.setting(for: subject, bundle: bundle, shelf: shelf)
    setting.related.given = scoring.given(
      to: index, by: Set(policy.facts.compactMap(\.origin.taken)))
    var found = Diagnostics()
    let facts = FactReader.read(
      policy.facts, for: rubric.id,
      bundle == nil ? EvidenceSource() : shelf[subject.id]?.source ?? EvidenceSource(),
      in: setting, into: &found
    ).map(\.value)
    if policy.facts.contains(where: { $0.origin == .subject }), !rubric.readsOperation {
      setting.operation.reportSilence(of: subject.id, into: &diagnostics)
    }
    if evaluation != nil { notes[index] = found }
    let past = subject.past(by: rubric)
    let result =
      evaluation.map {
        ResultValues(of: $0, history: past, contracts: subject.termsOfContracts)
      }
      ?? ResultValues(
        unscoredBy: rubric, named: subject.id, history: past, contracts: subject.termsOfContracts,
        period: setting.period, asOf: setting.asOf)
    return Entrant(
      id: subject.id, place: subject.place, result: result, facts: facts,
      parties: subject.parties.mapValues(\.text))
  }

  /// What histories of the round say was granted before.
  private var grants: [Grant] {
    round.subjects.flatMap { subject in
      subject.history.flatMap { past in
        past.granted.map {
          Grant(
            subject: subject.id, name: $0.name, period: past.period, amount: $0.amount,
            place: $0.place)
        }
      }
    }
  }

  /// Parties like those who share something, whom nobody names: a town without any contract.
  private mutating func tellIdleParties(of policy: Policy, among members: [Int]) {
    let roles = Set(
      policy.shares.compactMap { if case .party(let role) = $0.circle { role } else { nil } })
    for role in roles.sorted() {
      let named = Set(members.compactMap { entries[$0].subject.parties[role]?.text })
      let kinds = Set(
        entries.filter { named.contains($0.subject.id) }.compactMap { $0.rubric?.path })
      var told = Set<String>()
      for entry in entries {
        guard let rubric = entry.rubric, kinds.contains(rubric.path),
          !named.contains(entry.subject.id), told.insert(entry.subject.id).inserted
        else { continue }
        diagnostics.report(
          .partyWithoutSubjects(
            entry.subject.id, role: role, policy.id, at: entry.subject.place,
            counted: policy.shares.first { $0.circle == .party(role) }?.place))
      }
    }
  }
}
