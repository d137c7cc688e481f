import Diagnostics
import Formats
package import Rubrics
import Values

/// Cases at every edge of a rubric, with what the program says of each, for a colleague to tick.
///
/// None of them is a test before that: they say `computed` and not `expect`.
package struct EdgeCases: Sendable {
  package let rubric: Rubric
  package private(set) var cases: [EdgeCase] = []
  package private(set) var unfound: [UnfoundEdge]

  package init(_ rubric: Rubric) {
    self.rubric = rubric
    let finder = EdgeFinder(rubric)
    unfound = finder.unfound
    let text = EdgeCaseText(rubric: rubric)
    var names: Set<String> = []
    var totals = EdgeTotals(rubric, finder.solver)
    for edge in finder.edges { add(edge, text, &names, &totals) }
    for (item, samples) in finder.samples.sorted(by: { $0.key < $1.key }) {
      for material in samples {
        let sample = Edge(owner: .item(item), words: Wording(""), material: material)
        totals.note(sample, Self.evaluation(of: text.lines(sample, "sample"), rubric))
      }
    }
    for edge in totals.edges() { add(edge, text, &names, &totals) }
    unfound += totals.unfound
  }

  private mutating func add(
    _ edge: Edge, _ text: EdgeCaseText, _ names: inout Set<String>, _ totals: inout EdgeTotals
  ) {
    let name = Self.name(of: edge, in: rubric.language, unlike: &names)
    let lines = text.lines(edge, name)
    guard let evaluation = Self.evaluation(of: lines, rubric), edge.isMet(by: evaluation),
      let result = EdgeResult(edge.owner, evaluation)
    else {
      unfound.append(UnfoundEdge(owner: edge.owner.id, words: edge.words))
      return
    }
    totals.note(edge, evaluation)
    cases.append(
      EdgeCase(
        name: name, given: text.given(edge), computed: result.shown, owner: edge.owner,
        lines: lines, expectation: result.written))
  }

  private static func name(
    of edge: Edge, in language: Language, unlike names: inout Set<String>
  ) -> String {
    let plain = "\(edge.owner.id) · \(edge.words.text(in: language))"
    var name = plain
    var number = 2
    while !names.insert(name).inserted {
      name = "\(plain) (\(number))"
      number += 1
    }
    return name
  }

  /// Reads and runs the case as its file will be read and run.
  private static func evaluation(of lines: [String], _ rubric: Rubric) -> Evaluation? {
    let text =
      "tests: \(EdgeCaseText.quoted(rubric.path))\ncases:\n" + lines.map { $0 + "\n" }.joined()
      + "    computed: {}\n"
    var diagnostics = Diagnostics()
    guard
      let file = RubricTestSyntax.read(
        SourceText(text, path: "edges"), into: &diagnostics),
      let test = file.cases.first
    else { return nil }
    return RubricTestRunner(rubric).run(test).evaluation
  }

  /// The file of tests, for a rubric at `path` seen from it.
  ///
  /// What a colleague has ticked is expected, and all else only computed.
  package func text(testing path: String, ticks: EdgeTicks = EdgeTicks()) -> String {
    var text = EdgesWording.head.text(in: rubric.language)
    text += "tests: \(EdgeCaseText.quoted(path))\ncases:\n"
    for one in cases {
      text += one.lines.map { $0 + "\n" }.joined()
      switch ticks.tick(of: one.name) {
      case .agreed: text += "    expect: {\(one.expectation)}\n"
      case .other(let result): text += "    expect: {\(one.owner.expectation(result))}\n"
      case nil: text += "    computed: {\(one.expectation)}\n"
      }
    }
    return text + EdgesWording.unfound(unfound, in: rubric.language)
  }

  /// How many of the cases somebody has ticked.
  package func tickedCount(_ ticks: EdgeTicks) -> Int {
    cases.count { ticks.tick(of: $0.name) != nil }
  }

  /// The sheet to tick, below its heads.
  package var rows: [[String]] { cases.map { [$0.name, $0.given, $0.computed, "", ""] } }
}

extension Edge {
  /// Whether what was looked for came out; where nothing shows it, the case stands for itself.
  fileprivate func isMet(by evaluation: Evaluation) -> Bool {
    if let total {
      guard let found = evaluation.total?.point else { return false }
      return found == total
    }
    guard let line, case .item(let id) = owner,
      let item = evaluation.everyItem.first(where: { $0.item.id == id })
    else { return true }
    for derived in item.derivation.lines {
      guard case .value(_, let value, _) = derived else { continue }
      if case .number(let number) = value { return line.side.holds(number, line.number) }
      return false
    }
    return true
  }
}

/// What a case came to, as far as its owner is concerned.
private struct EdgeResult {
  let shown: String
  let written: String

  init?(_ owner: Edge.Owner, _ evaluation: Evaluation) {
    switch owner {
    case .item(let id):
      guard let item = evaluation.everyItem.first(where: { $0.item.id == id }) else { return nil }
      shown = item.outcome.word ?? item.points?.point?.description ?? "unknown"
      written = owner.expectation(shown)
    case .bar:
      if case .notEvaluated(let words, _) = evaluation.status {
        shown = words.text(in: evaluation.rubric.language)
      } else {
        shown = evaluation.status.text(in: .en)
      }
      written = owner.expectation(shown)
    case .grade:
      guard let grade = evaluation.grade?.id, let total = evaluation.total?.point else {
        return nil
      }
      shown = grade
      written = "score: \(total), " + owner.expectation(grade)
    case .gate:
      guard let standing = evaluation.standing, let best = standing.best.rank,
        let worst = standing.worst.rank
      else { return nil }
      let lines = evaluation.rubric.grades.lines
      shown = lines[best].id
      written =
        owner.expectation(shown) + ", worst: \(EdgeCaseText.cell(lines[worst].id))"
        + (evaluation.total.map { ", low: \($0.low), high: \($0.high)" } ?? "")
    }
  }
}
