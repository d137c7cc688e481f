package import Diagnostics
package import Formats
import Values

extension RubricTestSyntax {
  /// Reads `<name>.tests.yaml`.
  ///
  /// - Returns: `nil` when the file is not a mapping or does not name what it tests.
  package static func read(
    _ text: SourceText, into diagnostics: inout Diagnostics
  ) -> RubricTestSyntax? {
    YAMLReader.read(text, into: &diagnostics).flatMap { read($0, into: &diagnostics) }
  }

  /// - Returns: `nil` when the file is not a mapping or does not name what it tests.
  package static func read(_ node: Node, into diagnostics: inout Diagnostics) -> RubricTestSyntax? {
    let root = WrittenReader.read(node, as: "tests", by: .rubricTests, into: &diagnostics)
    guard let root, let path = root.scalar("tests") else { return nil }
    var names: [String: Place] = [:]
    var cases: [Case] = []
    for record in root.records("cases") {
      guard let name = record.scalar("name") else { continue }
      guard let expected = record.record("expect") ?? record.record("computed") else {
        if !record.has("expect"), !record.has("computed") {
          diagnostics.report(.testExpectsNothing(name.text, at: name.place))
        }
        continue
      }
      if record.has("expect"), record.has("computed") {
        diagnostics.report(.testIsTickedAndNot(name.text, at: expected.place))
      }
      if let first = names[name.text] {
        diagnostics.report(.testTwice(name.text, at: name.place, first: first))
      }
      names[name.text] = name.place
      cases.append(Case(record, name, Expectation(expected)))
    }
    return RubricTestSyntax(
      path: path.text, pathPlace: path.place, source: root.wording("source"),
      others: Dictionary(
        root.map("others").map { entry in
          guard case .list(let grades, _) = entry.value else { return (entry.key.text, []) }
          return (entry.key.text, grades.compactMap { $0.scalar?.text })
        }, uniquingKeysWith: { first, _ in first }),
      cases: cases)
  }
}

extension RubricTestSyntax.Case {
  fileprivate init(
    _ record: Record, _ name: Scalar, _ expected: RubricTestSyntax.Expectation,
    of frame: Record? = nil
  ) {
    // A member of the cohort is seen at the same time and in the same way as the case itself.
    let outer = frame ?? record
    self.init(
      name: name.text, place: name.place, mode: outer.choice("mode") ?? .final,
      periodStart: outer.record("period")?.date("from"),
      periodEnd: outer.record("period")?.date("to"), asOf: outer.date("as of"),
      facts: RubricTestSyntax.cells(record.map("facts")),
      tables: RubricTestSyntax.rows(record.map("tables")),
      surveys: RubricTestSyntax.rows(record.map("surveys")),
      documents: record.map("documents").map { RubricTestSyntax.Documents($0) },
      judgements: record.records("judgements").compactMap { RubricTestSyntax.Judgement($0) },
      findings: record.map("findings").compactMap { RubricTestSyntax.Finding($0) },
      children: record.has("children")
        ? record.records("children").map { RubricTestSyntax.Child($0) } : nil,
      results: record.has("results")
        ? record.records("results").map { RubricTestSyntax.GivenResult($0) } : nil,
      cohort: frame == nil && outer.has("cohort")
        ? outer.records("cohort").compactMap { member in
          member.scalar("id").map {
            RubricTestSyntax.Case(
              member, $0, RubricTestSyntax.Expectation(nothingAt: member.place), of: outer)
          }
        } : nil,
      history: outer.node("history"), isReEvaluation: outer.boolean("re-evaluation") ?? false,
      contract: outer.node("contract"), result: outer.node("result"),
      parties: frame == nil ? RubricTestSyntax.texts(record, "parties") : [:],
      among: frame == nil
        ? record.records("among").compactMap { RubricTestSyntax.Case(other: $0, in: record) } : [],
      expected: expected, isToTick: !outer.has("expect") && outer.has("computed"))
  }

