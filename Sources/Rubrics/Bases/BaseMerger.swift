import Diagnostics
import Formats

/// Joins a rubric file with the one that it stands on, node by node, so that everything keeps its place.
///
/// What the file says once stands for what the base says; declarations and lists are joined; items change as `changes:`
/// says.
struct BaseMerger {
  private struct Addition {
    let section: Scalar
    let after: Scalar?
    let items: [Node]
    var isDone = false
  }

  /// Declared by name, in the file and in the base.
  private static let joinedMaps: Set = [
    "sources", "facts", "tables", "documents", "surveys", "findings", "parties", "define",
    "panels",
  ]
  private static let joinedLists: Set = [
    "sections", "deductions", "admission", "caps", "vetoes", "downgrades", "stages", "together",
    "to confirm",
  ]
  /// What only the file itself can say.
  static let ownKeys: Set = ["rubric", "edition", "title"]
  /// What `to:` and `points:` call the bonus, where no section is called so.
  private static let bonusID = "bonus"

  /// Items are read as nodes: they are checked where they belong.
  private static let changes = Vocabulary(Construct.changes(item: .anything))

  private let own: NodeMapping
  private var leftOut: [String: Scalar] = [:]
  private var replaced: [String: (id: Scalar, node: Node)] = [:]
  private var points: [String: (id: Scalar, points: Scalar)] = [:]
  private var additions: [Addition] = []
  /// By id of a change: where what it means stands in the base.
  private var met: [String: [Place]] = [:]
  /// Ids of the base that are gone.
  private var gone: Set<String> = []
  private var itemIDs: [String] = []
  private var itemsBySection: [String: [String]] = [:]
  private var sectionIDs: [String] = []
  private var hasBonus = false
  private(set) var told: [BaseChange] = []
  private(set) var diagnostics = Diagnostics()

  init(_ own: NodeMapping) {
    self.own = own
    guard let node = own["changes"],
      let record = WrittenReader.read(node, as: "changes", by: Self.changes, into: &diagnostics)
    else { return }
    for id in record.list("leave out").compactMap(\.scalar) {
      if let first = leftOut[id.text] {
        diagnostics.report(.baseChangedTwice(id.text, at: id.place, first: first.place))
      }
      leftOut[id.text] = id
    }
    for case .anything(let node) in record.list("replace") {
      guard let id = node.mapping?.entry(of: "id", in: "item")?.value.scalar else {
        diagnostics.report(.replacesWithoutID(at: node.place))
        continue
      }
      if let first = leftOut[id.text] ?? replaced[id.text]?.id {
        diagnostics.report(.baseChangedTwice(id.text, at: id.place, first: first.place))
      } else {
        replaced[id.text] = (id, node)
      }
    }
    for entry in record.map("points") {
      guard let scalar = entry.value.scalar else { continue }
      if let first = leftOut[entry.key.text] ?? replaced[entry.key.text]?.id {
        diagnostics.report(
          .baseChangedTwice(entry.key.text, at: entry.key.place, first: first.place))
      } else {
        points[entry.key.text] = (entry.key, scalar)
      }
    }
    additions = record.records("add").compactMap { added in
      added.scalar("to").map { section in
        Addition(
          section: section, after: added.scalar("after"),
          items: added.list("items").compactMap {
            if case .anything(let node) = $0 { node } else { nil }
          })
      }
    }
  }

  mutating func merged(with base: NodeMapping) -> NodeMapping {
    var entries: [NodeMapping.Entry] = []
    var taken: Set<String> = ["base", "changes"]
    // What is left out is left out of what names it, wherever that stands.
    var changed: [String: Node] = [:]
    for entry in base.entries {
      changed[Self.name(entry)] = inherited(Self.name(entry), entry.key, entry.value)
    }
    for entry in base.entries {
      let name = Self.name(entry)
      let mine = own.entries.first { Self.name($0) == name }
      if let mine { taken.insert(mine.key.text) }
      if Self.ownKeys.contains(name), mine == nil { continue }
      let value = withoutGone(name, changed[name] ?? entry.value)
      entries.append(
        NodeMapping.Entry(
          key: mine?.key ?? entry.key, value: mine.map { joined(name, value, $0.value) } ?? value))
    }
    entries += own.entries.filter { !taken.contains($0.key.text) }
    reportUnmet()
    tell()
    return own.with(entries)
  }

