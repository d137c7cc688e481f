import Diagnostics
import FEEL
import Formats
import Foundation
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Programs around what they do not know, and cohorts, against the scorer of single subjects, to the byte.
@Suite(.timed) struct PartialProgramTests {
  /// Figures, items, bars, sections and gates that no program knows, among others that it does.
  static let mixed = """
    rubric: mixed
    edition: "1"
    language: en
    title: Mixed
    subject: {kind: station, key: id}
    fictional: true
    facts:
      rooms: {type: number, whole: true, must be: ">= 0"}
      staff: {type: number, absent: "null"}
      hours: {type: number, absent: 0}
      kind: {type: string, one of: [town, county, city]}
      open: {type: boolean}
      name: {type: string, absent: "null"}
    tables:
      visits:
        spent: {type: number}
        call: {type: string}
    surveys:
      voices:
        columns:
          satisfied: {type: number, must be: "[1..5]"}
    stages:
    - {id: early, title: Early, weight: 40%}
    - {id: late, title: Late, weight: 60%}
    define:
      letters: string length(kind)
      long: letters > 4
      visited: for v in visits return v.spent
      most: if count(visited) = 0 then 0 else max(visited)
      label: 'substring(kind, 1, 1)'
    sections:
    - id: first
      title: First
      points: 40
      applies when: string length(kind) < 6
      otherwise: full
      sections:
      - id: inner
        title: Inner
        points: 22
        applies when: rooms > 1
        otherwise: drop
        items:
        - {id: room, title: R, points: 5, says: s, basis: {rule: illustrative, points: illustrative}, score: {formula: rooms * 0.7 - 1, from: -1, to: 5}}
        - {id: word, title: W, points: 7, says: s, basis: {rule: illustrative, points: illustrative}, score: {check: string length(kind) > 4}}
        - {id: much, title: M, points: 4, says: s, "null": 0, basis: {rule: illustrative, points: illustrative}, score: {formula: most / 3, from: 0, to: 4}}
        - {id: text, title: T, points: 6, says: s, basis: {rule: illustrative, points: illustrative}, score: {choose: label, options: {t: 6, c: 3.5}, else: 1}}
      - id: outer
        title: Outer
        points: 18
        items:
        - {id: some, title: S, points: 8, says: s, applies when: open, otherwise: drop, basis: {rule: illustrative, points: illustrative}, score: {check: long}}
        - {id: voice, title: V, points: 10, says: s, when closed: drop, basis: {rule: illustrative, points: illustrative}, score: {survey: voices, mean: satisfied, respondents: 3, at least: {4: 10, 3: 6}, else: 1}}
    - id: second
      title: Second
      points: 20
      items:
      - {id: judged, title: J, points: 12, says: s, when closed: zero, basis: {rule: illustrative, points: illustrative}, score: {judge: {role: panel, combine: mean, at least: 1, from: 0, to: 12}}}
      - {id: plain, title: P, points: 8, says: s, excused: {when: hours > 8, charged to: nobody, because: n, then: drop}, basis: {rule: illustrative, points: illustrative}, score: {lose: hours, step: {every: 1, points: 1, units: full}, free: 0, floor: 0}}
    - id: third
      title: Third
      points: 40
      items:
      - {id: staged, title: S, points: 20, says: s, stages: [early, late], basis: {rule: illustrative, points: illustrative}, score: {check: 'open and rooms > (if stage = "early" then 2 else 4)'}}
      - {id: tail, title: T, points: 20, says: s, "null": not applicable, basis: {rule: illustrative, points: illustrative}, score: {formula: 20 / staff, from: 0, to: 20}}
    - id: beside
      title: Beside
      points: 3
      items:
      - {id: conduct, title: C, points: 3, says: s, applies when: open, otherwise: drop, basis: {rule: illustrative, points: illustrative}, score: {formula: 2 - hours / 3, from: -4, to: 3}}
    deductions:
    - {id: late, title: L, cap: 6, says: s, basis: {rule: illustrative, points: illustrative}, score: {check: string length(kind) = 4}}
    total: {round: {to: 0.01, mode: half up}, when closed: open}
    admission:
    - {id: gone, when: 'substring(name, 1, 4) = "gone"', status: gone}
    movement: {first: fair, says: s}
    caps:
    - {id: weak, when: sections.inner.share < 0.4, grade: fair}
    - {id: odd, when: 'contains(kind, "ou") and rooms = 3', stars: 1}
    downgrades:
    - {id: tired, when: hours > 7, levels: 1}
    grades:
    - {id: good, title: Good, stars: 3, at least: 60, every section: 20%, basis: {rule: illustrative, points: illustrative}}
    - {id: fair, title: Fair, stars: 2, at least: 40, basis: {rule: illustrative, points: illustrative}}
    - {id: poor, title: Poor, stars: 1, at least: 10, basis: {rule: illustrative, points: illustrative}}
    - {id: none, title: None, stars: 0, basis: {rule: illustrative, points: illustrative}}
    """

