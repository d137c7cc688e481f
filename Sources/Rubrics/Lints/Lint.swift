package import Diagnostics
import Values

/// What a rubric may do and probably should not: legal, worth a look, and accepted with a reason.
package struct Lint: Sendable {
  package let diagnostic: Diagnostic
  /// What it is about, as `accept` names it: an item, a document; `nil`: the whole rubric.
  package let name: String?

  /// Every code that `accept` knows.
  package static let codes = [
    "asked-again-at-a-stage", "asked-twice", "cannot-all-be-met", "counts-outweigh-outcomes",
    "document-decides-nothing", "listed-twice", "nobody-can-change",
    "papers-outweigh-the-rest", "party-not-there", "private-figure", "private-points",
  ]

  init(_ diagnostic: Diagnostic, about name: String? = nil) {
    self.diagnostic = diagnostic
    self.name = name
  }
}

extension Rubric {
  /// Reports what is worth a look and was not accepted; what was accepted in vain is reported too.
  package func lint(into diagnostics: inout Diagnostics) {
    var used = Set<Int>()
    for lint in lints {
      let found = accepted.indices.filter {
        accepted[$0].code == lint.diagnostic.code
          && (accepted[$0].name == nil || accepted[$0].name == lint.name)
      }
      used.formUnion(found)
      if found.isEmpty { diagnostics.report(lint.diagnostic) }
    }
    for (index, acceptance) in accepted.enumerated()
    where !used.contains(index) && accepted[index].isOwn(of: self) {
      diagnostics.report(
        .acceptsNothing(acceptance.code, acceptance.name, at: acceptance.place))
    }
    for block in together { report(block, into: &diagnostics) }
    for question in questions { diagnostics.report(.toConfirm(question)) }
  }

  private var lints: [Lint] {
    weightLints + unchangeable + askedTwice + idleDocuments + contradictions + undecidedGates
      + privacyLints + absentParties
  }

  // MARK: shares

  /// A sheet of fewer items is too small to have a balance.
  private static let fewestItems = 5

  private var weightLints: [Lint] {
    let profile = profile
    var lints: [Lint] = []
    let light = profile.countsAndPapers
    guard items.count >= Self.fewestItems else { return [] }
    if profile.unmeasured != profile.points, light > profile.outcomesAndVoices {
      lints.append(
        Lint(
          .countsOutweighOutcomes(
            light, profile.outcomesAndVoices, of: profile.points, at: sections[0].place)))
    }
    if let half = profile.points.divided(by: Number(2)), profile.onPaper > half {
      lints.append(
        Lint(
          .papersOutweighTheRest(
            profile.onPaper, of: profile.points, items.filter { restsOnPaper($0) }.map(\.id),
            at: sections[0].place)))
    }
    return lints
  }

  // MARK: items

  /// Items that no party of the round can do anything about.
  private var unchangeable: [Lint] {
    everyItem.compactMap { item in
      guard item.plan.isComputed else { return nil }
      let roots = slots(behind: item.inputs).filter {
        if case .figure = slots[$0] { false } else { true }
      }
      // What the documents behind an item are is somebody's doing.
      guard item.evidence.isEmpty, roots.allSatisfy({ isGivenFromOutside($0) }) else { return nil }
      let names = roots.compactMap { name(ofSlot: $0) }
      return Lint(.nobodyCanChange(item.id, names, at: item.place), about: item.id)
    }
  }

  private func isGivenFromOutside(_ slot: Int) -> Bool {
    switch slots[slot] {
    case .fact(let number): [.reference, .subject].contains(facts[number].origin)
    case .table(let number): tables[number].origin == .reference
    case .periodStart, .periodEnd, .asOf: true
    default: false
    }
  }

  // MARK: rules against rules

  /// Items whose full marks nobody can have at once: the smallest such lists that are found.
  private var contradictions: [Lint] {
    var reader = LinearReader(self)
    // What applies only sometimes may never apply together.
    let asked = everyItem.filter { $0.appliesWhen == nil }
      .map { (item: $0, rules: reader.fullMarks($0)) }.filter { !$0.rules.isEmpty }
    let facts = reader.declared(over: asked.flatMap(\.rules))
    func clash(_ some: [(item: Item, rules: [Inequality])]) -> Bool {
      Inequalities(some.flatMap(\.rules) + facts).areContradictory
    }
    guard asked.count > 1, clash(asked) else { return [] }
    // One after the other is left out, as long as the rest still clashes.
    var least = asked
    for entry in asked {
      let without = least.filter { $0.item.id != entry.item.id }
      if clash(without) { least = without }
    }
    guard let last = least.last else { return [] }
    return [
      Lint(
        .cannotAllBeMet(least.map(\.item.id), at: last.item.place), about: last.item.id)
    ]
  }
}