  /// Another subject of the round, decided on at the same time.
  fileprivate init?(other record: Record, in outer: Record) {
    guard let name = record.scalar("id") else { return nil }
    self.init(
      name: name.text, place: name.place, mode: outer.choice("mode") ?? .final,
      periodStart: outer.record("period")?.date("from"),
      periodEnd: outer.record("period")?.date("to"), asOf: outer.date("as of"),
      facts: RubricTestSyntax.cells(record.map("facts")), tables: [], surveys: [], documents: [],
      judgements: [],
      findings: record.map("findings").compactMap { RubricTestSyntax.Finding($0) },
      children: nil, results: nil, cohort: nil, history: record.node("history"),
      isReEvaluation: false, contract: record.node("contract"), result: record.node("result"),
      parties: RubricTestSyntax.texts(record, "parties"), among: [],
      expected: RubricTestSyntax.Expectation(nothingAt: record.place), isToTick: false)
  }
}

extension RubricTestSyntax {
  fileprivate static func texts(_ record: Record, _ key: String) -> [String: String] {
    Dictionary(
      record.map(key).compactMap { entry in
        entry.value.scalar.map { (entry.key.text, $0.text) }
      }, uniquingKeysWith: { first, _ in first })
  }

  static func cells(_ entries: [Written.Entry]) -> [Cell] {
    entries.compactMap { entry in
      entry.value.scalar.map { Cell(name: entry.key.text, text: $0.cellText, place: $0.place) }
    }
  }

  fileprivate static func rows(_ entries: [Written.Entry]) -> [Rows] {
    entries.compactMap { entry in
      guard case .list(let members, _) = entry.value else { return nil }
      let rows = members.map { member -> [Cell] in
        if case .map(let columns, _) = member { cells(columns) } else { [] }
      }
      return Rows(name: entry.key.text, place: entry.key.place, rows: rows)
    }
  }
}

extension RubricTestSyntax.Documents {
  /// More files than this in one test are a slip of the pen.
  private static let mostFiles = 1000

  fileprivate init(_ entry: Written.Entry) {
    let files: [File]
    if let count = entry.value.number?.intValue {
      files = (0..<max(0, min(count, Self.mostFiles))).map {
        File(name: "\(entry.key.text)-\($0 + 1).pdf", dated: nil, from: nil, to: nil, pages: nil)
      }
    } else if case .list(let members, _) = entry.value {
      files = members.compactMap(\.record).map { record in
        File(
          name: record.string("file") ?? "", dated: record.date("dated"),
          from: record.date("from"), to: record.date("to"), pages: record.count("pages"),
          stage: record.string("stage"))
      }
    } else {
      files = []
    }
    self.init(
      kind: entry.key.text, place: entry.key.place, files: files,
      isCounted: entry.value.number != nil)
  }
}

extension RubricTestSyntax.Judgement {
  fileprivate init?(_ record: Record) {
    guard let by = record.string("by"), let role = record.string("role") else { return nil }
    let marks = record.map("marks").map { entry in
      let details = entry.value.record
      let texts = [entry.value.scalar, details?.scalar("mark"), details?.scalar("value")]
      return RubricTestSyntax.Mark(
        item: entry.key.text, mark: entry.value.number ?? details?.number("mark"),
        band: details?.string("band"), value: details?.number("value"),
        percentText: texts.lazy.compactMap { $0?.text }.first { $0.hasSuffix("%") },
        reason: details?.wording("reason"), place: entry.key.place)
    }
    self.init(
      by: by, role: role, stage: record.string("stage"), date: record.date("date"),
      standsInFor: record.string("stands in for"),
      relations: record.records("relations").map { RubricTestSyntax.Relation($0) }, marks: marks,
      faults: record.records("faults").map {
        RubricTestSyntax.Fault(
          id: $0.string("id") ?? "", item: $0.string("item"), due: $0.date("due"), place: $0.place)
      },
      followUps: record.map("follow-ups").compactMap { entry in
        entry.value.scalar.map { (entry.key.text, $0.text) }
      }, place: record.place)
  }
}

