import Foundation
import TestSupport
import Testing

/// A round of two bundles under an example rubric, with one thing wrong, and what a run says of it.
struct BadRound: Sendable, CustomTestStringConvertible {
  let name: String
  /// Below `docs/examples`.
  let rubric: String
  let id: String
  let code: String
  /// Where the message points, from the folder of the round.
  let place: String
  /// What the message says, in both languages.
  let says: (zh: String, en: String)
  let files: [String: String]
  /// What stands after the entry of the first subject, and of the second.
  let entries: (String, String)

  init(
    _ name: String, _ rubric: String, _ code: String, at place: String, zh: String, en: String,
    entries: (String, String) = ("", ""), _ files: [String: String]
  ) {
    self.name = name
    self.rubric = rubric
    id = "example-\(rubric)"
    self.code = code
    self.place = place
    says = (zh, en)
    self.files = files
    self.entries = entries
  }

  var testDescription: String { name }

  private static func paper(
    _ by: String, _ marks: String, stage: String? = nil, date: String? = nil
  ) -> String {
    "by: \(by)\nrole: panel\n" + (stage.map { "stage: \($0)\n" } ?? "")
      + (date.map { "date: \($0)\n" } ?? "") + "marks: {\(marks)}\n"
  }

  private static let stages = [
    "a/bundle.yaml": "subject: a\nfacts: {申请等级: 三级}\n",
    "a/tables/个案抽查.csv": "阶段,合格\nmid,是\nfinal,是\n",
    "a/judgements/mid.yaml": paper("评委01", "service: 7", stage: "mid", date: "2024-07-10"),
  ]

  private static let alone =
    "facts: {地区类型: 乡镇, 服务工时: 1200, 平均年龄: 38, 有新员工: 是, 新员工培训率: 1}\n"

  static let all = [
    BadRound(
      "two papers of one assessor contradict each other", "judge", "judgement-twice",
      at: "a/judgements/2.yaml:3:15", zh: "`评委01` 对 `talk` 的两次评分互相矛盾",
      en: "two papers of `评委01` contradict each other on `talk`",
      [
        "a/judgements/1.yaml": paper("评委01", "talk: 90"),
        "a/judgements/2.yaml": paper("评委01", "talk: 40"),
      ]),
    BadRound(
      "a dated paper does not outdate one without a date", "judge", "judgement-twice",
      at: "a/judgements/2.yaml:4:15", zh: "互相矛盾", en: "contradict each other",
      [
        "a/judgements/1.yaml": paper("评委01", "talk: 90"),
        "a/judgements/2.yaml": paper("评委01", "talk: 40", date: "2025-01-09"),
      ]),
    BadRound(
      "an assessor judges twice and says the same", "judge", "judgement-repeated",
      at: "a/judgements/2.yaml:3:15", zh: "`评委01` 把相同的评分交了两次", en: "they count once",
      [
        "a/judgements/1.yaml": paper("评委01", "talk: 90"),
        "a/judgements/2.yaml": paper("评委01", "talk: 90"),
      ]),
    BadRound(
      "an assessor judges again on a later day", "judge", "judgement-revised",
      at: "a/judgements/2.yaml:4:15", zh: "以较后的评分为准", en: "the later mark counts",
      [
        "a/judgements/1.yaml": paper("评委01", "talk: 90", date: "2025-01-05"),
        "a/judgements/2.yaml": paper("评委01", "talk: 40", date: "2025-01-09"),
      ]),
    BadRound(
      "a value outside the band that was chosen", "degree", "mark-set-aside",
      at: "a/judgements/1.yaml:3:17", zh: "取值不在 `high` 档之内",
      en: "the value lies outside the band `high`",
      [
        "a/judgements/1.yaml": paper("评委01", "budget: {band: high, value: 0.5, reason: 好}")
      ]),
    BadRound(
      "a mark beyond the scale", "judge", "mark-set-aside", at: "a/judgements/1.yaml:3:15",
      zh: "评分超出 0 至 100", en: "0 to 100",
      ["a/judgements/1.yaml": paper("评委01", "talk: 101")]),
    BadRound(
      "a final before the mid-term", "stages", "mark-set-aside",
      at: "a/judgements/final.yaml:5:18", zh: "末期评估应在中期评估之后，而中期评估始于 2024-07-10",
      en: "the final comes after the mid-term, which began on 2024-07-10",
      stages.merging([
        "a/judgements/final.yaml": paper(
          "评委02", "service: 9", stage: "final", date: "2024-06-10")
      ]) { $1 }),
    BadRound(
      "a mid-term outside the period", "stages", "mark-set-aside",
      at: "a/judgements/mid.yaml:5:18", zh: "中期评估的日期应在评估期内",
      en: "the mid-term must be dated in the period",
      stages.merging([
        "a/judgements/mid.yaml": paper("评委01", "service: 7", stage: "mid", date: "2025-02-01")
      ]) { $1 }),
    BadRound(
      "two subjects above each other", "judge", "hierarchy-cycle", at: "round.yaml:7:70",
      zh: "`a` → `b` → `a`", en: "`a` → `b` → `a`",
      entries: (", parent: b", ", parent: a"), [:]),
    BadRound(
      "a subject above itself", "judge", "hierarchy-cycle", at: "round.yaml:7:70",
      zh: "`a` 成了自己的上级", en: "`a` stands above itself", entries: (", parent: a", ""), [:]),
    BadRound(
      "nobody to compare with", "cohort", "small-cohort", at: "rubric.yaml:17:3",
      zh: "至少要 2 个对象才比较，“乡镇”组只有 1 个：`a`",
      en: "compares at least 2, and finds 1 in `乡镇`: `a`",
      [
        "a/bundle.yaml": "subject: a\n" + alone,
        "b/bundle.yaml": "subject: b\n" + alone.replacing("乡镇", with: "城区"),
      ]),
  ]
}

