import Diagnostics
import Foundation
import Hengxing
import Reports
import TestSupport
import Testing

/// Rounds in which subjects stand above each other; `result-cycle` needs other links than parents.
@Suite(.timed) struct HierarchyTests {
  static let room = """
    rubric: room
    edition: "1"
    language: en
    title: Room
    subject: room
    facts:
      visits: {type: number, whole: true, must be: "[0..100]"}
      people: {type: number, must be: ">= 0"}
    sections:
      - id: all
        title: All
        points: 100
        items:
          - id: visits
            title: Visits
            points: 100
            says: A point a visit.
            basis: {rule: illustrative, points: illustrative}
            score: {formula: visits + 0 * people, from: 0, to: 100}
    total: {round: {to: 0.1, mode: half up}, when closed: zero}
    grades:
      - {id: good, title: good, at least: 80}
      - {id: pass, title: pass, at least: 60}
      - {id: fail, title: fail}
    """

  static func town(_ form: String) -> String {
    """
    rubric: town
    edition: "1"
    language: en
    title: Town
    subject: town
    sections:
      - id: all
        title: All
        points: 10
        items:
          - id: rooms
            title: Rooms
            points: 10
            says: By the rooms.
            basis: {rule: illustrative, points: illustrative}
            when closed: open
            score: \(form)
    total: {round: {to: 0.1, mode: half up}, when closed: zero}
    grades:
      - {id: good, title: good, at least: 8}
      - {id: fail, title: fail}
    """
  }

  static let mean =
    "{children: room, take: mean, weight: people, full at: 100, zero at: 0, if none: unknown}"

  /// The town stands first, so that the order of the file is not that of evaluation.
  static func round(_ subjects: [String]) -> String {
    """
    round: r
    title: R
    language: en
    period: {from: 2024-01-01, to: 2024-12-31}
    as of: 2025-01-15
    rubrics: [room.yaml, town.yaml]
    subjects:
    \(subjects.map { "  - \($0)" }.joined(separator: "\n"))
    """
  }

  static let usual = [
    "{id: t, rubric: town, bundle: t}", "{id: a, rubric: room, bundle: a, parent: t}",
    "{id: b, rubric: room, bundle: b, parent: t}",
  ]

  static func files(
    _ subjects: [String] = usual, form: String = mean,
    visits: [String: (String, String)] = [
      "a": ("90", "1000"), "b": ("50", "3000"),
    ]
  ) -> [String: String] {
    var files = [
      "round.yaml": round(subjects), "room.yaml": room, "town.yaml": town(form),
      "t/bundle.yaml": "subject: t\n",
    ]
    for (id, (count, people)) in visits {
      files["\(id)/bundle.yaml"] = "subject: \(id)\nfacts: {visits: \(count), people: \(people)}\n"
    }
    return files
  }

  @Test func roomsAreScoredBeforeTheirTown() throws {
    let (result, codes) = try TemporaryRound(Self.files()).run()
    #expect(codes == [])
    #expect(result.reports.map(\.folder) == ["t", "a", "b"])
    // (90 x 1000 + 50 x 3000) / 4000 = 60
    #expect(result.scores == ["t": "6.0", "a": "90.0", "b": "50.0"])
  }

  @Test func childrenMayBeListedInTheOneAbove() throws {
    let (result, codes) = try TemporaryRound(
      Self.files([
        "{id: a, rubric: room, bundle: a}", "{id: b, rubric: room, bundle: b}",
        "{id: t, rubric: town, bundle: t, children: [a, b]}",
      ])
    ).run()
    #expect(codes == [])
    #expect(result.scores["t"] == "6.0")
  }

  @Test func theOrderOfSubjectsChangesNoScore() throws {
    let scores = try TemporaryRound(Self.files()).run().result.scores
    let turned = try TemporaryRound(Self.files(Self.usual.reversed())).run().result.scores
    #expect(scores == turned)
  }

  @Test func aRoomThatIsOpenLeavesItsTownOpen() throws {
    let files = Self.files(visits: ["a": ("90", "1000"), "b": ("null", "3000")])
    let (result, _) = try TemporaryRound(files).run(mode: "self")
    // (90 x 1000 + 0..100 x 3000) / 4000 = 22.5 .. 97.5
    #expect(result.scores["t"] == "2.3 – 9.8")
  }