  private static func name(_ entry: NodeMapping.Entry) -> String {
    Vocabulary.rubric["rubric"].key(entry.key.text)?.name ?? entry.key.text
  }

  // MARK: what the file says beside its changes

  private mutating func joined(_ name: String, _ base: Node, _ own: Node) -> Node {
    if Self.joinedLists.contains(name), let base = base.sequence, let own = own.sequence {
      return .sequence(own.with(base.items + own.items))
    }
    if name == "accept", let base = base.mapping, let own = own.mapping {
      let kept = base.entries.filter { own[$0.key.text] == nil }
      return .mapping(own.with(kept + own.entries))
    }
    guard Self.joinedMaps.contains(name), let base = base.mapping, let own = own.mapping else {
      return own
    }
    let new = own.entries.filter { entry in
      guard let first = base.entry(entry.key.text) else { return true }
      diagnostics.report(
        .baseDeclares(entry.key.text, at: entry.key.place, first: first.key.place))
      return false
    }
    return .mapping(own.with(base.entries + new))
  }

  // MARK: what the base says, changed

  private mutating func inherited(_ name: String, _ key: Scalar, _ node: Node) -> Node {
    switch name {
    case "sections": sections(node)
    case "deductions": items(node, of: nil)
    case "bonus": bonus(key, node)
    case "admission", "caps", "vetoes", "downgrades": gates(node)
    default: node
    }
  }

  private func withoutGone(_ name: String, _ node: Node) -> Node {
    switch name {
    case "together": together(node)
    case "accept": accepted(node)
    default: node
    }
  }

  private mutating func sections(_ node: Node) -> Node {
    guard let sequence = node.sequence else { return node }
    var kept: [Node] = []
    for node in sequence.items {
      guard let section = node.mapping, let id = id(of: section, in: "section") else {
        kept.append(node)
        continue
      }
      sectionIDs.append(id.text)
      if leaves(out: id) {
        leaveAll(below: section)
        continue
      }
      var changed = section
      if let parts = section.entry(of: "sections", in: "section") {
        changed = changed.replacing(parts.key, by: sections(parts.value))
      }
      if let parts = section.entry(of: "items", in: "section") {
        changed = changed.replacing(parts.key, by: items(parts.value, of: id.text))
      }
      kept.append(.mapping(moved(changed, id.text, at: id.place, ["points"], in: "section")))
    }
    return .sequence(sequence.with(kept))
  }

  /// Everything in a section that goes with it.
  private mutating func leaveAll(below section: NodeMapping) {
    for key in ["sections", "items"] {
      for node in section.entry(of: key, in: "section")?.value.sequence?.items ?? [] {
        guard let part = node.mapping else { continue }
        if let id = id(of: part, in: "item") { gone.insert(id.text) }
        leaveAll(below: part)
      }
    }
  }

  private mutating func items(_ node: Node, of section: String?) -> Node {
    guard let sequence = node.sequence else { return node }
    var kept: [Node] = []
    for node in sequence.items {
      guard let item = node.mapping, let id = id(of: item, in: "item") else {
        kept.append(node)
        continue
      }
      itemIDs.append(id.text)
      if let section { itemsBySection[section, default: []].append(id.text) }
      if !leaves(out: id) {
        if let other = replaced[id.text] {
          met[id.text, default: []].append(id.place)
          kept.append(other.node)
        } else {
          kept.append(
            .mapping(moved(item, id.text, at: id.place, ["points", "cap"], in: "item")))
        }
      }
      if let section { kept += added(to: section, after: id.text) }
    }
    if let section { kept += added(to: section, after: nil) }
    return .sequence(sequence.with(kept))
  }

  private mutating func added(to section: String, after item: String?) -> [Node] {
    var nodes: [Node] = []
    for index in additions.indices
    where additions[index].section.text == section && additions[index].after?.text == item {
      additions[index].isDone = true
      nodes += additions[index].items
    }
    return nodes
  }

