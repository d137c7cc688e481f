import Diagnostics
import Formats
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// What is proven of excuses holds for every evidence, and what is refuted has a witness.
///
/// A station is excused where a condition over facts of its town holds; the town has one item over the same facts.
@Suite(.timed) struct ExcuseProofTests {
  private static let facts = ["a", "b", "c"]
  private static let values = 0...3

  private static func declared(from: String) -> String {
    facts.map { name in
      "  \(name): {type: number, whole: true, must be: \"[\(name == "c" ? 1 : 0)..3]\"\(from)}\n"
    }.joined()
      + "  p: {type: boolean\(from)}\n  w: {type: string, one of: [x, y, z]\(from)}\n"
  }

  private static func rubric(
    _ id: String, from: String, more: String = "", _ item: String, deductions: String = ""
  ) -> Rubric? {
    let text = """
      rubric: \(id)
      edition: "1"
      title: T
      subject: body
      facts:
      \(declared(from: from))\(more)sections:
      - id: s
        title: S
        points: 10
        items:
        - id: own
          title: O
          says: o
          points: 10
          basis: {rule: illustrative, points: illustrative}
      \(item)\(deductions)
      total: {round: {to: 0.000001, mode: half up}, when closed: open}
      grades: [{id: good, title: Good, at least: 8}, {id: poor, title: Poor}]

      """
    var diagnostics = Diagnostics()
    let rubric = Rubric.read(SourceText(text, path: "\(id).yaml"), digest: "", into: &diagnostics)
    if rubric == nil { Issue.record("\(diagnostics.all.map(\.headline.en))\n\(text)") }
    return rubric
  }

  private static func station(_ when: String) -> Rubric? {
    rubric(
      "station", from: ", from: town",
      "    score: {check: '\(when)'}\n    excused: {when: '\(when)', by: town.own, then: drop}\n")
  }

  private static func town(_ form: String) -> Rubric? {
    let lines = form.split(separator: "\n", omittingEmptySubsequences: false)
    let isDeduction = form.hasPrefix("deduction ")
    let body = lines.map { "    \($0)\n" }.joined().replacing("deduction ", with: "")
    var more = ""
    if form.contains("stages:") {
      more = """
        stages:
          - {id: mid, title: mid, weight: 40%}
          - {id: final, title: final, weight: 60%, applies when: p}

        """
    }
    if form.contains("拨付率") || form.contains("档") {
      more +=
        "define: {拨付率: a / c, 档: {table: {hit policy: first, inputs: [a], output: string, rules: [['0', '\"低\"'], ['-', '\"高\"']]}}}\n"
    }
    guard isDeduction else { return rubric("town", from: "", more: more, body) }
    return rubric(
      "town", from: "", more: more, "    score: {check: a >= 0}\n",
      deductions: """
        deductions:
          - id: taken
            title: D
            says: d
            cap: 10
            basis: {rule: illustrative, points: illustrative}
        \(body)
        """)
  }

  static let conditions = [
    "a < 2", "a < 2 or b > 1", "a < c", "a / c < 1", "10 * a / c < 10", "a - c < 0", "p", "not(p)",
    "w = \"x\"", "w != \"x\" and a = 0", "a + b < 2", "a <= 1 and p", "if p then a < 2 else b < 1",
    "min(a, b) < 1", "a in [0..1]", "w in (\"y\", \"z\")",
  ]

