package import Diagnostics
import Formats
package import Rubrics

/// What a portfolio has of all that its rubric looks at, and what it was told to do without.
package struct HandedOver {
  private let rubric: Rubric
  private let needs: [Need]
  /// What was not kept of rows and facts is told where it is looked for.
  private let isKept: Bool
  private let hasFacts: Bool

  /// Of tables and surveys by their names, and of facts whose columns are `headers`; `nil`: no facts at all.
  package init(_ rubric: Rubric, headers: [String]?, tables: [String]) {
    self.rubric = rubric
    isKept = false
    hasFacts = headers != nil
    let given = Set(tables.map(HeaderName.init))
    let columns = headers.map { Set($0.map(HeaderName.init)) }
    needs = rubric.needs.filter { need in
      switch need {
      case .table, .survey: !given.contains(HeaderName(need.name(in: rubric) ?? ""))
      case .fact(let fact):
        // A column of its own that is not there is told of the file.
        columns.map { columns in
          need.kind(in: rubric) != .facts
            && columns.isDisjoint(
              with: (rubric.facts[fact].headers + [rubric.facts[fact].name]).map(HeaderName.init))
        } ?? true
      default: true
      }
    }
  }

  /// What is missing from what an earlier run kept.
  package init(_ rubric: Rubric, kept: KeptPortfolio) {
    self.rubric = rubric
    isKept = true
    hasFacts = !kept.facts.isEmpty
    let given = Set(kept.tables.map(HeaderName.init))
    needs = rubric.needs.filter { need in
      switch need {
      case .table, .survey: !given.contains(HeaderName(need.name(in: rubric) ?? ""))
      case .fact: !kept.facts.contains { $0.name == need.name(in: rubric) }
      default: true
      }
    }
  }

  /// What is left out, because the words say so or an earlier run did.
  ///
  /// - Returns: `nil` where more is missing, or a word names nothing; that was reported.
  package func leftOut(
    without words: [String], besides earlier: [String] = [], into diagnostics: inout Diagnostics
  ) -> Set<Need>? {
    var kinds: Set<Need.Kind> = []
    var names: Set<HeaderName> = []
    let known = Set(rubric.needs.compactMap { $0.name(in: rubric) }.map(HeaderName.init))
    var isClear = true
    for word in words {
      if let kind = Need.Kind(rawValue: word) {
        kinds.insert(kind)
      } else if known.contains(HeaderName(word)) {
        names.insert(HeaderName(word))
      } else {
        diagnostics.report(
          .nothingToLeaveOut(
            word, among: Need.Kind.allCases.map(\.rawValue),
            rubric.needs.compactMap { $0.name(in: rubric) }, rubric.path))
        isClear = false
      }
    }
    let left = needs.filter { need in
      kinds.contains(need.kind(in: rubric)) || earlier.contains(need.text(in: rubric))
        || need.name(in: rubric).map { names.contains(HeaderName($0)) } == true
    }
    let missing = needs.filter { need in
      switch need {
      case .table, .survey: !isKept && !left.contains(need)
      case .fact: !(isKept && hasFacts) && !left.contains(need)
      default: !left.contains(need)
      }
    }
    for kind in Need.Kind.allCases {
      let of = missing.filter { $0.kind(in: rubric) == kind }
      guard !of.isEmpty else { continue }
      let tables = of.filter { if case .table = $0 { true } else { false } }
      diagnostics.report(
        .notHandedOver(
          kind, of.compactMap { $0.name(in: rubric) },
          tables: tables.compactMap { $0.name(in: rubric) }, rubric.path))
    }
    return isClear && missing.isEmpty ? Set(left) : nil
  }
}
