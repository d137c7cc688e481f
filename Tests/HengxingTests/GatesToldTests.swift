import Diagnostics
import Foundation
import Hengxing
import Reports
import TestSupport
import Testing

/// What stands beside a grade that a gate made, or left open.
@Suite(.timed) struct GatesToldTests {
  private static let rubric = """
    rubric: gated
    edition: "1"
    language: en
    title: Gated
    subject: station
    facts:
      mark: {type: number, must be: "[0..100]"}
      safe: {type: boolean}
      led: {type: boolean}
      shown: {type: boolean}
      quiet: {type: boolean}
    admission:
      - {id: unseen, when: not(shown), status: not seen, when closed: not evaluated, says: {en: Nobody was let in., zh: 没有让人进门。}}
    sections:
      - id: all
        title: All
        points: 100
        items:
          - id: mark
            title: Mark
            points: 100
            says: The mark.
            basis: {rule: illustrative, points: illustrative}
            score: {formula: mark, from: 0, to: 100}
    total: {round: {to: 1, mode: half up}, when closed: zero}
    caps:
      - {id: leaderless, when: not(led), grade: pass, when closed: fires, says: {en: Nobody leads., zh: 没有负责人。}}
    downgrades:
      - {id: loud, when: not(quiet), levels: 1, when closed: fires, says: {en: It is loud., zh: 吵闹。}}
    vetoes:
      - {id: unsafe, when: not(safe), grade: fail, score: 0, when closed: open, says: {en: It is not safe., zh: 不安全。}}
    grades:
      - {id: good, title: {en: good, zh: 良好}, at least: 80}
      - {id: pass, title: {en: pass, zh: 合格}, at least: 60}
      - {id: fail, title: {en: fail, zh: 不合格}}

    """

  private func run(_ facts: String) throws -> (Report, RoundIndex) {
    let result = try TemporaryRound(of: Self.rubric, bundle: "facts: {\(facts)}").run().result
    return (try #require(result.reports.first).report, result.index)
  }

  struct Told: Sendable {
    let facts: String
    let en: String
    let zh: String
  }

  static let told = [
    Told(
      facts: "mark: 90, safe: yes, led: no, shown: yes, quiet: yes",
      en: "Grade: pass, because: Nobody leads: at most pass (by the score: good)",
      zh: "等级：合格（按分数为良好；因没有负责人，等级不高于合格）"),
    Told(
      facts: "mark: 90, safe: yes, shown: yes, quiet: yes",
      en:
        "Grade: pass, because: Nobody leads (nobody answered, so it counts at closing): at most pass (by the score: good)",
      zh: "等级：合格（按分数为良好；因没有负责人（截止时无人答复，视为如此），等级不高于合格）"),
    Told(
      facts: "mark: 90, safe: yes, led: yes, shown: yes, quiet: no",
      en: "Grade: pass, because: It is loud: from good to pass (by the score: good)",
      zh: "等级：合格（按分数为良好；因吵闹，由良好降为合格）"),
    Told(
      facts: "mark: 90, safe: no, led: yes, shown: yes, quiet: yes",
      en:
        "Grade: fail, because: It is not safe: at most fail, and the score is 0 (by the score: good)",
      zh: "等级：不合格（按分数为良好；因不安全，等级不高于不合格，总分记 0 分）"),
    Told(
      facts: "mark: 90, led: yes, shown: yes, quiet: yes",
      en: "Not decided: It is not safe: `safe` was not given",
      zh: "尚无定论：不安全：没有填“safe”"),
    Told(
      facts: "mark: 90, safe: yes, led: yes, quiet: yes",
      en: "because: Nobody was let in (nobody answered, so it counts at closing)",
      zh: "因没有让人进门（截止时无人答复，视为如此）"),
  ]

  @Test(arguments: told)
  func oneSentenceBesideTheGradeSaysWhichGate(told: Told) throws {
    let (report, index) = try run(told.facts)
    for (language, sentence) in [(Language.en, told.en), (.zh, told.zh)] {
      let lines = TextReport.print(report, in: language).split(separator: "\n").map(String.init)
      #expect(lines.contains(sentence), "\(lines.joined(separator: "\n"))")
      let reason = try #require(
        report.verdict.because?.text(in: language)
          ?? report.verdict.questions?.first?.text(in: language))
      let short = String(reason.prefix(8))
      #expect(HTMLPage.print(report, in: language).contains(short))
      #expect(HTMLDesk.print(index, in: language).contains(short))
      #expect(TextIndex.print(index, in: language).contains(reason))
    }
  }

  @Test func aGradeThatTheScoreGivesNeedsNoWords() throws {
    let (report, _) = try run("mark: 90, safe: yes, led: yes, shown: yes, quiet: yes")
    #expect(report.verdict.because == nil && report.verdict.questions == nil)
    #expect(TextReport.print(report, in: .en).contains("\nGrade: good\n"))
  }

  @Test func aStepThatChangesOnlyTheGradeShowsTheGrade() throws {
    let (report, _) = try run("mark: 90, safe: yes, led: no, shown: yes, quiet: yes")
    let step = try #require(report.steps.first { $0.id == "caps" })
    #expect(step.changed && step.before == "good" && step.after == "pass")
    let (vetoed, _) = try run("mark: 90, safe: no, led: yes, shown: yes, quiet: yes")
    let veto = try #require(vetoed.steps.first { $0.id == "vetoes" })
    #expect(veto.before == "90 · good" && veto.after == "0 · fail")
  }
}
