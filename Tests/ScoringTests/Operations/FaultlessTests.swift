import Diagnostics
import Formats
import Foundation
import Rubrics
import Scoring
import TestSupport
import Testing
import Values

/// Whoever is without fault has full marks, whoever runs it, or the rubric says why not.
///
/// `faultless.csv` names a case of a rubric's tests, who runs the subject, and what is otherwise there.
@Suite(.timed) struct FaultlessTests {
  struct Line: Sendable, CustomTestStringConvertible {
    let rubric: String
    let name: String
    let operation: String
    /// `old => new`, with a bar between several.
    let changes: [(String, String)]
    let points: String
    let reason: String

    var testDescription: String { "\(rubric), \(operation)" }
  }

  static let lines: [Line] = read()

  private static func read() -> [Line] {
    let file = Places.root.appending(path: "Tests/ScoringTests/Operations/faultless.csv")
    var unheard = Diagnostics()
    guard let bytes = try? Data(contentsOf: file),
      let table = CSVReader.read(Array(bytes), path: "faultless.csv", into: &unheard)
    else { return [] }
    return (0..<table.rowCount).map { row in
      let changes = table.cell(row, 3).components(separatedBy: " | ").compactMap { change in
        let ends = change.components(separatedBy: " => ")
        return ends.count == 2 ? (ends[0], ends[1]) : nil
      }
      return Line(
        rubric: table.cell(row, 0), name: table.cell(row, 1), operation: table.cell(row, 2),
        changes: changes, points: table.cell(row, 4), reason: table.cell(row, 5))
    }
  }

  /// The case as the rubric's tests have it, under one way of running the subject.
  private func text(_ line: Line, _ operation: String) throws -> String {
    let file = Places.root.appending(path: "rubrics/\(line.rubric).tests.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let blocks = text.components(separatedBy: "\n  - name: ")
    var block = try #require(
      blocks.first { $0.hasPrefix("\(line.name)\n") }, "\(line.rubric): \(line.name)")
    for (old, new) in line.changes {
      #expect(block.contains(old), "\(line.rubric), \(operation): nothing says \(old)")
      block = block.replacing(old, with: new)
    }
    block = block.replacing(try Regex("operation: [a-z]+(, )?"), with: "")
    let (opening, said) = ("\n    facts: {", "\n    facts: {operation: \(operation), ")
    block =
      block.contains(opening)
      ? block.replacing(opening, with: said, maxReplacements: 1)
      : block.replacing("\n", with: "\n    facts: {operation: \(operation)}\n", maxReplacements: 1)
    return blocks[0] + "\n  - name: " + block
  }

  private func evaluation(of line: Line, _ operation: String) throws -> Evaluation {
    let path = "rubrics/\(line.rubric).yaml"
    let file = Places.root.appending(path: path)
    var found = Diagnostics()
    let rubric = try #require(
      Rubric.read(
        SourceText(try String(contentsOf: file, encoding: .utf8), path: path), digest: "",
        into: &found))
    let tests = try #require(
      RubricTestSyntax.read(
        SourceText(try text(line, operation), path: "faultless.yaml"), into: &found))
    #expect(!found.hasErrors, "\(found.all.map(\.headline.en))")
    let test = try #require(tests.cases.first)
    return RubricTestRunner(rubric).run(test, others: tests.others).evaluation
  }

  @Test(arguments: lines)
  func hasFullMarksOrAReason(line: Line) throws {
    let all = Operation.allCases.map(\.rawValue)
    for operation in line.operation == "any" ? all : [line.operation] {
      let evaluation = try evaluation(of: line, operation)
      let earned = Number.sum(evaluation.sections.compactMap(\.points?.point))
      let points =
        if case .notEvaluated = evaluation.status { "not evaluated" } else {
          earned?.description ?? "open"
        }
      #expect(points == line.points, "\(line.rubric), \(operation)")
      let isFull = points == evaluation.rubric.possiblePoints.description
      #expect(isFull == line.reason.isEmpty, "\(line.rubric), \(operation): \(line.reason)")
    }
  }

  @Test func everySystemIsLookedAtUnderEachWayOfRunningIt() throws {
    let rubrics = Set(Self.lines.map(\.rubric))
    #expect(rubrics.count == 19)
    for rubric in rubrics {
      let ways = Self.lines.filter { $0.rubric == rubric }.map(\.operation)
      #expect(ways == ["any"] || Set(ways) == Set(Operation.allCases.map(\.rawValue)), "\(rubric)")
    }
  }
}
