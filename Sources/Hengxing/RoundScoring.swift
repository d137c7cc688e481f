import Bundles
import Diagnostics
import Formats
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
  private let entries: [RoundEntry]
  /// By subject: the entries about it.
  private let entriesBySubject: [String: [Int]]
  /// By entry; `nil` where nothing was scored.
  private(set) var evaluations: [Evaluation?]

  init(_ entries: [RoundEntry], of round: Round, shelf: Shelf, mode: ScoringMode) {
    self.entries = entries
    self.round = round
    self.shelf = shelf
    self.mode = mode
    entriesBySubject = Dictionary(grouping: entries.indices) { entries[$0].subject.id }
    evaluations = entries.map { _ in nil }
  }

  mutating func score(into diagnostics: inout Diagnostics) {
    let order = order()
    if !order.circular.isEmpty {
      let circle = order.circular.map { entries[$0].subject.id }
      diagnostics.report(
        .resultCycle(circle, at: entries[order.circular[0]].subject.place))
    }
    for index in order.sorted + order.circular { evaluations[index] = evaluation(of: index) }
  }

  private func evaluation(of index: Int) -> Evaluation? {
    let entry = entries[index]
    guard let rubric = entry.rubric, let shelved = shelf[entry.subject.id],
      let bundle = shelved.bundle
    else { return nil }
    var setting = round.setting(for: entry.subject, bundle: bundle, shelf: shelf)
    setting.related = related(for: entry)
    let evidence = EvidenceReader(rubric).read(shelved.source, in: setting)
    return Scorer(rubric).score(evidence, mode: mode)
  }

  // MARK: relations

  private func related(for entry: RoundEntry) -> RelatedResults {
    var related = RelatedResults()
    related.children = round.hierarchy.descendants(of: entry.subject.id)?.flatMap { child in
      (entriesBySubject[child.id] ?? []).map { result(of: $0, depth: child.depth) }
    }
    return related
  }

  private func result(of index: Int, depth: Int) -> RelatedResult {
    if let evaluation = evaluations[index] { return RelatedResult(evaluation, depth: depth) }
    let entry = entries[index]
    return .missing(
      entry.subject.id, title: entry.subject.title ?? Wording(entry.subject.id),
      kind: entry.subject.kind, rubric: entry.rubric, named: entry.name.text, depth: depth
    )
  }

  // MARK: order

  /// The entries whose results an entry looks at.
  private func needs(of index: Int) -> [Int] {
    let rubrics = Set(entries[index].rubric?.childRubrics ?? [])
    guard !rubrics.isEmpty else { return [] }
    let below = round.hierarchy.descendants(of: entries[index].subject.id) ?? []
    return below.flatMap { entriesBySubject[$0.id] ?? [] }.filter {
      entries[$0].rubric.map { rubrics.contains($0.id) } ?? false
    }
  }

  /// Children before parents, otherwise as the round lists them; what stands in a circle comes last.
  private func order() -> (sorted: [Int], circular: [Int]) {
    var open = entries.indices.map { needs(of: $0).count }
    var users: [Int: [Int]] = [:]
    for index in entries.indices {
      for need in needs(of: index) { users[need, default: []].append(index) }
    }
    var sorted = entries.indices.filter { open[$0] == 0 }
    var next = 0
    while next < sorted.count {
      for user in users[sorted[next]] ?? [] {
        open[user] -= 1
        if open[user] == 0 { sorted.append(user) }
      }
      next += 1
    }
    return (sorted, entries.indices.filter { open[$0] > 0 })
  }
}

extension Rubric {
  /// The rubrics of those below at whose results its items look.
  var childRubrics: [String] {
    everyItem.compactMap { item in
      if case .children(let rule) = item.form { rule.rubric } else { nil }
    }
  }
}
