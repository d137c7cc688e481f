import Foundation
import TestSupport
import Testing

/// Files, commands that follow each other, and the message of the last one.
struct MessageCase: Sendable, CustomTestStringConvertible {
  let code: String
  let files: [String: String]
  /// `@` is the folder of the files.
  let commands: [String]
  /// A file of the package, its name here, and what is changed in it.
  var changed: (file: String, name: String, old: String, new: String)?

  init(_ code: String, _ files: [String: String] = [:], _ commands: String...) {
    self.code = code
    self.files = files
    self.commands = commands
  }

  var testDescription: String { code }

  private func changing(
    _ file: String, as name: String, _ old: String = "", to new: String = ""
  ) -> MessageCase {
    var copy = self
    copy.changed = (file, name, old, new)
    return copy
  }

  private static func round(_ more: String) -> [String: String] {
    [
      "round.yaml":
        "round: r\ntitle: R\nperiod: {from: 2024-01-01, to: 2024-12-31}\nas of: 2025-01-15\n"
        + more
    ]
  }

  private static let station =
    "rubrics: [rubric.yaml]\nsubjects:\n"
    + "  - {id: s, rubric: first-steps, bundle: bundle}\n"
  private static func moving(_ history: String) -> String {
    "rubrics: [m.yaml]\nsubjects:\n"
      + "  - {id: s, rubric: example-movement, bundle: bundle, \(history)}\n"
  }

  /// A station whose pay is excused by `when`, and a town that loses points where `loss` holds.
  private static func parties(
    _ when: String, _ loss: String, naming: String = "{town: t}", excuse: String = "",
    score: String? = nil
  ) -> [String: String] {
    func rubric(_ id: String, _ facts: String, _ item: String) -> String {
      "rubric: \(id)\nedition: \"1\"\ntitle: R\nsubject: s\nfacts: {\(facts)}\nsections:\n"
        + "- id: all\n  title: A\n  points: 1\n  items:\n"
        + "  - {\(item), title: P, points: 1, says: p, basis: {rule: illustrative, points: illustrative}}\n"
        + "total: {round: {to: 1, mode: half up}, when closed: zero}\n"
        + "grades: [{id: a, title: a, at least: 1}, {id: b, title: b}]\n"
    }
    func facts(_ from: String) -> String {
      "拨付率: {type: number, must be: \"[0..1]\"\(from)}"
    }
    return [
      "round.yaml":
        "round: r\ntitle: R\nperiod: {from: 2024-01-01, to: 2024-12-31}\nas of: 2025-01-15\n"
        + "rubrics: [s.yaml, t.yaml]\nsubjects:\n"
        + "  - {id: s, rubric: s, bundle: bundle, parties: \(naming)}\n"
        + "  - {id: t, rubric: t, bundle: bundle, parties: {station: s}}\n",
      "s.yaml": rubric(
        "s", facts(", from: town") + ", 自述困难: {type: boolean}",
        "id: pay, score: {check: 自述困难}, "
          + "excused: {when: \(when), by: town.funds, then: drop}"),
      "t.yaml": rubric(
        "t", facts("") + ", 专职人数: {type: number, from: station}",
        "id: funds, \(excuse)score: {\(score ?? "check: not(\(loss))")}"),
    ]
  }

  private static let rows = "id,姓名,持证,督导小时\n,a,是,3\n"
  private static let run = "run @/round.yaml --out @/out"
  private static let batch = "batch --rubric @/rubric.yaml --table 专职人员=@/t.csv --out @/o.csv"

  private static let policy = "rubrics/renewal/taicang.yaml"