  static let forms = [
    "score: {formula: 'if a < 2 then 5 else 10', from: 0, to: 10}",
    "score: {formula: 10 * a / c, from: 0, to: 10}",
    "score: {formula: '10 * min(1, a / c)', from: 0, to: 10}",
    "score: {formula: '(if a < 2 then 3 else 5) + (if b > 1 then 3 else 5)', from: 0, to: 10}",
    "score: {formula: '10 - max(0, c - a)', from: 0, to: 10}",
    "score: {formula: 10 - 2 * floor(b / 2), from: 0, to: 10}",
    "score: {formula: 10 * a / b, from: 0, to: 10}\n\"null\": not applicable",
    "score: {formula: 10 * a / b, from: 0, to: 10}\n\"null\": 0",
    "score: {formula: 'min(5, 10 * a / b)', from: 0, to: 10}\n\"null\": not applicable",
    "score: {formula: 'if a / b < 1 then 5 else 10', from: 0, to: 10}\n\"null\": not applicable",
    "score: {formula: '(if a < 2 then 0 else 5) * (if p then 1 else 2)', from: 0, to: 10}",
    "score: {formula: 10 - ceiling(b / 2) + 0 * a / b, from: 0, to: 10}\n\"null\": 0",
    "score: {formula: 7 + a, from: 0, to: 10}\nround: {to: 5, mode: half up}",
    "score: {formula: '拨付率 * 10', from: 0, to: 10}",
    "score: {formula: 'if 档 = \"低\" then 0 else 10', from: 0, to: 10}",
    "score: {table: {hit policy: first, inputs: [a, p], output: number, rules: [['< 2', '-', 4], ['-', 'true', 10], ['-', '-', 9]]}}",
    "score: {table: {hit policy: unique, inputs: [w], output: number, rules: [['\"x\"', 2], ['not(\"x\")', 10]]}}",
    "score: {table: {hit policy: any, inputs: [a, b], output: number, default: 10, rules: [['< 2', '-', 4], ['-', '> 1', 4]]}}",
    "score: {table: {hit policy: unique, inputs: [a, b], output: number, default: 10, rules: [['< 2', '<= 1', 4], ['-', '> 1', 4]]}}\n\"null\": not applicable",
    "score: {table: {hit policy: collect sum, inputs: [a, b, p], output: number, rules: [['>= 2', '-', '-', 5], ['-', '<= 1', '-', 5], ['-', '-', 'true', 0]]}}\n\"null\": 0",
    "score: {table: {hit policy: collect min, inputs: [a, w], output: number, default: 10, rules: [['< 2', '-', 4], ['-', '\"x\", \"y\"', 3]]}}",
    "score: {table: {hit policy: collect max, inputs: [a, w], output: number, default: 0, rules: [['>= 2', '-', 10], ['-', '\"x\"', 3]]}}",
    "score: {table: {hit policy: first, inputs: [a / c], output: number, rules: [['< 1', 4], ['-', 10]]}}",
    "score: {check: a >= 2}\nround: {to: 3, mode: floor}",
    "score: {steps: a / c, at least: {1: 10, 0.5: 4}, else: 0}",
    "score: {each: a, base: {at: 1, points: 4}, step: {every: 1, points: 6, units: full}, cap: 10, below base: 0}",
    "score: {each: a, base: {at: 1, points: 4}, step: {every: 2, points: 6, units: started}, cap: 10, below base: 10}",
    "score: {lose: b, step: {every: 2, points: 1, units: full}, floor: 0}",
    "score: {lose: b, step: {every: 2, points: 1, units: started}, free: 1, floor: 0}",
    "score: {lose: b, step: {every: 2, points: 1, units: exact}, floor: 0}",
    "score: {lose: b, step: {every: 1, points: 1, units: full}, floor: 0, all from: 3}\nround: {to: 5, mode: half up}",
    "score: {tally: [{id: x, when: a >= 2}, {id: y, when: b <= 1}, {id: z, when: p}], at least: {2: 10, 1: 4}, else: 0}",
    "score: {parts: [{id: x, points: 6, when: a >= 2, says: x}, {id: y, points: 4, when: p, says: y}]}",
    "score: {choose: w, options: {x: 4, y: 10, z: 10}}",
    "score: {check: p}\napplies when: a < 2\notherwise: drop",
    "score: {check: p}\nvoid: {when: a < 2}",
    "stages: [mid, final]\nscore: {formula: 'if stage = \"mid\" then (if a < 2 then 0 else 10) else (if b > 1 then 0 else 10)', from: 0, to: 10}",
    "stages: {mid: 50%, final: 50%}\nscore: {table: {hit policy: first, inputs: [stage, a], output: number, rules: [['\"mid\"', '< 2', 0], ['\"final\"', '< 1', 0], ['-', '-', 10]]}}",
    "deduction score: {lose: b, step: {every: 1, points: 2, units: full}, floor: 0}",
    "deduction score: {check: a < 2}",
    "deduction score: {table: {hit policy: first, inputs: [a], output: number, rules: [['< 2', 3], ['-', 0]]}}",
    "deduction score: {formula: 2 - a, from: 0, to: 10}",
  ]

  /// Every evidence that the declarations allow.
  private static let everyEvidence: [[String: String]] = {
    var found: [[String: String]] = []
    for a in values {
      for b in values {
        for c in values where c > 0 {
          for p in ["true", "false"] {
            for w in ["x", "y", "z"] {
              found.append(["a": "\(a)", "b": "\(b)", "c": "\(c)", "p": p, "w": w])
            }
          }
        }
      }
    }
    return found
  }()

