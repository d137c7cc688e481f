import Diagnostics
import Foundation
import Hengxing
import Reports
import Rubrics
import TestSupport
import Testing
import Values

/// A rubric on top of another: what is changed, what is told, and what results record of it.
@Suite(.timed) struct BaseTests {
  private static let city = """
    rubric: city
    edition: "1"
    language: en
    title: City
    subject: station
    facts:
      a: {type: boolean}
      b: {type: boolean}
      c: {type: boolean}
    sections:
    - id: s
      title: S
      points: 10
      items:
      - {id: a, title: A, points: 6, says: A., BASIS, score: {check: a}}
      - {id: b, title: B, points: 4, says: B., BASIS, score: {check: b}}
    - id: t
      title: T
      points: 5
      items:
      - {id: c, title: C, points: 5, says: C., BASIS, score: {check: c}}
    bonus:
      cap: 2
      may lift grade: false
      items:
      - {id: d, title: D, points: 2, says: D., BASIS, score: {check: a and b}}
    caps:
    - {id: low, when: not(b), when closed: open, grade: poor, says: B decides.}
    total: {round: {to: 1, mode: half up}, when closed: zero}
    grades:
    - {id: good, title: Good, at least: 8}
    - {id: poor, title: Poor}

    """
    .replacing("BASIS", with: "basis: {rule: illustrative, points: illustrative}")

  private static let street = """
    rubric: street
    edition: "1"
    language: en
    title: Street
    base: city@1

    """

  struct Mistake: Sendable, CustomTestStringConvertible {
    let what: String
    /// What the file says besides its head.
    let text: String
    let codes: [String]
    var base = "base: city@1"
    var more: [String: String] = [:]
    var edits: [String] = []

    var testDescription: String { what }
  }

  static let mistakes: [Mistake] = [
    Mistake(what: "nothing is changed", text: "", codes: []),
    Mistake(
      what: "an item less, its points at another",
      text: "changes: {leave out: [a], points: {b: 10}}",
      codes: []),
    Mistake(
      what: "an item that is not there is left out", text: "changes: {leave out: [aa]}",
      codes: ["base-has-no"], edits: ["a"]),
    Mistake(
      what: "points of nothing", text: "changes: {points: {x: 3}}", codes: ["base-has-no"]),
    Mistake(
      what: "a section that is not there",
      text: "changes: {add: [{to: u, items: [ITEM]}]}", codes: ["base-has-no"]),
    Mistake(
      what: "behind an item of another section",
      text: "changes: {add: [{to: s, after: c, items: [ITEM]}]}", codes: ["base-has-no"]),
    Mistake(
      what: "an item that is there already",
      text:
        "changes: {add: [{to: t, items: [{id: a, title: A, points: 1, says: A., BASIS, score: {check: a}}]}], points: {t: 6}}",
      codes: ["id-twice"]),
    Mistake(
      what: "one item in two ways", text: "changes: {leave out: [a], points: {a: 3, b: 10}}",
      codes: ["base-changed-twice"]),
    Mistake(
      what: "a name that an item and a section share", text: "changes: {points: {x: 5}}",
      codes: ["base-means-two"], base: "base: twice.yaml",
      more: [
        "twice.yaml": city.replacing("id: t", with: "id: x").replacing("{id: c,", with: "{id: x,")
      ]),
    Mistake(
      what: "a replacement without a name",
      text: "changes: {replace: [{title: A, points: 6, says: A., BASIS, score: {check: a}}]}",
      codes: ["replaces-without-id"]),
    Mistake(
      what: "what the base declares", text: "facts: {a: {type: number}}", codes: ["base-declares"]),
    Mistake(
      what: "points that do not add up", text: "changes: {points: {a: 5}}",
      codes: ["points-do-not-add-up"]),
    Mistake(
      what: "a bonus that is not the base's", text: "changes: {add: [{to: bonus, items: [ITEM]}]}",
      codes: ["base-has-no"], base: "base: plain.yaml",
      more: [
        "plain.yaml": city.split(separator: "\n", omittingEmptySubsequences: false)
          .prefix { $0 != "bonus:" }.joined(separator: "\n")
          + "\ntotal: {round: {to: 1, mode: half up}, when closed: zero}\n"
          + "grades: [{id: good, title: Good, at least: 8}, {id: poor, title: Poor}]\n"
      ]),
    Mistake(
      what: "another item of the bonus, and its cap",
      text: "changes: {add: [{to: bonus, after: d, items: [ITEM]}], points: {bonus: 3}}",
      codes: []),
    Mistake(what: "no such base", text: "", codes: ["base-missing"], base: "base: town@1"),
    Mistake(
      what: "another edition", text: "", codes: ["base-missing"], base: "base: city@2",
      edits: ["city@1"]),
    Mistake(what: "no such file", text: "", codes: ["base-missing"], base: "base: no.yaml"),
    Mistake(
      what: "a file that is no rubric", text: "", codes: ["base-is-no-rubric"],
      base: "base: other.yaml", more: ["other.yaml": "some: thing\n"]),
    Mistake(
      what: "two editions", text: "", codes: ["base-several"], base: "base: city",
      more: ["city2.yaml": city.replacing("edition: \"1\"", with: "edition: \"2\"")]),
    Mistake(
      what: "a long chain", text: "", codes: ["base-too-deep"], base: "base: f1.yaml",
      more: Dictionary(
        uniqueKeysWithValues: (1...20).map { number in
          (
            "f\(number).yaml",
            street.replacing("street", with: "f\(number)")
              .replacing("city@1", with: "f\(number + 1).yaml")
          )
        })),
    Mistake(
      what: "changes of nothing", text: "changes: {leave out: [a]}",
      codes: ["changes-without-base"] + [String](repeating: "missing-key", count: 4), base: ""),
    Mistake(what: "a list", text: "", codes: ["base-form"], base: "base: [city]"),
    Mistake(
      what: "itself", text: "", codes: ["base-circle"], base: "base: street@1"),
    Mistake(
      what: "a circle of two", text: "", codes: ["base-circle"], base: "base: other@1",
      more: [
        "other.yaml": street.replacing("street", with: "other").replacing("city", with: "street")
      ]),
  ]