extension RubricTestSyntax.Child {
  fileprivate init(_ record: Record) {
    let score = record.number("score")
    let grade = record.string("grade")
    self.init(
      id: record.string("id") ?? "", rubric: record.string("rubric"), kind: record.string("kind"),
      level: max(1, record.count("level") ?? 1), low: score ?? record.number("low"),
      high: score ?? record.number("high"), best: grade ?? record.string("best"),
      worst: grade ?? record.string("worst"), status: record.string("status"),
      values: RubricTestSyntax.cells(record.map("values")), place: record.place)
  }
}

extension RubricTestSyntax.GivenResult {
  fileprivate init(_ record: Record) {
    let score = record.number("score")
    let grade = record.string("grade")
    let role = record.string("party")
    self.init(
      role: role,
      result: RubricTestSyntax.Child(
        id: role ?? RubricTestSyntax.ownName, rubric: record.string("rubric"), kind: nil, level: 1,
        low: score ?? record.number("low"), high: score ?? record.number("high"),
        best: grade ?? record.string("best"), worst: grade ?? record.string("worst"),
        status: record.string("status"), values: [], place: record.place))
  }
}

extension RubricTestSyntax.Relation {
  fileprivate init(_ record: Record) {
    let employer = record.string("employed by")
    self.init(
      to: employer ?? record.string("to"),
      kind: employer == nil ? record.string("kind") : Panel.RecusalRule.employment,
      until: record.date("until"))
  }
}

extension RubricTestSyntax.Finding {
  fileprivate init?(_ entry: Written.Entry) {
    guard let status = entry.value.scalar.flatMap({ Status(rawValue: $0.text) }) else {
      return nil
    }
    self.init(what: entry.key.text, status: status, place: entry.key.place)
  }
}

extension RubricTestSyntax.Expectation {
  fileprivate init(nothingAt place: Place) {
    self.init(
      place: place, places: [:], score: nil, low: nil, high: nil, grade: nil, worst: nil, best: nil,
      stars: nil,
      status: nil, validUntil: nil, items: [], sections: [], figures: [], action: nil,
      conditions: nil, money: [], instalments: [])
  }

  fileprivate init(_ record: Record) {
    self.init(
      place: record.place, places: record.fields.mapValues(\.value.place),
      score: record.number("score"), low: record.number("low"),
      high: record.number("high"), grade: record.string("grade"),
      worst: record.string("worst"), best: record.string("best"), stars: record.count("stars"),
      status: record.string("status"), validUntil: record.date("valid until"),
      items: RubricTestSyntax.cells(record.map("items")),
      sections: RubricTestSyntax.cells(record.map("sections")),
      figures: RubricTestSyntax.cells(record.map("figures")), action: record.string("action"),
      conditions: record.count("conditions"),
      money: record.map("money").compactMap { RubricTestSyntax.Amount($0) },
      instalments: record.map("instalments").map { entry in
        guard case .map(let cells, _) = entry.value else { return (entry.key.text, []) }
        return (entry.key.text, RubricTestSyntax.cells(cells))
      })
  }
}

extension RubricTestSyntax.Amount {
  fileprivate init?(_ entry: Written.Entry) {
    let value: Value
    switch entry.value {
    case .number(let number, _): value = .exact(number)
    case .list(let members, _):
      let ends = members.compactMap(\.number)
      // Anything but two ends is expected in vain, and told as such.
      value =
        ends.count == 2
        ? .between(ends[0], ends[1]) : .word("[\(ends.map(\.description).joined(separator: ", "))]")
    default:
      guard let word = entry.value.scalar?.text else { return nil }
      value = .word(word)
    }
    self.init(name: entry.key.text, value: value, place: entry.key.place)
  }
}

extension Scalar {
  /// The text as a cell of a table would hold it: a plain `null` or `~` is an empty cell.
  fileprivate var cellText: String {
    style == .plain && (text == "null" || text == "~") ? "" : text
  }
}
