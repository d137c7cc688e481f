import Diagnostics
import FEEL
import Formats
import Foundation
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Programs over columns against the scorer of single subjects, to the byte.
@Suite(.timed) struct PortfolioProgramTests {
  /// Every form and every gate that programs know.
  static let everyForm = """
    rubric: every-form
    edition: "1"
    language: en
    title: Every form
    subject: {kind: station, key: id}
    fictional: true
    facts:
      rooms: {type: number, whole: true, must be: ">= 0"}
      staff: {type: number, absent: "null"}
      hours: {type: number, absent: 0}
      rate: {type: number, absent: "null"}
      kind: {type: string, one of: [town, county, city]}
      open: {type: boolean}
      safe: {type: boolean, absent: "null"}
      name: {type: string, absent: "null"}
    define:
      load: if staff = null or staff = 0 then null else rooms / staff
      size: if rooms >= 6 then "large" else if rooms >= 3 then "middle" else "small"
    sections:
    - id: first
      title: First
      points: 40
      items:
      - {id: room, title: Rooms, points: 5, says: s, basis: {rule: illustrative, points: illustrative}, score: {formula: rooms * 0.7 - 1, from: -1, to: 5}}
      - {id: check, title: C, points: 5, says: s, basis: {rule: illustrative, points: illustrative}, score: {check: open and rooms > 1}}
      - {id: choose, title: C, points: 6, says: s, basis: {rule: illustrative, points: illustrative}, score: {choose: kind, options: {town: 6, county: 3.5}, else: 1}}
      - {id: parts, title: P, points: 4, says: s, "null": 0, basis: {rule: illustrative, points: illustrative}, score: {parts: [{id: a, points: 1.5, when: safe, says: s}, {id: b, points: 2.5, when: rooms > 2, says: s}]}}
      - {id: steps, title: S, points: 5, says: s, "null": not applicable, basis: {rule: illustrative, points: illustrative}, score: {steps: load, at least: {4: 5, 1.5: 3, 0.333: 1}, else: 0}}
      - {id: lines, title: L, points: 5, says: s, "null": 0, basis: {rule: illustrative, points: illustrative}, score: {steps: rate, lines: {"< 1": 5, "[1..3)": 2, ">= 3": 0}}}
      - {id: each, title: E, points: 6, says: s, "null": 0, applies when: open, otherwise: drop, basis: {rule: illustrative, points: illustrative}, score: {each: staff, base: {at: 1, points: 1}, step: {every: 2, points: 1.25, units: started}, cap: 6, below base: 0.5}, round: {to: 0.5, mode: half up}}
      - {id: size, title: S, points: 4, says: s, otherwise: full, applies when: 'size != "small"', basis: {rule: illustrative, points: illustrative}, score: {check: 'size = "large"'}}
    - id: second
      title: Second
      points: 30
      scaled: true
      applies when: rooms > 0
      otherwise: drop
      round: {to: 0.01, mode: half even}
      items:
      - {id: lose, title: L, points: 7, says: s, basis: {rule: illustrative, points: illustrative}, score: {lose: hours, step: {every: 0.3, points: 0.7, units: exact}, free: 1, floor: 1}}
      - {id: whole, title: W, points: 8, says: s, excused: {when: hours > 8, then: drop}, basis: {rule: illustrative, points: illustrative}, score: {lose: hours, step: {every: 1.5, points: 2, units: full}, free: 0, floor: 0, all from: 9}}
      - {id: tally, title: T, points: 9, says: s, void: {when: rooms = 9}, basis: {rule: illustrative, points: illustrative}, score: {tally: [{id: a, when: open}, {id: b, when: rooms > 2}, {id: c, when: hours < 4}], at least: {3: 9, 2: 4}, else: 0}}
      - {id: rest, title: R, points: 6, says: s, "null": not applicable, basis: {rule: illustrative, points: illustrative}, score: {formula: 6 / staff, from: 0, to: 6}}
    - id: third
      title: Third
      points: 30
      sections:
      - id: inner
        title: Inner
        points: 10
        round share: {to: 0.001, mode: half up}
        items:
        - {id: i1, title: I, points: 10, says: s, "null": 0, basis: {rule: illustrative, points: illustrative}, score: {formula: 'max(0, min(1, (rooms / 7 - 0.05) / 0.25)) * 10', from: 0, to: 10}}
      - id: other
        title: Other
        points: 20
        items:
        - {id: o1, title: O, points: 12, says: s, "null": 0, basis: {rule: illustrative, points: illustrative}, score: {formula: 'mean([staff, rate, rooms][item != null]) / 3', from: 0, to: 12}}
        - {id: o2, title: O, points: 8, says: s, "null": not applicable, basis: {rule: illustrative, points: illustrative}, score: {formula: rate / 1.7, from: 0, to: 8}}
    bonus:
      cap: 5
      may lift grade: false
      items:
      - {id: extra, title: X, points: 4, says: s, "null": 0, basis: {rule: illustrative, points: illustrative}, score: {formula: staff / 9, from: 0, to: 4}}
    deductions:
    - {id: late, title: L, cap: 6, says: s, basis: {rule: illustrative, points: illustrative}, score: {lose: hours, step: {every: 2, points: 1, units: full}, free: 3, floor: 0}}
    total: {round: {to: 0.01, mode: half up}, when closed: open, clip: {from: 0, to: 100}}
    admission:
    - {id: gone, when: 'name = "gone"', status: gone}
    caps:
    - {id: weak, when: 'round half up(sections.inner.share, 2) < 0.4 or items.lose < 2', grade: fair}
    - {id: low, when: total < 30 and staff > 2, stars: 1}
    vetoes:
    - {id: unsafe, when: not(safe), stars: 0, score: 0}
    grades:
    - {id: good, title: Good, stars: 3, at least: 60, every section: 30%, basis: {rule: illustrative, points: illustrative}}
    - {id: fair, title: Fair, stars: 2, at least: 40, basis: {rule: illustrative, points: illustrative}}
    - {id: poor, title: Poor, stars: 1, at least: 10, basis: {rule: illustrative, points: illustrative}}
    - {id: none, title: None, stars: 0, basis: {rule: illustrative, points: illustrative}}
    """

