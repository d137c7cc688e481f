import Diagnostics
import Formats
import Rubrics

extension [RoundEntry] {
  /// The entries whose results the facts of an entry take over, with those facts.
  func sources(of index: Int) -> [(fact: Declaration, entry: Int)] {
    guard let rubric = self[index].rubric else { return [] }
    return rubric.takenResults.flatMap { fact, taken -> [(fact: Declaration, entry: Int)] in
      guard case .round(let role) = taken.giver, let subject = giver(role, for: index) else {
        return []
      }
      return indices.filter {
        self[$0].subject.id == subject && self[$0].resultRubric == taken.rubric
      }.map { (fact, $0) }
    }
  }

  /// The subject whose result is taken: the entry's own, or that of its party.
  private func giver(_ role: String?, for index: Int) -> String? {
    let subject = self[index].subject
    return role.map { subject.parties[$0]?.text } ?? subject.id
  }

  /// Says of every circle of results where it could be cut.
  func report(circles: [[Int]], into diagnostics: inout Diagnostics) {
    for circle in circles where !circle.isEmpty {
      let following = circle.dropFirst() + circle.prefix(1)
      let link = zip(circle, following).lazy.compactMap { entry, next in
        sources(of: entry).first { $0.entry == next }
      }.first
      diagnostics.report(
        .resultCycle(
          circle.map { "\(self[$0].subject.id)/\(self[$0].resultRubric)" },
          at: link?.fact.place ?? self[circle[0]].subject.place))
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
    for (index, entry) in entries.enumerated() {
      guard let rubric = entry.rubric else { continue }
      let isNew = seen.insert(rubric.path).inserted
      let found = Set(entries.sources(of: index).map(\.fact.name))
      var lacking = Set<String>()
      for (fact, taken) in rubric.takenResults {
        guard case .round(let role) = taken.giver, let wanted = taken.rubric else { continue }
        let isKnown = rubrics.contains { $0.id == wanted }
        if isNew { follow(fact, to: wanted, into: &diagnostics) }
        // Who has no such party at all is told with the parties.
        let giver = role.map { entry.subject.parties[$0]?.text } ?? entry.subject.id
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
    var told = Set<String>()
    for start in rubrics where !told.contains(start.id) {
      var path: [(rubric: Rubric, fact: Declaration)] = []
      guard leadsBack(to: start.id, from: start, rubrics, &path), let first = path.first else {
        continue
      }
      told.formUnion(path.map(\.rubric.id))
      diagnostics.report(.resultCycle(path.map(\.rubric.id), at: first.fact.place))
    }
  }

  private static func leadsBack(
    to start: String, from rubric: Rubric, _ rubrics: [Rubric],
    _ path: inout [(rubric: Rubric, fact: Declaration)]
  ) -> Bool {
    for (fact, taken) in rubric.takenResults where taken.giver == .round(role: nil) {
      path.append((rubric, fact))
      if taken.rubric == start { return true }
      if let next = rubrics.first(where: { $0.id == taken.rubric }),
        !path.contains(where: { $0.rubric.id == next.id }),
        leadsBack(to: start, from: next, rubrics, &path)
      {
        return true
      }
      path.removeLast()
    }
    return false
  }
}
