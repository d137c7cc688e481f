import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  /// The stages, with what they feed and what comes before them.
  mutating func checkStages() {
    let records = root.records("stages")
    let ids = records.map { $0.string("id") ?? "" }
    if root.mentions("stages"), root.list("stages").isEmpty, !root.unreadable.contains("stages") {
      diagnostics.report(.emptyList("stages", at: root.keyPlace("stages")))
    }
    for record in records {
      noteID(record.scalar("id"), in: "stage")
      let fed = record.scalar("feeds").flatMap { stageIndex($0, in: ids) }
      let after: [Int] = record.list("after").compactMap { written in
        written.scalar.flatMap { stageIndex($0, in: ids) }
      }
      reportNegative(record, "own")
      if record.mentions("not held"), !record.mentions("every") {
        diagnostics.report(.notHeldOnce(at: record.keyPlace("not held")))
      }
      if let weight = record.number("weight"), !weight.isPositive {
        diagnostics.report(
          .stepNotPositive("weight", at: record.scalar("weight")?.place ?? record.place))
      } else if record.mentions("feeds"), !record.mentions("weight") {
        diagnostics.report(.stageWeightMissing(record.string("id") ?? "", at: record.place))
      }
      stages.append(
        Stage(
          id: record.string("id") ?? "", title: record.wording("title") ?? Wording(""),
          weight: record.number("weight"), feeds: fed,
          own: record.number("own") ?? .zero, after: after,
          mustBeInPeriod: record.string("dated") == "in the period" || record.mentions("every"),
          every: record.choice("every"), notHeld: record.choice("not held") ?? .open,
          appliesWhen: plan(record, "applies when", expecting: .boolean),
          place: record.scalar("id")?.place ?? record.place))
    }
    guard records.allSatisfy(\.unreadable.isEmpty) else { return }
    let feedsItself = reportCircle("feeds", stages.map { $0.feeds.map { [$0] } ?? [] })
    _ = reportCircle("after", stages.map(\.after))
    if !feedsItself { reportStageWeights(records) }
  }

  private mutating func stageIndex(_ scalar: Scalar, in ids: [String]) -> Int? {
    if let index = ids.firstIndex(of: scalar.text) { return index }
    diagnostics.report(.unknownStage(scalar.text, among: ids, at: scalar.place))
    return nil
  }

  private mutating func reportCircle(_ key: String, _ next: [[Int]]) -> Bool {
    for start in stages.indices {
      var open = next[start]
      var seen = Set<Int>()
      while let stage = open.popLast() {
        if stage == start {
          diagnostics.report(.stageCircle(stages[start].id, key, at: stages[start].place))
          return true
        }
        if seen.insert(stage).inserted { open += next[stage] }
      }
    }
    return false
  }

  /// What counts in one mark adds up to the whole of it.
  private mutating func reportStageWeights(_ records: [Record]) {
    for fed in [nil] + stages.indices.map(Optional.some) {
      let members = stages.indices.filter { stages[$0].feeds == fed }
      var weights = members.compactMap { stages[$0].weight }
      var written = members.map { records[$0].scalar("weight") }
      guard let fed else {
        reportWeights(weights, written, of: nil, at: root.keyPlace("stages"))
        continue
      }
      if weights.isEmpty {
        if records[fed].mentions("own") {
          diagnostics.report(.ownOfUnfed(stages[fed].id, at: records[fed].keyPlace("own")))
        }
        continue
      }
      guard records[fed].mentions("own") else {
        diagnostics.report(.ownMissing(stages[fed].id, at: stages[fed].place))
        continue
      }
      weights.append(stages[fed].own)
      written.append(records[fed].scalar("own"))
      reportWeights(weights, written, of: stages[fed].id, at: stages[fed].place)
    }
  }

  private mutating func reportWeights(
    _ weights: [Number], _ written: [Scalar?], of stage: String?, at place: Place
  ) {
    guard !weights.isEmpty, let sum = Number.sum(weights), sum != .one else { return }
    diagnostics.report(
      .stageWeights(weights, sum, of: stage, at: place)
        .pointing(at: written.compactMap { RelatedPlace.adding($0) }))
  }

  // MARK: items

  /// The stages at which an item is scored.
  mutating func checkStages(of record: Record) -> [ItemStage] {
    let ids = stages.map(\.id)
    var found: [ItemStage] = []
    func isNew(_ index: Int) -> Bool { !found.contains { $0.stage == index } }
    switch record.value("stages") {
    case .list(let members, let place):
      if members.isEmpty { diagnostics.report(.emptyList("stages", at: place)) }
      for scalar in members.compactMap(\.scalar) {
        guard let index = stageIndex(scalar, in: ids) else { continue }
        if !isNew(index) { diagnostics.report(.idTwice(scalar.text, at: scalar.place, first: nil)) }
        if isNew(index) { found.append(ItemStage(stage: index, weight: nil)) }
      }
      if found.count > 1, let bare = found.first(where: { stages[$0.stage].weight == nil }) {
        diagnostics.report(.stageWeightMissing(stages[bare.stage].id, at: place))
      }
    case .map(let entries, let place):
      if entries.isEmpty { diagnostics.report(.emptyList("stages", at: place)) }
      for entry in entries {
        guard let index = stageIndex(entry.key, in: ids), let weight = entry.value.number else {
          continue
        }
        if !weight.isPositive {
          diagnostics.report(.stepNotPositive(entry.key.text, at: entry.value.place))
        }
        found.append(ItemStage(stage: index, weight: weight))
      }
      if found.count == entries.count {
        reportWeights(
          found.compactMap(\.weight), entries.map(\.value.scalar), of: record.string("id"),
          at: place)
      }
    default: break
    }
    return found.sorted { $0.stage < $1.stage }
  }

  /// Inside the form of an item with stages `stage` is the id of the one being scored.
  mutating func seeingStage<Result>(
    _ record: Record, _ body: (inout RubricChecker) -> Result
  ) -> Result {
    guard record.mentions("stages") else { return body(&self) }
    let outside = expressions
    expressions = expressions.adding(
      [entry("stage", .string, .stage)]
        + (hasVisits ? [entry("visit", Stage.visitShape, .visit)] : []))
    defer { expressions = outside }
    return body(&self)
  }

  /// A form that looks at neither marks nor `stage` comes to the same at every stage.
  mutating func reportIdleStages(
    _ stages: [ItemStage], _ meaning: ScorePlan, _ used: Set<Int>, of record: Record
  ) {
    guard stages.count > 1 || stages.contains(where: { self.stages[$0.stage].every != nil }) else {
      return
    }
    if meaning.panel != nil || meaning.children != nil { return }
    if used.contains(where: { slots.indices.contains($0) && slots[$0].isOfStage }) { return }
    diagnostics.report(.stagesWithoutEffect(at: record.keyPlace("stages")))
  }
}

extension RubricChecker {
}

extension Slot {
  fileprivate var isOfStage: Bool { self == .stage || self == .visit }
}