  /// The totals of a rubric over every evidence.
  private static func totals(of rubric: Rubric) -> [ScoreRange?] {
    let reader = EvidenceReader(rubric)
    let scorer = Scorer(rubric)
    return everyEvidence.map { facts in
      var source = EvidenceSource()
      for (name, text) in facts { source.facts[HeaderName(name)] = .init(text, at: nil) }
      let setting = EvidenceSetting(subject: EvaluatedSubject(id: "x"))
      return scorer.score(
        reader.read(source, in: setting), mode: .selfAssessment, isRecording: false
      ).total
    }
  }

  @Test func everyVerdictHoldsForEveryEvidence() throws {
    let full = Number(10)
    let towns = Self.forms.compactMap { form in
      Self.town(form).map { (form: form, rubric: $0, totals: Self.totals(of: $0)) }
    }
    #expect(towns.count == Self.forms.count)
    var counts: [String: Int] = [:]
    for condition in Self.conditions {
      guard let station = Self.station(condition),
        let item = station.everyItem.first, let excuse = item.excuse,
        let plain = Self.rubric("plain", from: "", "    score: {check: '\(condition)'}\n")
      else { continue }
      let holds = Self.totals(of: plain).map { $0 == ScoreRange(full) }
      for town in towns {
        let charged = try #require(town.rubric.everyItem.last)
        let verdict = ExcuseProof.judge(
          excuse, of: item, in: station,
          charged: [.init(role: "town", rubric: town.rubric, item: charged)])
        let spared = zip(holds, town.totals).contains { holds, total in
          holds && (total.map { !($0.high < full) } ?? true)
        }
        switch verdict {
        case .proven:
          counts["proven", default: 0] += 1
          #expect(!spared, "proven: \(condition) by \(town.form)")
        case .refuted(let witness):
          counts["refuted", default: 0] += 1
          #expect(spared, "refuted by \(witness): \(condition) by \(town.form)")
        case .unproven: counts["unproven", default: 0] += 1
        case .otherFacts: counts["other", default: 0] += 1
        case .ownWord: counts["own", default: 0] += 1
        }
      }
    }
    // What is proven today is not lost tomorrow without anybody seeing it.
    #expect(counts == ["proven": 119, "refuted": 109, "unproven": 228, "other": 216])
  }

  // MARK: straight lines

  /// A line of the station's table: when it is excused, and whether the town then always loses points.
  static let straight: [(form: String, when: String, isProven: Bool)] = {
    let rising = "score: {interpolate: a, between: {1: 0, 2: 10}, below: 0, above: 10}"
    let falling = "score: {interpolate: b, between: {0: 10, 1: 9, 3: 0}, below: 10, above: 0}"
    let rounded =
      "score: {interpolate: a, between: {0: 4, 3: 10}, below: 0, above: 10}\nround: {to: 5, mode: half up}"
    let flat = "score: {interpolate: a, between: {0: 10, 3: 10}, below: 0, above: 10}"
    let taken =
      "deduction score: {interpolate: b, between: {0: 0, 3: 1}, below: 0, above: 1}\nround: {to: 1, mode: half down}"
    return [
      (rising, "a < 2", true), (rising, "a <= 2", false),
      (falling, "b > 0", true), (falling, "b >= 0", false),
      // 8 of 10 are rounded up to full marks, 6 down to 5.
      (rounded, "a < 2", true), (rounded, "a < 3", false),
      (flat, "a < 2", false),
      // A third of a point is rounded away, two thirds are one.
      (taken, "b > 1", true), (taken, "b > 0", false),
    ]
  }()