  private mutating func bonus(_ key: Scalar, _ node: Node) -> Node {
    guard let bonus = node.mapping, let entry = bonus.entry(of: "items", in: "bonus") else {
      return node
    }
    hasBonus = !sectionIDs.contains(Self.bonusID)
    let changed = bonus.replacing(
      entry.key, by: items(entry.value, of: hasBonus ? Self.bonusID : nil))
    guard hasBonus else { return .mapping(changed) }
    return .mapping(moved(changed, Self.bonusID, at: key.place, ["cap"], in: "bonus"))
  }

  private mutating func gates(_ node: Node) -> Node {
    guard let sequence = node.sequence else { return node }
    let kept = sequence.items.filter { node in
      guard let id = node.mapping?["id"]?.scalar else { return true }
      itemIDs.append(id.text)
      return !leaves(out: id)
    }
    return .sequence(sequence.with(kept))
  }

  /// Rules that are looked at together, as far as all of their items are still there.
  private func together(_ node: Node) -> Node {
    guard let sequence = node.sequence else { return node }
    return .sequence(
      sequence.with(
        sequence.items.filter { node in
          let items = node.mapping?["items"]?.sequence?.items.compactMap { $0.scalar?.text } ?? []
          return gone.isDisjoint(with: items)
        }))
  }

  private func accepted(_ node: Node) -> Node {
    guard let mapping = node.mapping else { return node }
    return .mapping(
      mapping.with(
        mapping.entries.filter { entry in
          let words = entry.key.text.split(separator: " ", maxSplits: 1)
          return words.count < 2 || !gone.contains(String(words[1]))
        }))
  }

  // MARK: single changes

  private func id(of mapping: NodeMapping, in construct: String) -> Scalar? {
    mapping.entry(of: "id", in: construct)?.value.scalar
  }

  private mutating func leaves(out id: Scalar) -> Bool {
    guard leftOut[id.text] != nil else { return false }
    met[id.text, default: []].append(id.place)
    gone.insert(id.text)
    return true
  }

  /// The same with other points, where there are any.
  private mutating func moved(
    _ mapping: NodeMapping, _ id: String, at place: Place, _ keys: [String], in construct: String
  ) -> NodeMapping {
    guard let change = points[id],
      let entry = keys.lazy.compactMap({
        mapping.entry(of: $0, in: construct) ?? mapping.entry($0)
      }).first
    else { return mapping }
    met[id, default: []].append(place)
    told.append(.points(id, from: entry.value.scalar?.text ?? "?", to: change.points.text))
    return mapping.replacing(entry.key, by: .scalar(change.points))
  }

  // MARK: telling

  private mutating func reportUnmet() {
    let known = itemIDs + sectionIDs
    let asked =
      leftOut.values + replaced.values.map(\.id) + points.values.map(\.id)
    for id in asked.sorted(by: { $0.span.start < $1.span.start }) {
      let places = met[id.text] ?? []
      if places.isEmpty {
        diagnostics.report(.baseHasNo(id.text, among: known, at: id.place))
      } else if places.count > 1 {
        diagnostics.report(.baseMeansTwo(id.text, at: id.place, places))
      }
    }
    let places = sectionIDs + (hasBonus ? [Self.bonusID] : [])
    for addition in additions where !addition.isDone {
      if !places.contains(addition.section.text) || gone.contains(addition.section.text) {
        diagnostics.report(
          .baseHasNo(addition.section.text, among: places, at: addition.section.place))
      } else if let after = addition.after {
        let known = itemsBySection[addition.section.text] ?? []
        diagnostics.report(.baseHasNo(after.text, among: known, at: after.place))
      }
    }
  }

  private mutating func tell() {
    func sorted(_ scalars: [Scalar]) -> [String] {
      scalars.sorted { $0.span.start < $1.span.start }.map(\.text)
    }
    let moved = told
    told = sorted(leftOut.values.filter { met[$0.text] != nil }).map { .leftOut($0) }
    told += sorted(replaced.values.map(\.id).filter { met[$0.text] != nil }).map { .replaced($0) }
    told += additions.filter(\.isDone).flatMap { addition in
      addition.items.compactMap { node in
        node.mapping.flatMap { id(of: $0, in: "item") }
          .map { .added($0.text, to: addition.section.text) }
      }
    }
    told += moved
  }
}
