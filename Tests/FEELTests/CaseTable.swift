import Diagnostics
import Foundation
import Testing

@testable import FEEL

/// A decision table of one input and one output, as a file of cases writes it.
///
///     table COLLECT SUM                  hit policy, perhaps an aggregation
///     allowed [0..9]                     what the input may be
///     values "good", "fair"              what the output may be, best first
///     rule >= 4  =>  6                   a test, and what it gives
///     otherwise 0                        what no rule gives
///     5  =>  6                           a case: an input, and the answer
struct CaseTable {
  let hitPolicy: DecisionTable.HitPolicy
  let aggregation: DecisionTable.Aggregation?
  private var allowed: String?
  private var values: String?
  private var otherwise: String?
  private var rules: [(test: String, output: String)] = []

  /// Reads what stands behind the word `table`.
  init(_ words: String) throws {
    let aggregation = DecisionTable.Aggregation.allCases.first {
      words.hasSuffix(" \($0.rawValue)")
    }
    let policy = words.dropLast(aggregation.map { $0.rawValue.count + 1 } ?? 0)
    hitPolicy = try #require(DecisionTable.HitPolicy(rawValue: String(policy)), "\(words)")
    self.aggregation = aggregation
  }

  /// Takes a line that describes the table.
  ///
  /// - Returns: false where the line is none of the table's.
  mutating func take(_ line: String) -> Bool {
    let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return false }
    switch parts[0] {
    case "allowed": allowed = parts[1]
    case "values": values = parts[1]
    case "otherwise": otherwise = parts[1]
    case "rule":
      let sides = parts[1].components(separatedBy: "  =>  ")
      guard sides.count == 2 else { return false }
      rules.append((sides[0], sides[1]))
    default: return false
    }
    return true
  }

  /// The table over an input.
  func decisionTable(of input: Passage) -> DecisionTable {
    DecisionTable(
      hitPolicy, aggregation: aggregation,
      inputs: [.init(input, allowed: allowed.map { Passage($0) })],
      outputs: [
        .init(values: values.map { Passage($0) }, otherwise: otherwise.map { Passage($0) })
      ],
      rules: rules.map { .init(tests: [Passage($0.test)], outputs: [Passage($0.output)]) })
  }
}