  @Test func aRoomWithoutABundleIsUnknownNotZero() throws {
    let (result, _) = try TemporaryRound(Self.files(visits: ["a": ("90", "1000")])).run()
    let town = try #require(result.reports.first { $0.folder == "t" }?.report)
    #expect(town.verdict.status == .open)
    #expect(town.missing.contains { $0.name == "b" })
  }

  @Test func weightsThatAddUpToZeroAreTold() throws {
    let files = Self.files(visits: ["a": ("90", "0"), "b": ("50", "0")])
    let (result, _) = try TemporaryRound(files).run()
    let town = try #require(result.reports.first { $0.folder == "t" }?.report)
    let notice = try #require(town.notices.first { $0.code == "weights-add-up-to-nothing" })
    #expect(notice.place?.contains("town.yaml:17") == true)
    #expect(town.verdict.status == .open)
  }

  static let badSubjects: [(String, [String])] = [
    (
      "hierarchy-cycle",
      [
        "{id: t, rubric: town, bundle: t, parent: a}",
        "{id: a, rubric: room, bundle: a, parent: t}", "{id: b, rubric: room, bundle: b}",
      ]
    ),
    (
      "hierarchy-cycle",
      [
        "{id: t, rubric: town, bundle: t, parent: t}", "{id: a, rubric: room, bundle: a}",
        "{id: b, rubric: room, bundle: b}",
      ]
    ),
    (
      "unknown-relative",
      [
        "{id: t, rubric: town, bundle: t}", "{id: a, rubric: room, bundle: a, parent: tt}",
        "{id: b, rubric: room, bundle: b, parent: t}",
      ]
    ),
    (
      "two-parents",
      [
        "{id: t, rubric: town, bundle: t, children: [a]}",
        "{id: a, rubric: room, bundle: a, parent: b}", "{id: b, rubric: room, bundle: b}",
      ]
    ),
  ]

  @Test(arguments: badSubjects)
  func aHierarchyThatCannotHoldIsTold(code: String, subjects: [String]) throws {
    let round = try TemporaryRound(Self.files(subjects))
    let found = try #require(round.inspected.first { $0.code == code })
    #expect(found.place != nil)
    let (result, codes) = try round.run()
    #expect(codes.contains(code))
    // The others are scored all the same.
    #expect(result.scores["b"] == "50.0")
  }

  @Test func aCircleIsNamedAndNobodyInItGuessesAtItsChildren() throws {
    let subjects = [
      "{id: t, rubric: town, bundle: t, parent: a}",
      "{id: a, rubric: room, bundle: a, parent: b}", "{id: b, rubric: room, bundle: b, parent: t}",
    ]
    let round = try TemporaryRound(Self.files(subjects))
    let found = try #require(round.inspected.first { $0.code == "hierarchy-cycle" })
    #expect(found.headline.en.contains("`t` → `a` → `b` → `t`"))
    let town = try #require(round.run().result.reports.first { $0.folder == "t" }?.report)
    #expect(town.verdict.status == .open)
  }

  static let badForms: [(String, String)] = [
    ("unknown-result-rubric", "{children: rooms, take: all, grade: pass, if none: fail}"),
    ("grade-of-another", "{children: room, take: all, grade: passed, if none: fail}"),
    (
      "grades-left-out",
      "{children: room, take: worst, grades: {good: 10, pass: 5}, if none: fail}"
    ),
    (
      "weight-of-another",
      "{children: room, take: mean, weight: peoples, full at: 100, zero at: 0, if none: fail}"
    ),
  ]

  @Test(arguments: badForms)
  func aFormThatAsksForWhatTheOtherRubricLacksIsTold(code: String, form: String) throws {
    let found = try TemporaryRound(Self.files(form: form)).inspected.filter { $0.code == code }
    #expect(found.count == 1)
    #expect(found.first?.place?.description.contains("town.yaml:17") == true)
    #expect(found.first?.help != nil)
  }
}
