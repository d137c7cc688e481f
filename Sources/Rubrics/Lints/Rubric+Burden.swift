import Diagnostics
import FEEL
import Formats
import Values

/// What people are asked for in vain: the same thing twice, or something that decides nothing.
extension Rubric {
  // MARK: asked twice

  /// Inputs that bear the same name in some language, and documents that one item lists twice.
  ///
  /// A document that many items list is handed in once, and no burden.
  var askedTwice: [Lint] {
    // A single letter stands in too many words.
    let stageNames = Set(
      stages.flatMap { [$0.id, $0.title.en, $0.title.zh] }.map(Self.plain).filter { $0.count > 1 })
    var lints: [Lint] = []
    for kind in askedKinds {
      for (index, later) in kind.enumerated() {
        let same = kind[..<index].first { $0.isLike(later, leaving: []) }
        if let same {
          lints.append(
            Lint(.askedTwice(later.name, same.name, at: later.place), about: later.name))
        } else if let other = kind[..<index].first(where: { $0.isLike(later, leaving: stageNames) })
        {
          lints.append(
            Lint(.askedAgainAtAStage(later.name, other.name, at: later.place), about: later.name))
        }
      }
    }
    for item in everyItem {
      var seen = Set<Int>()
      for need in item.evidence where !seen.insert(need.document).inserted {
        lints.append(
          Lint(
            .listedTwice(documents[need.document].name, item.id, at: item.place), about: item.id
          ))
      }
    }
    return lints
  }

  private struct Asked {
    let name: String
    /// The name and the titles, as they are compared.
    let labels: Set<String>
    /// Inputs that read the same cell ask once.
    let headers: Set<String>
    let place: Place

    func isLike(_ other: Asked, leaving words: Set<String>) -> Bool {
      guard headers.isDisjoint(with: other.headers) else { return false }
      if words.isEmpty { return !labels.isDisjoint(with: other.labels) }
      func bare(_ labels: Set<String>) -> Set<String> {
        Set(
          labels.compactMap { label in
            let rest = words.sorted { $0.count > $1.count }.reduce(label) {
              $0.replacing($1, with: "")
            }
            return rest.isEmpty || rest == label ? nil : rest
          })
      }
      return !bare(labels).isDisjoint(with: bare(other.labels))
    }
  }

  /// Documents, tables, surveys and facts, each kind by who gives it: only what one body is asked for is asked twice.
  private var askedKinds: [[Asked]] {
    func asked(_ name: String, _ title: Wording?, _ headers: [String], _ place: Place) -> Asked {
      let labels = [name] + (title.map { [$0.en, $0.zh] } ?? [])
      return Asked(
        name: name, labels: Set(labels.map(Self.plain)).subtracting([""]),
        headers: Set(headers.map(Self.plain)), place: place)
    }
    var kinds = [documents.map { asked($0.name, $0.title, [], $0.place) }]
    var givers: [Origin] = []
    for origin in facts.map(\.origin) + (tables + surveys).map(\.origin)
    where ![.reference, .round, .subject].contains(origin) && !givers.contains(origin) {
      givers.append(origin)
    }
    for giver in givers {
      kinds.append(
        (tables + surveys).filter { $0.origin == giver }
          .map { asked($0.name, $0.title, [$0.fileName], $0.place) })
      let given = facts.filter { $0.origin == giver }
      var shapes: [Shape] = []
      for fact in given where !shapes.contains(fact.shape.withoutOptional) {
        shapes.append(fact.shape.withoutOptional)
      }
      kinds += shapes.map { shape in
        given.filter { $0.shape.withoutOptional == shape }
          .map { asked($0.name, $0.title, $0.headers, $0.place) }
      }
    }
    return kinds
  }

  /// Letters and digits alone, in lower case and half width.
  private static func plain(_ text: String) -> String {
    HeaderName(text).text.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  // MARK: deciding nothing

  /// Documents that can change no grade: only asked for where the grade does not look.
  var idleDocuments: [Lint] {
    let reach = gradeReach
    return documents.indices.compactMap { index in
      let asking = everyItem.filter { item in
        item.evidence.contains { $0.document == index }
          || slots(behind: item.inputs).contains { slots[$0] == .document(index) }
      }
      guard !asking.isEmpty, !reach.documents.contains(index) else { return nil }
      let deciding = asking.filter { item in
        guard reach.items.contains(item.id) else { return false }
        return item.evidence.contains { $0.document == index && !$0.isOptional }
          || slots(behind: item.inputs).contains { slots[$0] == .document(index) }
      }
      guard deciding.isEmpty else { return nil }
      return Lint(
        .documentDecidesNothing(
          documents[index].name, asking.map(\.id), at: documents[index].place),
        about: documents[index].name)
    }
  }

  /// What a grade can depend on.
  private struct GradeReach {
    var items: Set<String> = []
    /// Looked at by gates and by whatever applies or not, besides items.
    var documents: Set<Int> = []
    var seesTotal = false
  }

  private var gradeReach: GradeReach {
    var reach = GradeReach()
    switch grades.rule {
    case .ladder: reach.seesTotal = true
    case .table(let table): look(at: table.plan.children, table.plan.slotsUsed, &reach)
    }
    for line in grades.lines {
      if line.everySection != nil { reach.items.formUnion(items.map(\.id)) }
      for floor in line.sectionFloors { take(section: floor.section, &reach) }
    }
    let plans =
      resultPlan.conditions + stages.compactMap(\.appliesWhen)
      + [validity?.from].compactMap { $0 }
    for plan in plans { look(at: [plan.step], plan.slotsUsed, &reach) }
    guard reach.seesTotal else { return reach }
    if let formula = total.formula {
      look(at: [formula.step], formula.slotsUsed, &reach)
    } else {
      reach.items.formUnion((items + deductions.map(\.item)).map(\.id))
      if bonus?.mayLiftGrade ?? false { reach.items.formUnion((bonus?.items ?? []).map(\.id)) }
    }
    return reach
  }

  private func take(section id: String, _ reach: inout GradeReach) {
    for section in everySection where section.id == id {
      reach.items.formUnion(section.allItems.map(\.id))
    }
  }

  /// Everything that an expression looks at; `items.x` is one item, `items` alone is all of them.
  private func look(at steps: [Step], _ used: [Int], _ reach: inout GradeReach) {
    for slot in slots(behind: used) {
      switch slots[slot] {
      case .document(let number): reach.documents.insert(number)
      case .total: reach.seesTotal = true
      default: break
      }
    }
    var named = Set<ObjectIdentifier>()
    var seen: [Step] = []
    for step in steps { step.walk { seen.append($0) } }
    for step in seen {
      guard case .path(let whole, let name, _) = step.form, case .input(let slot) = whole.form
      else { continue }
      switch slots[slot] {
      case .items: reach.items.insert(name)
      case .sections: take(section: name, &reach)
      default: continue
      }
      named.insert(ObjectIdentifier(whole))
    }
    for step in seen {
      guard case .input(let slot) = step.form, !named.contains(ObjectIdentifier(step)) else {
        continue
      }
      if slots[slot] == .items || slots[slot] == .sections {
        reach.items.formUnion(everyItem.map(\.id))
      }
    }
  }
}
