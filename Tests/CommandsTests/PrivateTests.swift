import Foundation
import TestSupport
import Testing

/// Whatever a rubric makes of private cells, no output holds one; and scores are what they are.
@Suite(.timed, .serialized) struct PrivateTests {
  /// Values that stand nowhere else; the rubric below names none of them.
  static let secrets = ["48213", "91731", "欧阳某甲", "司徒某乙", "73519", "1987-06-05"]

  private static let figures = [
    "max(staff.pay)", "min(staff.pay)", "median(staff.pay)", "staff[1].pay",
    "distinct values(staff.name)", "string join(staff.name, \",\")", "secret", "secret + 1 - 1",
    "sum(staff[name = \"某丙\"].pay)", "mean(staff[pay > 90000].pay)", "staff[1]",
    "for w in staff return {n: w.name, p: w.pay}", "staff.born", "sum([staff[2].pay])",
    "(if count(staff) > 0 then secret else 0) * 1",
    // Each sum is over enough rows, and their difference over one.
    "sum(staff.pay) - sum(staff[pay < 90000].pay)",
  ]

  private func rubric() -> String {
    let figures = Self.figures.enumerated().map { "  f\($0): |\n    \($1)\n" }.joined()
    let forms = [
      "formula: round half up(secret / 100000, 1)\n              from: 0\n              to: 1",
      "steps: secret\n              at least: {70000: 1}\n              else: 0",
      "steps: staff[1].pay\n              lines: {\"< 48000\": 0, \">= 48000\": 1}",
      "choose: staff[1].name\n              options: {某丙: 1}\n              else: 0",
      "each: secret\n              base: {at: 0, points: 0}\n              step: {every: 100000, points: 1, units: full}\n              cap: 1\n              below base: 0",
    ]
    let items = forms.enumerated().map { number, form in
      """
            - id: i\(number)
              title: Item \(number)
              points: 1
              says: i
              basis: {rule: illustrative, points: illustrative}
              score:
                    \(form)

      """
    }.joined()
    return """
      rubric: r
      edition: "1"
      language: en
      title: R
      subject: station
      facts:
        secret: {type: number, private: true}
        group: {type: string, private: true}
        grade word: {type: string, one of: [a, b]}
      tables:
        staff:
          name: {type: string, private: true}
          pay: {type: number, private: true}
          born: {type: date, private: true}
          hours: {type: number}
      define:
      \(figures)  open: mean(staff.hours)
      sections:
        - id: all
          title: A
          points: \(forms.count)
          items:
      \(items)
      total: {round: {to: 0.01, mode: half up}, when closed: open}
      grades: [{id: good, title: good, at least: 2}, {id: bad, title: bad}]

      """
  }

  private func round() throws -> HostileRound {
    let round = try HostileRound(bundle: "bundles/good")
    try round.scratch.write("r.yaml", rubric())
    for id in ["a", "b"] {
      try round.scratch.write(
        "bundles/\(id)/bundle.yaml",
        "subject: \(id)\nkind: station\nfacts: {secret: 73519, group: 欧阳某甲, grade word: 司徒某乙}\n")
      try round.scratch.write(
        "bundles/\(id)/tables/staff.csv",
        "name,pay,born,hours\n欧阳某甲,48213,1987-06-05,欧阳某甲\n司徒某乙,91731,1987-06-05,7\n"
          + "某丙,1,2001-01-01\n司徒某乙,48213\n")
    }
    try round.scratch.write(
      "round.yaml",
      """
      round: p
      title: {zh: 一轮, en: A round}
      period: {from: 2024-01-01, to: 2024-12-31}
      as of: 2025-01-15
      rubrics: [r.yaml]
      subjects:
        - {id: a, rubric: r, bundle: bundles/a}
        - {id: b, rubric: r, bundle: bundles/b}

      """)
    return round
  }

  @Test func noOutputHoldsAPrivateValue() throws {
    let round = try round()
    var texts: [String: String] = [:]
    for language in ["en", "zh"] {
      texts["run \(language)"] = round.run(language: language).joined(separator: "\n")
      for item in 0..<5 {
        texts["explain \(item) \(language)"] = Session.screen(of: [
          "explain", round.path("out/a"), "i\(item)", "--lang", language,
        ]).joined(separator: "\n")
      }
      for name in try FileManager.default.subpathsOfDirectory(atPath: round.path("out"))
      where name.hasSuffix("l") || name.hasSuffix("txt") || name.hasSuffix("json") {
        texts["\(name) \(language)"] = try? round.text("out/\(name)")
      }
    }
    texts["score"] = Session.screen(of: [
      "score", "--rubric", round.path("r.yaml"), round.path("bundles/a"), "--format", "json",
    ]).joined(separator: "\n")
    #expect(texts.count > 20)
    for (name, text) in texts {
      for secret in Self.secrets {
        #expect(!text.contains(secret), "\(secret) in \(name)")
      }
    }
    let report = try round.text("out/a/report.en.txt")
    #expect(report.contains("evaluated"), "\(texts["run en"] ?? "")")
  }

