import Diagnostics
import Formats
import Rubrics
import Scoring
import Values

extension SummaryBuilder {
  /// More values than this are no classes.
  private static let mostClasses = 30

  /// - Returns: `nil` where a column that was asked for is not there; that was reported.
  func groups(
    of facts: PortfolioFacts?, into diagnostics: inout Diagnostics
  ) -> [PortfolioSummary.Group]? {
    guard let facts else { return [] }
    guard !request.by.isEmpty else {
      return rubric.facts.compactMap { fact -> PortfolioSummary.Group? in
        guard fact.isText, !fact.isPrivate, let column = facts.column(of: fact) else { return nil }
        let cells = facts.cells(column, of: lines.map(\.subject))
        guard (2...Self.mostClasses).contains(Set(cells).count) else { return nil }
        return group(fact.name, fact, cells)
      }
    }
    var groups: [PortfolioSummary.Group] = []
    for name in request.by {
      let declared = rubric.facts.first { $0.name == name || $0.headers.contains(name) }
      if declared?.isPrivate == true {
        diagnostics.report(.privateGroup(name, facts.table.path))
        return nil
      }
      guard let column = declared.flatMap(facts.column) ?? facts.table.columnIndex(named: [name])
      else {
        diagnostics.report(.noGroupColumn(name, facts.table.path, among: facts.table.header))
        return nil
      }
      let cells = facts.cells(column, of: lines.map(\.subject))
      groups.append(group(name, declared, cells))
    }
    return groups
  }

  private func group(
    _ name: String, _ declared: Declaration?, _ cells: [String]
  ) -> PortfolioSummary.Group {
    let allowed = declared.flatMap { declared in
      declared.allowed.map { AllowedTexts($0, declared.spellings) }
    }
    let texts = Set(cells).subtracting([""])
    let numbers = texts.compactMap { Number($0) }
    let classes =
      numbers.count == texts.count && texts.count > Self.mostClasses
      ? quarters(cells) : values(cells, allowed)
    return PortfolioSummary.Group(
      column: name, title: declared?.title ?? Wording(name),
      classes: classes.filter { $0.count > 0 })
  }

  /// A class a text, by name; of too many the most frequent ones.
  ///
  /// A cell that is none of the texts that are allowed has no class of its own.
  private func values(
    _ cells: [String], _ allowed: AllowedTexts?
  ) -> [PortfolioSummary.Group.Class] {
    var members: [String: [Int]] = [:]
    var strangers: [Int] = []
    for (index, cell) in cells.enumerated() {
      if let name = cell.isEmpty ? cell : allowed.map({ $0.spelled(cell) }) ?? cell {
        members[name, default: []].append(index)
      } else {
        strangers.append(index)
      }
    }
    let empty = members.removeValue(forKey: "") ?? []
    let frequent = members.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .prefix(Self.mostClasses)
    let others = members.filter { entry in !frequent.contains { $0.key == entry.key } }
      .values.flatMap(\.self)
    let named = frequent.sorted {
      $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars)
    }
    return named.map { line(.value, $0.key, $0.value) }
      + [line(.others, "", (others + strangers).sorted()), line(.empty, "", empty)]
  }

  /// Four classes by size, as even as equal numbers allow.
  private func quarters(_ cells: [String]) -> [PortfolioSummary.Group.Class] {
    let numbered = cells.enumerated().compactMap { index, cell in
      Number(cell).map { (index: index, number: $0) }
    }.sorted { $0.number < $1.number }
    var classes: [PortfolioSummary.Group.Class] = []
    var start = 0
    for quarter in 1...4 {
      var end = max(start, numbered.count * quarter / 4)
      while end > start, end < numbered.count, numbered[end].number == numbered[end - 1].number {
        end += 1
      }
      guard end > start else { continue }
      let name = "\(numbered[start].number) – \(numbered[end - 1].number)"
      classes.append(line(.quarter, name, numbered[start..<end].map(\.index)))
      start = end
    }
    let empty = cells.indices.filter { cells[$0].isEmpty }
    return classes + [line(.empty, "", empty)]
  }

  private func line(
    _ kind: PortfolioSummary.Group.Class.Kind, _ name: String, _ members: [Int]
  ) -> PortfolioSummary.Group.Class {
    var counts = [Int](repeating: 0, count: grades.count)
    for index in members { counts[lines[index].grade] += 1 }
    return .init(
      kind: kind, name: name, count: members.count, grades: counts,
      mean: PortfolioSummary.Distribution.mean(
        of: members.compactMap { lines[$0].score }, decimals: rubric.total.rounding.decimals))
  }
}

extension Declaration {
  fileprivate var isText: Bool {
    switch shape {
    case .string, .optional(.string): true
    default: false
    }
  }
}
