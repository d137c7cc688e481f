import Rubrics

/// The order in which the results of a round need one another: children before parents, a result that is taken over
/// before the one that takes it, and the second pass over a cohort after the first pass over all its members.
struct RoundOrder {
  enum Task {
    /// One entry by itself.
    case first(Int)
    /// The entries under one rubric, compared with each other.
    case second([Int])
  }

  private(set) var tasks: [Task] = []
  /// By task, the node that it makes; entries are the first nodes, then come cohorts.
  private var nodes: [Int] = []
  /// By node: the nodes that come before it.
  private let needs: [Set<Int>]
  /// By entry: the node after which its result stands.
  private let finals: [Int]
  /// Entries that wait for each other, each circle in its order; they are scored last, with what they wait for unknown.
  private(set) var circles: [[Int]] = []

  init(_ entries: [RoundEntry], _ hierarchy: Hierarchy) {
    let bySubject = Dictionary(grouping: entries.indices) { entries[$0].subject.id }
    var cohorts: [[Int]] = []
    var cohortOfRubric: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      guard let rubric = entry.rubric, rubric.cohort != nil else { continue }
      if let number = cohortOfRubric[rubric.path] {
        cohorts[number].append(index)
      } else {
        cohortOfRubric[rubric.path] = cohorts.count
        cohorts.append([index])
      }
    }
    let finals = entries.indices.map { index in
      entries[index].rubric.flatMap { cohortOfRubric[$0.path] }.map { entries.count + $0 } ?? index
    }
    let sources = TakenSources(entries)
    var needs = entries.indices.map { index -> Set<Int> in
      let taken = Set(sources.sources(of: index).map { finals[$0.entry] })
      let wanted = Set(entries[index].rubric?.childRubrics ?? [])
      guard !wanted.isEmpty else { return taken }
      let below = hierarchy.descendants(of: entries[index].subject.id) ?? []
      let found = below.flatMap { bySubject[$0.id] ?? [] }.filter {
        entries[$0].rubric.map { wanted.contains($0.id) } ?? false
      }
      return taken.union(found.map { finals[$0] })
    }
    needs += cohorts.map { Set($0) }
    let sorted = Self.sorted(needs)
    let done = Set(sorted)
    let open = needs.indices.filter { !done.contains($0) }
    circles = Self.circles(needs, among: open).map { $0.filter { $0 < entries.count } }
    nodes = sorted + open
    tasks = nodes.map { $0 < entries.count ? .first($0) : .second(cohorts[$0 - entries.count]) }
    self.needs = needs
    self.finals = finals
  }

  /// Whether the first pass over an entry waits for nobody.
  func isFree(_ entry: Int) -> Bool { needs[entry].isEmpty }

  /// Only what the result of one entry waits for, in the same order.
  func tasks(for entry: Int) -> [Task] {
    var wanted: Set = [finals[entry]]
    var open = [finals[entry]]
    while let node = open.popLast() {
      for need in needs[node] where wanted.insert(need).inserted { open.append(need) }
    }
    return zip(nodes, tasks).filter { wanted.contains($0.0) }.map(\.1)
  }

  /// What needs nothing comes first, otherwise by number; what stands in a circle is left out.
  private static func sorted(_ needs: [Set<Int>]) -> [Int] {
    var open = needs.map(\.count)
    var users: [Int: [Int]] = [:]
    for (node, needed) in needs.enumerated() {
      for need in needed { users[need, default: []].append(node) }
    }
    var sorted = needs.indices.filter { open[$0] == 0 }
    var next = 0
    while next < sorted.count {
      for user in users[sorted[next]] ?? [] {
        open[user] -= 1
        if open[user] == 0 { sorted.append(user) }
      }
      next += 1
    }
    return sorted
  }

  /// The shortest circle through each of `open` nodes that no other circle holds.
  static func circles(_ needs: [Set<Int>], among open: [Int]) -> [[Int]] {
    var told = Set<Int>()
    var circles: [[Int]] = []
    for start in open where !told.contains(start) {
      var reachedFrom: [Int: Int] = [:]
      var front = [start]
      var next = 0
      while next < front.count, reachedFrom[start] == nil {
        for need in needs[front[next]].sorted() where reachedFrom[need] == nil {
          reachedFrom[need] = front[next]
          front.append(need)
        }
        next += 1
      }
      guard var node = reachedFrom[start] else { continue }
      var circle = [start]
      while node != start {
        circle.insert(node, at: 1)
        node = reachedFrom[node] ?? start
      }
      told.formUnion(circle)
      circles.append(circle)
    }
    return circles
  }
}

extension Rubric {
  /// The rubrics of those below at whose results its items look.
  fileprivate var childRubrics: [String] {
    everyItem.compactMap { $0.plan.children?.rubric }
  }
}