  static let all: [MessageCase] = [
    MessageCase("unreadable-file", [:], "check @/none.yaml"),
    MessageCase("nothing-to-check", ["other.yaml": "a: 1\n"], "check @/other.yaml"),
    MessageCase("no-tests", [:], "test @/bundle"),
    MessageCase(
      "not-a-rubric", ["other.yaml": "a: 1\n"], "score --rubric @/other.yaml @/bundle"),
    MessageCase("not-a-result", ["other.json": "{}\n"], "explain @/other.json"),
    MessageCase(
      "context-not-an-object", ["list.json": "[1]\n"], "eval --context @/list.json 1"),
    MessageCase("file-exists", [:], "new rubric a --out @/new", "new rubric a --out @/new"),
    MessageCase(
      "empty-key", ["t.csv": rows, "f.csv": "id,持证\n,是\n"],
      batch + " --key id --facts @/f.csv"),
    MessageCase(
      "garbled-key", ["t.csv": rows, "f.csv": "id,持证\nS1,是\n甲\u{FFFD}站,是\n"],
      batch + " --key id --facts @/f.csv"),
    MessageCase(
      "row-of-no-subject", ["t.csv": rows, "f.csv": "id,持证\nS1,是\n注：数据截至年底,\n"],
      batch + " --key id --facts @/f.csv"),
    MessageCase(
      "perhaps-no-subject", ["t.csv": rows, "f.csv": "id,持证\nS1,是\n合计,\n"],
      batch + " --key id --facts @/f.csv"),
    MessageCase("no-key-column", ["t.csv": rows], batch),
    MessageCase("empty-portfolio", [:], "batch --rubric @/rubric.yaml --key id --out @/o.csv"),
    MessageCase(
      "expectation-failed",
      ["a.tests.yaml": "tests: rubric.yaml\ncases:\n- {name: a, expect: {score: 7}}\n"],
      "test @/a.tests.yaml"),
    MessageCase(
      "expectation-unknown",
      [
        "a.tests.yaml":
          "tests: rubric.yaml\ncases:\n- {name: a, expect: {items: {nothing: 7}}}\n"
      ], "test @/a.tests.yaml"),
    MessageCase(
      "findings-not-a-list",
      round(station + "findings: f.yaml\n").merging(["f.yaml": "a: 1\n"]) { $1 }, run),
    MessageCase(
      "mark-for-unknown-item",
      ["bundle/judgements/a.yaml": "by: a\nrole: panel\nmarks: {nothing: 1}\n"],
      "score --rubric @/rubric.yaml @/bundle"),
    MessageCase(
      "not-in-round",
      round("rubrics: [rubric.yaml]\nsubjects:\n  - {id: t, rubric: first-steps, bundle: b}\n"),
      "score --rubric @/rubric.yaml @/bundle --round @/round.yaml"),
    MessageCase(
      "path-not-found",
      round("rubrics: [rubrics]\nsubjects:\n  - {id: s, rubric: first-steps, bundle: b}\n"),
      "check @/round.yaml"),
    MessageCase(
      "period-backwards",
      [
        "round.yaml":
          "round: r\ntitle: R\nperiod: {from: 2024-12-31, to: 2024-01-01}\nas of: 2025-01-15\n"
          + station
      ], run),
    MessageCase(
      "rubric-not-found",
      round("rubrics: [rubric.yaml]\nsubjects:\n  - {id: s, rubric: other, bundle: bundle}\n"),
      run),
    MessageCase(
      "rubric-rejected",
      round("rubrics: [bad.yaml]\nsubjects:\n  - {id: s, rubric: bad, bundle: bundle}\n")
        .merging(["bad.yaml": "rubric: bad\n"]) { $1 }, run),
    MessageCase(
      "unknown-party",
      round(
        "rubrics: [rubric.yaml]\nsubjects:\n"
          + "  - {id: s, rubric: first-steps, bundle: bundle, parties: {town: nobody}}\n"), run),
    MessageCase("unknown-subject", round(station), "score --round @/round.yaml t"),
    MessageCase("not-our-folder", round(station), "run @/round.yaml --out @/bundle"),
    MessageCase("action-twice", [:], "check @/policy.yaml")
      .changing(policy, as: "policy.yaml", "{id: end,", to: "{id: renew,"),
    MessageCase("policy-name-taken", [:], "check @/policy.yaml")
      .changing(policy, as: "policy.yaml", "月度评估缺失月数:", to: "score:"),
    MessageCase("calendar-of-policy", [:], "check @/policy.yaml")
      .changing(
        policy, as: "policy.yaml", "decide:",
        to: "define:\n  monthly: {calendar: month, over: as of}\ndecide:"),
    MessageCase(
      "past-grade-unknown",
      round(moving("history: [{grade: AAA}]")),
      "score --rubric @/m.yaml --round @/round.yaml @/bundle"
    ).changing("docs/examples/movement.yaml", as: "m.yaml"),
    MessageCase(
      "history-out-of-order",
      round(moving("history: [{grade: 3A, date: 2024-01-01}, {grade: 3A, date: 2023-01-01}]")),
      "score --rubric @/m.yaml --round @/round.yaml @/bundle"
    ).changing("docs/examples/movement.yaml", as: "m.yaml"),
    MessageCase(
      "re-evaluation-without-rule",
      round(
        "rubrics: [rubric.yaml]\nsubjects:\n"
          + "  - {id: s, rubric: first-steps, bundle: bundle, re-evaluation: true}\n"),
      "score --rubric @/rubric.yaml --round @/round.yaml @/bundle"),
    MessageCase("unknown-action", [:], "check @/policy.yaml")
      .changing(policy, as: "policy.yaml", "\"wait\"", to: "\"pause\""),
    MessageCase(
      "policy-test-failed",
      [
        "a.tests.yaml":
          "tests: taicang.yaml\ncases:\n  - name: a\n    facts: {月度评估缺失月数: 0}\n"
          + "    result: {score: 82, grade: four, stars: 4, status: evaluated}\n"
          + "    expect: {action: end}\n"
      ], "test @/a.tests.yaml"
    ).changing(policy, as: "taicang.yaml"),
    MessageCase(
      "several-editions",
      round(
        "rubrics: [rubric.yaml, second.yaml]\nsubjects:\n"
          + "  - {id: s, rubric: first-steps, bundle: bundle}\n"), run
    ).changing(
      "samples/first-steps/first-steps.yaml", as: "second.yaml", "edition: \"1\"",
      to: "edition: \"2\""),
    MessageCase(
      "subject-twice", round(station + "  - {id: s, rubric: first-steps, bundle: bundle}\n"), run),
    MessageCase(
      "portfolio-table-twice", ["t.csv": rows],
      batch + " --table 专职人员=@/t.csv --key id"),
    MessageCase(
      "mark-without-reason",
      [
        "bundle/judgements/a.yaml":
          "by: a\nrole: panel\nmarks: {budget: {band: high, value: 0.9}}\n"
      ], "score --rubric @/degree.yaml @/bundle"
    ).changing("docs/examples/degree.yaml", as: "degree.yaml"),
    MessageCase(
      "unit-differs",
      round(
        "references: {评估得分: {value: 900, unit: 元, year: 2023, source: a}}\n"
          + "rubrics: [g.yaml]\nsubjects:\n  - {id: s, rubric: example-gates, bundle: bundle}\n"),
      "score --rubric @/g.yaml --round @/round.yaml @/bundle"
    ).changing(
      "docs/examples/gates.yaml", as: "g.yaml", "must be: \"[0..1000]\"",
      to: "must be: \"[0..1000]\", unit: 分, from: reference"),
    MessageCase(
      "no-subject-column",
      round(
        "rubrics: [g.yaml]\nsubjects:\n"
          + "  - {id: s, rubric: first-steps, bundle: bundle, parties: {town: t}}\n"
          + "  - {id: t, rubric: first-steps, bundle: town}\n"
      ).merging([
        "town/bundle.yaml": "subject: t\n", "town/tables/拨款.csv": "实付\n3\n",
      ]) { $1 }, "score --rubric @/g.yaml --round @/round.yaml @/bundle"
    ).changing(
      "samples/first-steps/first-steps.yaml", as: "g.yaml", "  专职人员:\n",
      to: "  拨款:\n    from: town\n    columns: {实付: {type: number}}\n  专职人员:\n"),
    MessageCase(
      "excuse-leads-nowhere",
      round(
        "rubrics: [g.yaml]\nsubjects:\n"
          + "  - {id: s, rubric: first-steps, bundle: bundle, parties: {town: t}}\n"
          + "  - {id: t, rubric: first-steps, bundle: bundle}\n"), "check @/round.yaml"
    ).changing(
      "samples/first-steps/first-steps.yaml", as: "g.yaml", "        advice:\n          zh: 支持",
      to: "        excused: {when: 持证人数 < 1, by: town.nothing, then: drop, says: a}\n"
        + "        advice:\n          zh: 支持"),
    MessageCase("excuse-charges-nobody", parties("拨付率 < 0.95", "拨付率 < 0.9"), "check @/round.yaml"),
    MessageCase(
      "excuse-about-other-facts", parties("拨付率 < 0.95", "专职人数 < 3"), "check @/round.yaml"),
    MessageCase(
      "excuse-by-own-word", parties("自述困难", "拨付率 < 1"), "check @/round.yaml"),
    MessageCase(
      "excuse-not-proven",
      parties(
        "拨付率 < 0.95", "",
        score: "judge: {role: panel, from: 0, to: 10, combine: mean, at least: 1}"),
      "check @/round.yaml"),
    MessageCase(
      "party-missing",
      parties("拨付率 < 1", "拨付率 < 1", naming: "{}"), "check @/round.yaml"),
    MessageCase(
      "party-is-itself",
      parties("拨付率 < 1", "拨付率 < 1", naming: "{town: s}"), "check @/round.yaml"),
    MessageCase(
      "charge-circle",
      parties(
        "拨付率 < 1", "拨付率 < 1",
        excuse: "excused: {when: 专职人数 < 3, by: station.pay, then: drop}, "), "check @/round.yaml"),
    MessageCase("cannot-write", round(station), "run @/round.yaml --out @/round.yaml/out"),
  ]
}

/// Messages that only a command brings about, each brought about once.
@Suite(.timed, .serialized) struct MessageTests {
  @Test(arguments: MessageCase.all)
  func theCommandSaysIt(message: MessageCase) throws {
    let scratch = try Scratch()
    let rubric = try Data(
      contentsOf: HostileRound.samples.appending(path: "first-steps.yaml"))
    try scratch.write("rubric.yaml", Array(rubric))
    try scratch.write("bundle/bundle.yaml", "subject: s\n")
    for (path, text) in message.files { try scratch.write(path, text) }
    if let (file, name, old, new) = message.changed {
      let text = try String(contentsOf: Places.root.appending(path: file), encoding: .utf8)
      try #require(old.isEmpty || text.contains(old))
      try scratch.write(name, text.replacing(old, with: new, maxReplacements: 1))
    }
    for language in ["en", "zh"] {
      var screen: [String] = []
      for command in message.commands {
        let words = Session.words(of: command.replacing("@", with: scratch.folder.path))
        screen = Session.screen(of: words + ["--lang", language])
      }
      let isThere = screen.contains { $0.contains("[\(message.code)]") }
      #expect(isThere, "\(screen.joined(separator: "\n"))")
    }
  }
}