  @Test func aPortfolioHoldsNone() throws {
    let round = try round()
    try round.scratch.write(
      "facts.csv", "id,secret,group,grade word\na,73519,欧阳某甲,a\nb,73519,欧阳某甲,司徒某乙\n")
    try round.scratch.write(
      "staff.csv",
      "id,name,pay,born,hours\na,欧阳某甲,48213,1987-06-05,欧阳某甲\nb,司徒某乙,91731,1987-06-05,7\n")
    for extra in [[], ["--no-fuse"]] {
      let screen = Session.screen(
        of: [
          "batch", "--rubric", round.path("r.yaml"), "--facts", round.path("facts.csv"), "--table",
          "staff=" + round.path("staff.csv"), "--key", "id", "--out", round.path("o.csv"),
          "--figures", "--items", "--results", round.path("o.jsonl"), "--summary",
          round.path("s.json"), "--lang", "en",
        ] + extra)
      let results = try round.text("o.csv")
      #expect(screen.contains { $0.contains("[figures-withheld]") }, "\(screen)")
      #expect(results.hasPrefix("subject,score,low,high,grade,stars,status,i0,i1,i2,i3,i4,open\n"))
      for text in [
        screen.joined(separator: "\n"), results, try round.text("o.jsonl"),
        try round.text("s.json"),
      ] {
        for secret in Self.secrets { #expect(!text.contains(secret), "\(secret) in \(text)") }
      }
    }
  }

  @Test func checkSaysWhichFormPublishes() throws {
    let round = try round()
    let screen = Session.screen(of: ["check", round.path("r.yaml"), "--lang", "en"])
    #expect(screen.count { $0.contains("[private-points]") } == 5, "\(screen)")
    #expect(screen.count { $0.contains("[private-figure]") } >= 12)
  }

  @Test func whatNamesAPersonInAPublicPlaceIsAWarning() throws {
    let round = try HostileRound(bundle: "bundles/bad")
    try round.scratch.write(
      "bundles/bad/bundle.yaml",
      HostileCase.main
        + "documents: [{file: documents/13800000000.pdf, kind: x}]\n")
    try round.scratch.write("bundles/bad/documents/13800000000.pdf", "%PDF")
    try round.scratch.write(
      "bundles/bad/tables/专职人员.csv", "姓名,持证,督导小时\n甲,138 0000 0000,2\n13900000000,是,3\n")
    let screen = round.run(language: "en")
    #expect(screen.count { $0.contains("[personal-number]") } == 1, "\(screen)")
    #expect(screen.count { $0.contains("[personal-number-in-name]") } == 1)
    #expect(!screen.contains { $0.contains("138 0000 0000") || $0.contains("13900000000") })
  }

  @Test func noMessageShowsALineOfEvidence() throws {
    let round = try HostileRound(bundle: "bundles/bad")
    let broken = "subject: bad\nfacts: {电话: [\"73519\"\n"
    try round.scratch.write("bundles/bad/bundle.yaml", broken)
    try round.scratch.write("bundles/bad/judgements/a.yaml", "by: a\nmarks: {b: \"73519\n")
    try round.scratch.write("loose.yaml", broken)
    for words in [
      ["run", round.path("round.yaml"), "--out", round.path("out")],
      ["check", round.path("bundles")], ["check", round.path("bundles/bad/bundle.yaml")],
      ["check", round.path("loose.yaml")], ["check", round.path("")],
      ["check", round.path("bundles/bad/judgements/a.yaml")],
    ] {
      let screen = Session.screen(of: words + ["--lang", "en"])
      #expect(screen.contains { $0.hasPrefix("error[yaml-") }, "\(words): \(screen)")
      #expect(!screen.contains { $0.contains("73519") }, "\(words): \(screen)")
    }
  }

  /// What somebody hands in by mistake may be evidence, whatever its lines begin with.
  @Test(arguments: [
    ("people.csv", "姓名,电话\n甲,73519\n", "explain", "not-a-result"),
    ("half.json", "{\"电话\": \"73519\",\n\"round:", "explain", "not-a-result"),
    ("subjects.json", "[\nsubjects: 73519\n", "explain", "not-a-result"),
    ("people.csv", "姓名,电话\n甲,73519\n", "papers", "not-a-result"),
    ("people.csv", "姓名,电话\n甲,73519\n", "score --rubric", "not-a-rubric"),
    ("people.csv", "73519,电话\n", "eval 1 --context", "json-unexpected"),
    ("findings.yaml", "subjects:\n- [73519\n", "run", "yaml-unclosed-bracket"),
  ])
  func whatIsTakenForSomethingElseIsNotShown(
    name: String, text: String, command: String, code: String
  ) throws {
    let round = try HostileRound(bundle: "bundles/good")
    try round.scratch.write(name, text)
    var words = command.split(separator: " ").map(String.init) + [round.path(name)]
    if command == "run" {
      try round.scratch.write(
        "round.yaml", try round.text("round.yaml") + "findings: findings.yaml\n")
      words = ["run", round.path("round.yaml"), "--out", round.path("out")]
    } else if command.hasPrefix("score") {
      words.append(round.path("bundles/good"))
    }
    for language in ["en", "zh"] {
      let screen = Session.screen(of: words + ["--lang", language])
      #expect(screen.contains { $0.contains("[\(code)]") }, "\(screen)")
      #expect(!screen.contains { $0.contains("73519") }, "\(screen)")
    }
  }
}
