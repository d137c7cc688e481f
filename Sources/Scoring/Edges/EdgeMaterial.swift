import Rubrics
import Values

/// Evidence that makes something come out as wanted, as a rubric test writes it.
struct EdgeMaterial: Sendable, Hashable {
  /// Cells of one row, by column.
  typealias Row = [Int: String]

  struct Mark: Sendable, Hashable {
    let by: String
    let role: String
    let item: String
    let value: Number
    let band: String?
  }

  /// By number of the declaration, as all of these.
  var facts: [Int: String] = [:]
  var tables: [Int: [Row]] = [:]
  var surveys: [Int: [Row]] = [:]
  var documents: [Int: Int] = [:]
  var findings: [Int: String] = [:]
  var marks: [Mark] = []
  /// Of the row at hand, before it stands in a table.
  var row: Row = [:]

  /// Both together, rows of one table one after the other.
  ///
  /// - Returns: `nil` where they contradict each other.
  func joined(_ other: EdgeMaterial?) -> EdgeMaterial? {
    guard let other else { return nil }
    var joined = self
    guard joined.facts.take(other.facts), joined.documents.take(other.documents),
      joined.findings.take(other.findings), joined.row.take(other.row)
    else { return nil }
    joined.tables.add(other.tables)
    joined.surveys.add(other.surveys)
    joined.marks += other.marks.filter { !marks.contains($0) }
    return joined
  }
}

extension Dictionary where Key == Int, Value: Equatable {
  /// - Returns: false where something is said in two ways.
  fileprivate mutating func take(_ other: [Int: Value]) -> Bool {
    for (key, value) in other {
      if let mine = self[key], mine != value { return false }
      self[key] = value
    }
    return true
  }
}

extension Dictionary where Key == Int, Value == [EdgeMaterial.Row] {
  fileprivate mutating func add(_ other: [Int: [EdgeMaterial.Row]]) {
    for (key, rows) in other where self[key] != rows { self[key, default: []] += rows }
  }
}