  private func folder(_ mistake: Mistake) throws -> TemporaryRound {
    let item = "{id: e, title: E, points: 1, says: E., BASIS, score: {check: a}}"
    let text = Self.street.replacing("base: city@1", with: mistake.base) + mistake.text + "\n"
    var files = mistake.more
    files["city.yaml"] = Self.city
    files["street.yaml"] = text.replacing("ITEM", with: item)
      .replacing("BASIS", with: "basis: {rule: illustrative, points: illustrative}")
    return try TemporaryRound(files)
  }

  @Test(arguments: mistakes)
  func eachMistakeIsToldOnce(mistake: Mistake) throws {
    let folder = try folder(mistake)
    var inspection = Inspection()
    inspection.inspect(folder.file("street.yaml"))
    let found = inspection.diagnostics.all.filter { $0.severity == .error }
    #expect(found.map(\.code) == mistake.codes, "\(found.map(\.headline.en))")
    #expect(found.flatMap(\.edits).map(\.text) == mistake.edits)
    #expect(found.allSatisfy { $0.place != nil })
  }

  @Test func aRuleOfTheBaseKeepsItsPlace() throws {
    let folder = try folder(
      Mistake(what: "", text: "changes: {points: {a: 5}}", codes: []))
    var inspection = Inspection()
    inspection.inspect(folder.file("street.yaml"))
    let found = try #require(inspection.diagnostics.all.first { $0.severity == .error })
    #expect(found.place?.description.contains("city.yaml:") == true)
  }

  @Test func whatWasLeftOutTakesWhatNamedItAlong() throws {
    let folder = try folder(
      Mistake(what: "", text: "changes: {leave out: [b, low, t], points: {a: 10}}", codes: []))
    var inspection = Inspection()
    inspection.inspect(folder.file("street.yaml"))
    #expect(inspection.diagnostics.all.map(\.code) == [])
    let rubric = try #require(inspection.rubrics.first)
    #expect(rubric.everyItem.map(\.id) == ["a", "d"])
    #expect(rubric.caps.isEmpty && rubric.possiblePoints == 10)
    #expect(rubric.bases.map(\.name) == ["city@1"])
    #expect(
      rubric.bases.first?.changes == [
        .leftOut("b"), .leftOut("low"), .leftOut("t"), .points("a", from: "6", to: "10"),
      ])
  }

  @Test func theBonusTakesItemsAndAnotherCap() throws {
    let folder = try folder(
      Mistake(
        what: "",
        text: "changes: {add: [{to: bonus, items: [ITEM]}], points: {bonus: 3, d: 1}}", codes: []))
    var inspection = Inspection()
    inspection.inspect(folder.file("street.yaml"))
    let rubric = try #require(inspection.rubrics.first)
    #expect(rubric.bonus?.cap == 3)
    #expect(rubric.bonus?.items.map(\.id) == ["d", "e"])
    #expect(
      rubric.bases.first?.changes == [
        .added("e", to: "bonus"), .points("d", from: "2", to: "1"),
        .points("bonus", from: "2", to: "3"),
      ])
  }

  @Test func aThirdStandsOnTheSecond() throws {
    let block =
      Self.street.replacing("street", with: "block").replacing("city@1", with: "street@1")
      .replacing("Street", with: "Block") + "changes: {points: {c: 3, t: 3}}\n"
    let folder = try folder(
      Mistake(
        what: "", text: "changes: {leave out: [b], points: {a: 10}}", codes: [],
        more: ["block.yaml": block]))
    var inspection = Inspection()
    inspection.inspect(folder.file("block.yaml"))
    #expect(inspection.diagnostics.all.filter { $0.severity == .error }.map(\.code) == [])
    let rubric = try #require(inspection.rubrics.first)
    #expect(rubric.items.map(\.id) == ["a", "c"] && rubric.possiblePoints == 13)
    #expect(rubric.bases.map(\.name) == ["street@1", "city@1"])
    #expect(Set(rubric.bases.map(\.digest)).count == 2)
  }

  @Test func resultsRecordTheDigestOfTheBase() throws {
    let files = [
      "city.yaml": Self.city,
      "street.yaml": Self.street + "changes: {leave out: [b, low], points: {a: 10}}\n",
      "round.yaml": """
      round: r
      title: R
      language: en
      period: {from: 2024-01-01, to: 2024-12-31}
      as of: 2025-01-15
      rubrics: [street.yaml]
      subjects: [{id: a, rubric: street, bundle: a}]

      """,
      "a/bundle.yaml": "subject: a\nfacts: {a: yes, b: no, c: yes}\n",
    ]
    let (result, codes) = try TemporaryRound(files).run()
    #expect(codes == [])
    #expect(result.scores == ["a": "15"])
    let report = try #require(result.reports.first?.report)
    let base = try #require(report.seal.bases?.first)
    #expect(base.rubric == "city@1" && base.digest.count == 64)
    #expect(base.digest != report.seal.rubricDigest)
    #expect(HTMLPage.print(report, in: .en).contains("city@1 SHA-256 \(base.digest)"))
  }
}