  @Test(arguments: [ScoringMode.final, .selfAssessment])
  func whatIsNotKnownEntersAsColumns(mode: ScoringMode) throws {
    let pair = try PortfolioPair(Self.mixed, "mixed.yaml", count: 600, blanks: 3, seed: 5)
    let scoring = try pair.compare(mode)
    if mode == .selfAssessment {
      // Nobody judges in a portfolio: all are open.
      #expect(scoring.refusal != nil)
    } else {
      #expect(scoring.refusal == nil, "\(scoring.refusal?.wording.en ?? "")")
      let parts = Set(scoring.rowParts.map(\.part))
      #expect(
        parts.isSuperset(of: [
          .figure(0), .item("word"), .item("judged"), .item("voice"), .item("staged"),
          .item("late"), .bar(0), .section("first"), .gate("odd"),
        ]))
      #expect(parts.isDisjoint(with: [.item("room"), .item("some"), .item("text"), .item("much")]))
    }
  }

  @Test func aPartThatIsOpenForAllLeavesEverybodyToTheRowEvaluator() throws {
    let text = Self.mixed.replacingOccurrences(of: "when closed: zero", with: "when closed: open")
    let pair = try PortfolioPair(text, "mixed.yaml", count: 90, blanks: 3, seed: 5)
    #expect(try pair.compare(.final).refusal != nil)
  }

  /// Every comparison that a rubric may hold.
  static let compared = """
    rubric: compared
    edition: "1"
    language: en
    title: Compared
    subject: {kind: station, key: id}
    fictional: true
    facts:
      rooms: {type: number, whole: true, must be: ">= 0"}
      hours: {type: number}
      share: {type: number, absent: "null"}
      kind: {type: string, one of: [town, county, city]}
      open: {type: boolean}
      gone: {type: boolean, absent: false}
    cohort:
      by: kind
      at least: 20
      if fewer: unknown
      when closed: open
      define:
        mean hours: {mean: hours}
        best room: {max: items.room}
        least share: {min: share}
    sections:
    - id: own
      title: Own
      points: 30
      items:
      - {id: room, title: R, points: 10, says: s, basis: {rule: illustrative, points: illustrative}, score: {formula: rooms, from: 0, to: 10}}
      - {id: trained, title: T, points: 20, says: s, applies when: open, otherwise: cohort mean, round: {to: 0.1, mode: half up}, basis: {rule: illustrative, points: illustrative}, score: {formula: rooms * 1.7, from: 0, to: 20}}
    - id: among
      title: Among
      points: 60
      applies when: rooms != 9
      otherwise: drop
      items:
      - {id: place, title: P, points: 30, says: s, "null": 0, basis: {rule: illustrative, points: illustrative}, score: {rank: share, best: high, places: {1: 30, 3: 25, 5: 20}, others: {pro rata to: first, at most: 18}}}
      - {id: top, title: T, points: 20, says: s, basis: {rule: illustrative, points: illustrative}, score: {rank: items.room, best: low, top: {10%: 20, 50%: 11}, others: 3, ties: mean}}
      - {id: near, title: N, points: 10, says: s, basis: {rule: illustrative, points: illustrative}, score: {lose: 'max(0, hours - mean hours)', step: {every: 1, points: 0.5, units: exact}, floor: 0}}
    - id: rest
      title: Rest
      points: 10
      items:
      - {id: excused, title: E, points: 10, says: s, excused: {when: hours < 1, charged to: nobody, because: n, then: cohort mean}, basis: {rule: illustrative, points: illustrative}, score: {formula: hours, from: 0, to: 10}}
    total: {round: {to: 0.01, mode: half up}, when closed: zero}
    admission:
    - {id: gone, when: gone, status: gone}
    caps:
    - {id: low, when: items.room < best room / 9, grade: fair}
    grades:
    - {id: good, title: Good, stars: 3, at least: 60, basis: {rule: illustrative, points: illustrative}}
    - {id: fair, title: Fair, stars: 2, at least: 30, basis: {rule: illustrative, points: illustrative}}
    - {id: none, title: None, stars: 0, basis: {rule: illustrative, points: illustrative}}
    """

  @Test(
    arguments: ["unknown", "compare", "not applicable"],
    ["open", "leave out"])
  func cohortsAreComparedInBlocksAsOneByOne(ifFewer: String, whenClosed: String) throws {
    let text = Self.compared.replacingOccurrences(
      of: "if fewer: unknown", with: "if fewer: \(ifFewer)"
    ).replacingOccurrences(of: "when closed: open", with: "when closed: \(whenClosed)")
    for (count, blanks) in [(260, 0), (300, 2), (40, 0), (70, 20), (3, 0)] {
      let pair = try PortfolioPair(
        text, "compared.yaml", count: count, blanks: blanks, seed: UInt64(count))
      for mode in [ScoringMode.final, .selfAssessment] {
        let scoring = try pair.compare(mode)
        #expect(scoring.refusal == nil, "\(scoring.refusal?.wording.en ?? "")")
        #expect(scoring.rowParts.isEmpty)
      }
    }
  }

  @Test func comparisonsOfWhatProgramsDoNotKnowAreTheSame() throws {
    let text = Self.compared.replacingOccurrences(of: "by: kind", with: "by: substring(kind, 1, 1)")
      .replacingOccurrences(
        of: "{mean: hours}", with: "{mean: hours + string length(kind)}"
      ).replacingOccurrences(
        of: "score: {formula: rooms * 1.7, from: 0, to: 20}",
        with: "score: {formula: rooms * string length(kind), from: 0, to: 20}"
      ).replacingOccurrences(of: "rank: share", with: "rank: share - string length(kind)")
    for blanks in [0, 3] {
      let pair = try PortfolioPair(text, "compared.yaml", count: 150, blanks: blanks, seed: 8)
      for mode in [ScoringMode.final, .selfAssessment] {
        #expect(try pair.compare(mode).refusal == nil)
      }
    }
  }

  @Test(arguments: PortfolioPair.exampleRubrics)
  func examplesAreScoredInBlocksAsOneByOne(path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for (seed, blanks) in [0, 5].enumerated() {
      let pair = try PortfolioPair(text, path, count: 60, blanks: blanks, seed: UInt64(seed))
      for mode in [ScoringMode.final, .selfAssessment] { _ = try pair.compare(mode) }
    }
  }
}
