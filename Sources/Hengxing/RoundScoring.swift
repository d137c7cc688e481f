import Bundles
import Diagnostics
import Formats
import Platform
import Rubrics
import Scoring
import Values

/// One subject of a round under one of its rubrics.
struct RoundEntry: Sendable {
  let subject: Round.Subject
  /// The rubric as the round names it.
  let name: Scalar
  /// `nil` where it cannot be used.
  let rubric: Rubric?
}

/// Scores every entry of a round once those whose results it looks at are scored.
struct RoundScoring {
  private let round: Round
  private let shelf: Shelf
  private let mode: ScoringMode
  private let threads: Int
  /// By path of a rubric.
  private let readers: [String: EvidenceReader]
  private let entries: [RoundEntry]
  /// By subject: the entries about it.
  private let entriesBySubject: [String: [Int]]
  /// By entry; `nil` where nothing was scored.
  private(set) var evaluations: [Evaluation?]

  init(
    _ entries: [RoundEntry], of round: Round, shelf: Shelf, mode: ScoringMode, threads: Int = 1
  ) {
    self.entries = entries
    self.round = round
    self.shelf = shelf
    self.mode = mode
    self.threads = threads
    readers = Dictionary(entries.compactMap(\.rubric).map { ($0.path, $0) }) { first, _ in first }
      .mapValues(EvidenceReader.init)
    entriesBySubject = Dictionary(grouping: entries.indices) { entries[$0].subject.id }
    evaluations = entries.map { _ in nil }
  }

  /// Scores everybody, or only one entry with those whose results it waits for.
  mutating func score(only wanted: Int? = nil, into diagnostics: inout Diagnostics) {
    let order = RoundOrder(entries, round.hierarchy)
    TakenSources(entries).report(order.circles, into: &diagnostics)
    let tasks = wanted.map(order.tasks(for:)) ?? order.tasks
    // In a circle everybody looks at what stands at its turn.
    let threads = order.circles.isEmpty ? threads : 1
    let free = tasks.compactMap { task in
      if case .first(let index) = task, order.isFree(index) { index } else { nil }
    }
    keep(evaluated(free, threads: threads) { _ in nil }, of: free)
    for task in tasks {
      switch task {
      case .first(let index):
        if !order.isFree(index) { evaluations[index] = evaluation(of: index) }
      case .second(let members): compare(members, threads: threads, into: &diagnostics)
      }
    }
  }

  /// What comes out for entries that do not look at each other.
  private func evaluated(
    _ indices: [Int], threads: Int, _ view: @Sendable (Int) -> CohortView?
  ) -> [Evaluation?] {
    Parallel.map(indices.count, threads: threads) {
      evaluation(of: indices[$0], in: view($0))
    }
  }

  private mutating func keep(_ found: [Evaluation?], of indices: [Int]) {
    for (index, evaluation) in zip(indices, found) { evaluations[index] = evaluation }
  }

  private func evaluation(of index: Int, in cohort: CohortView? = nil) -> Evaluation? {
    guard let rubric = entries[index].rubric, let evidence = evidence(of: index) else { return nil }
    return Scorer(rubric).score(evidence, mode: mode, in: cohort)
  }

  /// What an entry is scored on; `nil` where there is nothing.
  func evidence(of index: Int) -> Evidence? {
    let entry = entries[index]
    guard let rubric = entry.rubric, let shelved = shelf[entry.subject.id],
      let bundle = shelved.bundle
    else { return nil }
    var setting = round.setting(for: entry.subject, bundle: bundle, shelf: shelf)
    setting.related = related(for: index)
    return (readers[rubric.path] ?? EvidenceReader(rubric)).read(shelved.source, in: setting)
  }

  /// The second pass over the subjects of one rubric.
  private mutating func compare(
    _ members: [Int], threads: Int, into diagnostics: inout Diagnostics
  ) {
    guard let rubric = members.first.flatMap({ entries[$0].rubric }) else { return }
    let known = members.map { index -> CohortMember? in
      guard let evaluation = evaluations[index] else { return CohortMember.unknown(of: rubric) }
      return evaluation.member
    }
    guard let cohorts = Cohorts(rubric, known, mode: mode) else { return }
    let unscored = members.count { evaluations[$0] == nil }
    if unscored > 0, unscored < members.count {
      diagnostics.report(
        .comparedUnscored(
          unscored, rubric,
          help: Wording(
            en: "hand over the evidence of those that are rejected, and run again",
            zh: "请补上被退回对象的材料，再重新运行")))
    }
    for (peers, few) in cohorts.tooSmall {
      diagnostics.report(
        .smallCohort(
          rubric, peers, few.map { entries[members[$0]].subject.id }, at: rubric.cohort?.place))
    }
    let views = members.indices.map(cohorts.view(of:))
    let compared = members.indices.filter { views[$0] != nil }
    let indices = compared.map { members[$0] }
    if threads > 1 {
      keep(evaluated(indices, threads: threads) { views[compared[$0]] }, of: indices)
    } else {
      for number in compared {
        evaluations[members[number]] = evaluation(of: members[number], in: views[number])
      }
    }
  }

  // MARK: relations

  private func related(for index: Int) -> RelatedResults {
    let entry = entries[index]
    var related = RelatedResults()
    related.given = given(to: index, by: Set(entry.rubric?.takenResults.map(\.taken) ?? []))
    related.children = round.hierarchy.descendants(of: entry.subject.id)?.flatMap { child in
      (entriesBySubject[child.id] ?? []).map { result(of: $0, depth: child.depth) }
    }
    return related
  }

  /// The results of this round that an entry may take over.
  func given(to index: Int, by wanted: Set<TakenResult>) -> [GivenResult] {
    let rubrics = Set(wanted.compactMap(\.rubric))
    guard !rubrics.isEmpty else { return [] }
    let subject = entries[index].subject
    let givers =
      [(role: nil as String?, id: subject.id)]
      + subject.parties.sorted { $0.key < $1.key }.map { (role: $0.key, id: $0.value.text) }
    return givers.flatMap { role, id in
      (entriesBySubject[id] ?? []).filter {
        $0 != index && rubrics.contains(entries[$0].resultRubric)
      }.map { GivenResult(role: role, result(of: $0, depth: 0)) }
    }
  }

  private func result(of index: Int, depth: Int) -> RelatedResult {
    if let evaluation = evaluations[index] { return RelatedResult(evaluation, depth: depth) }
    let entry = entries[index]
    return .missing(
      entry.subject.id, title: entry.subject.title ?? Wording(entry.subject.id),
      kind: entry.subject.kind, rubric: entry.rubric, named: entry.name.text, depth: depth
    )
  }
}
