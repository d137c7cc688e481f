package import Diagnostics
package import Formats
package import Rubrics

/// What one subject is asked for: the inputs of its own rubrics, and what others need from it.
package struct FormContent: Sendable {
  /// A rubric, and the role in which the subject gives something for it; `nil`: it is the subject's own.
  package struct Demand: Sendable {
    package let rubric: Rubric
    package let role: String?

    package init(_ rubric: Rubric, role: String? = nil) {
      self.rubric = rubric
      self.role = role
    }

    func asks(_ origin: Origin) -> Bool {
      switch (role, origin) {
      case (nil, .bundle): true
      case (let role?, .party(let party)): role == party
      default: false
      }
    }
  }

  struct Fact {
    let declaration: Declaration
    let items: [Item]
  }

  struct Table {
    let declaration: TableDeclaration
    let isSurvey: Bool
    /// A column that says whose a row is, where rows of several subjects stand in one table.
    let keyColumn: String?
    let items: [Item]
  }

  struct Request {
    let declaration: DocumentDeclaration
    let items: [Item]
    let isNeeded: Bool
  }

  let demands: [Demand]
  private(set) var facts: [Fact] = []
  private(set) var tables: [Table] = []
  private(set) var documents: [Request] = []

  /// `further` facts are asked for beside those of rubrics: what policies need.
  package init(_ demands: [Demand], further: [Declaration] = []) {
    self.demands = demands
    var seenFacts: Set<HeaderName> = []
    var seenTables: Set<HeaderName> = []
    var seenSurveys: Set<HeaderName> = []
    var seenDocuments: Set<String> = []
    for demand in demands {
      let rubric = demand.rubric
      for (index, fact) in rubric.facts.enumerated()
      where demand.asks(fact.origin) && seenFacts.insert(HeaderName(fact.fileName)).inserted {
        facts.append(Fact(declaration: fact, items: rubric.items(usingSlot: .fact(index))))
      }
      for (index, table) in rubric.tables.enumerated()
      where demand.asks(table.origin) && seenTables.insert(HeaderName(table.fileName)).inserted {
        tables.append(
          Table(
            declaration: table, isSurvey: false,
            keyColumn: demand.role == nil ? nil : rubric.subject.keyColumn,
            items: rubric.items(usingSlot: .table(index))))
      }
      // What is not the subject's own is asked of others alone.
      guard demand.role == nil else { continue }
      for (index, survey) in rubric.surveys.enumerated()
      where seenSurveys.insert(HeaderName(survey.fileName)).inserted {
        tables.append(
          Table(
            declaration: survey, isSurvey: true, keyColumn: nil,
            items: rubric.items(usingSlot: .survey(index))))
      }
      for (index, kind) in rubric.documents.enumerated()
      where seenDocuments.insert(kind.name).inserted {
        let items = rubric.everyItem.filter { item in
          item.evidence.contains { $0.document == index }
        }
        documents.append(
          Request(
            declaration: kind, items: items,
            isNeeded: items.contains { item in
              item.evidence.contains { $0.document == index && !$0.isOptional }
            }))
      }
    }
    for fact in further
    where fact.origin == .bundle && seenFacts.insert(HeaderName(fact.fileName)).inserted {
      facts.append(Fact(declaration: fact, items: []))
    }
  }

  /// The subject's own rubrics, or those that ask it for something where it has none.
  var rubrics: [Rubric] {
    let own = demands.filter { $0.role == nil }.map(\.rubric)
    return own.isEmpty ? demands.map(\.rubric) : own
  }

  /// The rubrics whose digests a form for it bears.
  package var askingRubrics: [Rubric] { rubrics }

  /// Whether it asks for a fact of this name.
  package func asksFact(_ name: String) -> Bool {
    let wanted = HeaderName(name)
    return facts.contains { HeaderName($0.declaration.fileName) == wanted }
  }

  /// Whether it asks for a kind of document that is not optional.
  package func needsDocument(_ name: HeaderName) -> Bool {
    documents.contains { HeaderName($0.declaration.name) == name && $0.isNeeded }
  }

  /// Whether a fact of this name is a day.
  package func isDateFact(_ name: String) -> Bool {
    let wanted = HeaderName(name)
    return facts.contains { HeaderName($0.declaration.fileName) == wanted && $0.declaration.isDate }
  }

  /// The table or survey that a file of this name is.
  package func declaration(ofFile file: String) -> TableDeclaration? {
    tables.first { HeaderName($0.declaration.fileName) == HeaderName(file) }?.declaration
  }

  /// The kinds of documents that it asks for, with their titles.
  package var documentKinds: [(name: String, title: Wording?)] {
    documents.map { ($0.declaration.name, $0.declaration.title) }
  }

  var readsOperation: Bool { demands.contains { $0.role == nil && $0.rubric.readsOperation } }
}

extension Rubric {
  /// The items that rest on a slot, in the order of writing.
  fileprivate func items(usingSlot slot: Slot) -> [Item] {
    guard let index = index(of: slot) else { return [] }
    return everyItem.filter { item in
      if let survey = item.plan.survey, slot == .survey(survey) { return true }
      return slots(behind: item.inputs).contains(index)
    }
  }
}