/// Bad input of panels, stages, hierarchies and cohorts, as a user meets it: a message with a place, and never a guess.
@Suite(.timed, .serialized) struct BadRoundTests {
  @Test(arguments: BadRound.all, ["zh", "en"])
  func aRunSaysWhatIsWrongAndWhere(bad: BadRound, language: String) throws {
    let scratch = try Self.write(bad)
    let screen = Session.screen(of: [
      "run", scratch.folder.appending(path: "round.yaml").path, "--out",
      scratch.folder.appending(path: "out").path, "--lang", language,
    ])
    let shown = screen.prefix(16).joined(separator: "\n")
    let start = try #require(screen.firstIndex { $0.contains("[\(bad.code)]") }, "\(shown)")
    let message = screen[start...].prefix { !$0.isEmpty }.joined(separator: "\n")
    #expect(message.contains(bad.place + "\n"), "\(message)")
    #expect(message.contains(language == "zh" ? bad.says.zh : bad.says.en), "\(message)")
    #expect(message.contains(language == "zh" ? "建议: " : "help: "), "\(message)")
    // What is in doubt is left open, or counts as the message says, and is never made up.
    let report = try String(
      contentsOf: scratch.folder.appending(path: "out/a/report.\(language).txt"), encoding: .utf8)
    #expect(!report.contains("rejected") && !report.contains("无法评估"))
  }

  @Test func aCheckOfTheRoundLooksAtItsBundles() throws {
    let bad = try #require(BadRound.all.first { $0.code == "judgement-twice" })
    let scratch = try Self.write(bad)
    let round = scratch.folder.appending(path: "round.yaml").path
    let screen = Session.screen(of: ["check", round, "--lang", "en"])
    #expect(screen.contains { $0.contains("[judgement-twice]") })
    #expect(screen.contains { $0.hasSuffix(bad.place) })
    // Named besides, a bundle is told once.
    let both = Session.screen(of: [
      "check", round, scratch.folder.appending(path: "a").path, "--lang", "en",
    ])
    #expect(both.count { $0.contains("[judgement-twice]") } == 1)
  }

  private static func write(_ bad: BadRound) throws -> Scratch {
    let scratch = try Scratch()
    let example = Places.root.appending(path: "docs/examples/\(bad.rubric).yaml")
    try scratch.write("rubric.yaml", try String(contentsOf: example, encoding: .utf8))
    try scratch.write(
      "round.yaml",
      """
      round: r
      title: R
      period: {from: 2024-01-01, to: 2024-12-31}
      as of: 2025-03-10
      rubrics: [rubric.yaml]
      subjects:
        - {id: a, kind: station, rubric: \(bad.id), bundle: a\(bad.entries.0)}
        - {id: b, kind: station, rubric: \(bad.id), bundle: b\(bad.entries.1)}

      """)
    for subject in ["a", "b"] {
      try scratch.write("\(subject)/bundle.yaml", "subject: \(subject)\n")
    }
    for (path, text) in bad.files { try scratch.write(path, text) }
    return scratch
  }
}
