import Diagnostics
import Formats
import Rubrics

/// Which entries of a round take over the results of which.
struct TakenSources {
  private let entries: [RoundEntry]
  private let bySubject: [String: [Int]]

  init(_ entries: [RoundEntry]) {
    self.entries = entries
    bySubject = Dictionary(grouping: entries.indices) { entries[$0].subject.id }
  }

  /// The entries whose results the facts of an entry take over, with those facts.
  func sources(of index: Int) -> [(fact: Declaration, entry: Int)] {
    guard let rubric = entries[index].rubric else { return [] }
    return rubric.takenResults.flatMap { fact, taken -> [(fact: Declaration, entry: Int)] in
      guard let subject = giver(of: taken, for: index) else { return [] }
      return (bySubject[subject] ?? []).filter { entries[$0].resultRubric == taken.rubric }
        .map { (fact, $0) }
    }
  }

  /// The subject whose result of this round is taken: the entry's own, or its party.
  func giver(of taken: TakenResult, for index: Int) -> String? {
    guard case .round(let role) = taken.giver else { return nil }
    let subject = entries[index].subject
    return role.map { subject.parties[$0]?.text } ?? subject.id
  }

  /// Says of every circle of results where it could be cut.
  func report(_ circles: [[Int]], into diagnostics: inout Diagnostics) {
    for circle in circles where !circle.isEmpty {
      let following = circle.dropFirst() + circle.prefix(1)
      let link = zip(circle, following).lazy.compactMap { entry, next in
        sources(of: entry).first { $0.entry == next }
      }.first
      diagnostics.report(
        .resultCycle(
          circle.map { "\(entries[$0].subject.id)/\(entries[$0].resultRubric)" },
          at: link?.fact.place ?? entries[circle[0]].subject.place))
    }
  }
}

extension RoundEntry {
  /// The id of the rubric whose result it is.
  var resultRubric: String { rubric?.id ?? name.text }
}

/// Follows facts that take over results to the rubrics and subjects that give them.
struct TakenLinks {
  private let entries: [RoundEntry]
  private let rubrics: [Rubric]
  /// What is wrong with a rubric is told once, however many subjects share it.
  private var seen = Set<String>()

  init(_ entries: [RoundEntry], _ library: Library) {
    self.entries = entries
    rubrics = library.rubrics.compactMap(\.content)
  }

  mutating func follow(into diagnostics: inout Diagnostics) {
    let sources = TakenSources(entries)
    for (index, entry) in entries.enumerated() {
      guard let rubric = entry.rubric else { continue }
      let isNew = seen.insert(rubric.path).inserted
      let found = Set(sources.sources(of: index).map(\.fact.name))
      var lacking = Set<String>()
      for (fact, taken) in rubric.takenResults {
        guard taken.isOfThisRound, let wanted = taken.rubric else { continue }
        let isKnown = rubrics.contains { $0.id == wanted }
        if isNew { follow(fact, to: wanted, into: &diagnostics) }
        // Who has no such party at all is told with the parties.
        let giver = sources.giver(of: taken, for: index)
        guard isKnown, let giver, !found.contains(fact.name),
          lacking.insert("\(giver) \(wanted)").inserted
        else { continue }
        diagnostics.report(
          .resultNotMade(giver, wanted, for: rubric.id, at: entry.subject.place))
      }
    }
  }

  private func follow(
    _ fact: Declaration, to id: String, into diagnostics: inout Diagnostics
  ) {
    let known = rubrics.filter { $0.id == id }
    if known.isEmpty {
      diagnostics.report(
        .unknownResultRubric(id, at: fact.place, among: rubrics.map(\.id).sorted()))
    }
    for other in known where fact.origin.taken?.part == .grade {
      let grades = other.grades.lines.map(\.id)
      let declared = fact.allowed ?? []
      for grade in declared where !grades.contains(grade) {
        diagnostics.report(.gradeOfAnother(grade, of: other.id, at: fact.place, among: grades))
      }
      let missing = grades.filter { !declared.contains($0) }
      if !missing.isEmpty {
        diagnostics.report(
          .gradesUndeclared(missing, of: other.id, fact.name, at: fact.place))
      }
    }
  }

  /// Rubrics that take each other's result of the same subject, whatever the round.
  static func followCircles(among rubrics: [Rubric], into diagnostics: inout Diagnostics) {
    let numbers = Dictionary(
      rubrics.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    func links(_ rubric: Rubric) -> [(fact: Declaration, to: Int)] {
      rubric.takenResults.compactMap { fact, taken in
        guard taken.giver == .round(role: nil) else { return nil }
        return taken.rubric.flatMap { numbers[$0] }.map { (fact, $0) }
      }
    }
    let needs = rubrics.map { Set(links($0).map(\.to)) }
    for circle in RoundOrder.circles(needs, among: Array(rubrics.indices)) {
      let next = circle.count > 1 ? circle[1] : circle[0]
      guard let link = links(rubrics[circle[0]]).first(where: { $0.to == next }) else { continue }
      diagnostics.report(.resultCycle(circle.map { rubrics[$0].id }, at: link.fact.place))
    }
  }
}