  @Test(arguments: straight.indices)
  func whereAStraightLineLosesPointsIsDecided(index: Int) throws {
    let (form, when, isProven) = Self.straight[index]
    let station = try #require(Self.station(when))
    let item = try #require(station.everyItem.first)
    let town = try #require(Self.town(form))
    let charged = ExcuseProof.Charged(
      role: "town", rubric: town, item: try #require(town.everyItem.last))
    switch ExcuseProof.judge(
      try #require(item.excuse), of: item, in: station, charged: [charged])
    {
    case .proven: #expect(isProven, "proven: \(when) by \(form)")
    case .refuted(let witness): #expect(!isProven, "refuted by \(witness): \(when) by \(form)")
    case .unproven, .otherFacts, .ownWord: Issue.record("undecided: \(when) by \(form)")
    }
  }

  // MARK: doubts

  private static let unseen: [(form: String, reason: ExcuseDoubt.Reason)] = [
    ("score: {judge: {role: panel, from: 0, to: 10, combine: mean, at least: 1}}", .judged),
    (
      "score: {degree: {role: panel, scale: 1, bands: [{id: high, title: H, at least: 0.5}, {id: low, title: L, at least: 0}]}}",
      .judged
    ),
    (
      "stages: [mid, final]\nscore: {judge: {role: panel, from: 0, to: 10, combine: mean, at least: 1}}",
      .judged
    ),
    ("score: {formula: 'min(5, 10 * a / b)', from: 0, to: 10}", .mayBeNull),
    ("score: {formula: 7 + a, from: 0, to: 10}\nround: {to: 5, mode: half up}", .rounded),
    (
      "score: {table: {hit policy: first, inputs: [a], output: number, rules: [['? < b + 1', 4], ['-', 10]]}}",
      .words("? < b + 1")
    ),
  ]

  @Test(arguments: unseen.indices)
  func whatIsNotLookedIntoIsSaidWithItsPlace(index: Int) throws {
    let (form, reason) = Self.unseen[index]
    let station = try #require(Self.station("a < 2"))
    let item = try #require(station.everyItem.first)
    let town = try #require(Self.town(form))
    let charged = ExcuseProof.Charged(
      role: "town", rubric: town, item: try #require(town.everyItem.last))
    let verdict = ExcuseProof.judge(
      try #require(item.excuse), of: item, in: station, charged: [charged])
    guard case .unproven(_, let doubts) = verdict else {
      Issue.record("\(verdict)")
      return
    }
    #expect(doubts.map(\.reason).contains(reason), "\(doubts.map(\.reason))")
    #expect(doubts.allSatisfy { $0.item == "own" && $0.place.path == "town.yaml" })
  }

  /// Every choice doubles what is to be looked at; that it ends is what is tested.
  @Test func aFormulaOfManyChoicesIsGivenUpInTime() throws {
    let choices = (0..<18).map { "(if a + \($0) < 2 * b then 1 else 0)" }
    let nested = (0..<18).reduce("a / c") { text, index in "min(\(text), max(b, \(index)))" }
    let station = try #require(Self.station("a < 2"))
    let item = try #require(station.everyItem.first)
    for (formula, isProven) in [(choices.joined(separator: " + "), false), (nested, true)] {
      let town = try #require(Self.town("score: {formula: '\(formula)', from: 0, to: 10}"))
      let charged = ExcuseProof.Charged(
        role: "town", rubric: town, item: try #require(town.everyItem.first))
      let verdict = ExcuseProof.judge(
        try #require(item.excuse), of: item, in: station, charged: [charged])
      if case .proven = verdict { #expect(isProven) } else { #expect(!isProven) }
    }
  }

  @Test func oneItemThatIsProvenIsEnoughBesideOneThatPeopleJudge() throws {
    let station = try #require(Self.station("a < 2"))
    let item = try #require(station.everyItem.first)
    let charged = [Self.unseen[0].form, Self.forms[0]].compactMap { Self.town($0) }.compactMap {
      town in
      town.everyItem.first.map { ExcuseProof.Charged(role: "town", rubric: town, item: $0) }
    }
    let verdict = ExcuseProof.judge(
      try #require(item.excuse), of: item, in: station, charged: charged)
    guard case .proven = verdict else {
      Issue.record("\(verdict)")
      return
    }
  }

  @Test func whatTheExcusedAndTheChargedSayOfThemselvesAreTwoFacts() throws {
    // The station's own `b` is not the town's, so that it charges nobody.
    let station = try #require(
      Self.rubric(
        "station", from: "", more: "  b2: {type: number, header: b, from: town}\n",
        "    score: {check: a < 2}\n    excused: {when: a < 2 and b2 < 2, by: town.own, then: drop}\n"
      ))
    let item = try #require(station.everyItem.first)
    let town = try #require(Self.town("score: {check: a >= 2}"))
    let charged = ExcuseProof.Charged(
      role: "town", rubric: town, item: try #require(town.everyItem.first))
    let verdict = ExcuseProof.judge(
      try #require(item.excuse), of: item, in: station, charged: [charged])
    guard case .otherFacts = verdict else {
      Issue.record("\(verdict)")
      return
    }
  }
}