  @Test(arguments: [ScoringMode.final, .selfAssessment])
  func everyFormIsScoredInBlocksAsOneByOne(mode: ScoringMode) throws {
    let pair = try PortfolioPair(
      Self.everyForm, "every-form.yaml", count: 1_300, blanks: 6, seed: 5)
    let scoring = try pair.compare(mode)
    #expect(scoring.refusal == nil, "\(scoring.refusal.map { $0.wording.en } ?? "")")
    #expect(scoring.rowParts.isEmpty)
  }

  @Test(arguments: PortfolioPair.rubrics(in: ["rubrics", "samples"]))
  func shippedRubricsAreScoredInBlocksAsOneByOne(path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let count = Volume.count(40, long: 70)
    for (seed, blanks) in [0, 3, 30].enumerated() {
      let pair = try PortfolioPair(text, path, count: count, blanks: blanks, seed: UInt64(seed))
      for mode in [ScoringMode.final, .selfAssessment] { _ = try pair.compare(mode) }
    }
  }

  @Test func theWideRubricIsScoredInBlocks() throws {
    let path = try #require(
      PortfolioPair.rubrics(in: ["samples"]).first { $0.hasSuffix("national/wide.yaml") })
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let scoring = try PortfolioPair(text, path, count: 600, blanks: 1, seed: 9).compare(.final)
    #expect(scoring.refusal == nil)
    #expect(scoring.rowParts.isEmpty)
  }

  @Test func drawnRubricsAreScoredInBlocksAsOneByOne() throws {
    var inBlocks = 0
    let count = Volume.count(60, long: 150)
    for seed in 0..<count {
      var numbers = SeededNumbers(seed: UInt64(seed) + 4_000)
      let naive = NaiveRubric(&numbers)
      let read = try? PortfolioPair(
        naive.yaml, "drawn.yaml", count: 60, blanks: 10, seed: UInt64(seed))
      guard let pair = read else { continue }
      for mode in [ScoringMode.final, .selfAssessment] {
        let scoring = try pair.compare(mode)
        if scoring.refusal == nil, scoring.rowParts.isEmpty { inBlocks += 1 }
      }
    }
    #expect(inBlocks > count / 4)
  }

  @Test func aPartThatIsLeftNamesTheFormAndItsPlace() throws {
    let text = Self.everyForm.replacingOccurrences(
      of: "score: {check: open and rooms > 1}",
      with: "score: {check: string length(kind) > 4}")
    let pair = try PortfolioPair(text, "every-form.yaml", count: 20, blanks: 0, seed: 1)
    let left = try #require(try pair.compare(.final).rowParts.first)
    #expect(left.part == .item("check"))
    #expect(left.refusal.cause == .function("string length"))
    #expect(left.refusal.place?.description.hasPrefix("every-form.yaml:") == true)
  }
}
