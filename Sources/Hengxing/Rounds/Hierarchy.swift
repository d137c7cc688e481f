import Diagnostics
import Formats

/// Who stands above whom in a round, to any depth: a city, its towns, their rooms.
package struct Hierarchy: Sendable {
  private var parents: [String: String] = [:]
  /// In the order of the round.
  private var children: [String: [String]] = [:]
  /// Subjects of which nobody knows who stands below: they stood in a circle.
  private var broken: Set<String> = []

  /// Links that cannot hold are told and left out.
  init(of subjects: [Round.Subject], into diagnostics: inout Diagnostics) {
    let known = Set(subjects.map(\.id))
    let links = subjects.flatMap { subject in
      (subject.parent.map { [(child: subject.id, parent: $0.text, scalar: $0)] } ?? [])
        + subject.children.map { (child: $0.text, parent: subject.id, scalar: $0) }
    }
    for link in links {
      guard known.contains(link.scalar.text) else {
        diagnostics.report(
          .unknownRelative(link.scalar.text, at: link.scalar.place, among: known.sorted()))
        continue
      }
      if let other = parents[link.child], other != link.parent {
        diagnostics.report(.twoParents(link.child, other, link.parent, at: link.scalar.place))
        continue
      }
      parents[link.child] = link.parent
    }
    let places = Dictionary(
      links.map { ($0.child, $0.scalar.place) }, uniquingKeysWith: { first, _ in first })
    breakCircles(subjects.map(\.id), places, into: &diagnostics)
    for subject in subjects {
      if let parent = parents[subject.id] { children[parent, default: []].append(subject.id) }
    }
  }

  private mutating func breakCircles(
    _ subjects: [String], _ places: [String: Place], into diagnostics: inout Diagnostics
  ) {
    // Whoever was passed before leads to no circle that has not been told.
    var passed = Set<String>()
    for subject in subjects where !passed.contains(subject) {
      var path = [subject]
      var onPath: Set<String> = [subject]
      while let parent = parents[path[path.count - 1]], !passed.contains(parent) {
        if onPath.contains(parent) {
          let circle = Array(path[(path.firstIndex(of: parent) ?? 0)...])
          diagnostics.report(.hierarchyCycle(circle, at: places[circle[0]]))
          for member in circle { parents[member] = nil }
          broken.formUnion(circle)
          break
        }
        path.append(parent)
        onPath.insert(parent)
      }
      passed.formUnion(path)
    }
  }

  package func parent(of id: String) -> String? { parents[id] }

  /// `nil` where nobody knows them.
  package func children(of id: String) -> [String]? {
    broken.contains(id) ? nil : children[id] ?? []
  }

  package var isEmpty: Bool { parents.isEmpty && broken.isEmpty }

  /// How many stand above it.
  package func depth(of id: String) -> Int {
    var depth = 0
    var next = id
    while let parent = parents[next] {
      depth += 1
      next = parent
    }
    return depth
  }

  /// Everybody below, level by level, with how many levels down; `nil` where nobody knows them.
  package func descendants(of id: String) -> [(id: String, depth: Int)]? {
    guard let first = children(of: id) else { return nil }
    var found = first.map { (id: $0, depth: 1) }
    var index = 0
    while index < found.count {
      let (next, depth) = found[index]
      guard let below = children(of: next) else { return nil }
      found += below.map { ($0, depth + 1) }
      index += 1
    }
    return found
  }
}
