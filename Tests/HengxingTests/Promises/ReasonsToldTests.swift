import Diagnostics
import Foundation
import Hengxing
import Reports
import TestSupport
import Testing
import Values

/// Why points were lost: as fields, and as one sentence of quantity, line and distance.
@Suite(.timed) struct ReasonsToldTests {
  struct Told: Sendable, CustomTestStringConvertible {
    let form: String
    let zh: String
    let en: String
    var facts = ""

    var testDescription: String { zh }
  }

  private static func rubric(_ form: String) -> String {
    """
    rubric: told
    edition: "1"
    language: zh
    title: Told
    subject: station
    tables:
      staff:
        title: {en: staff, zh: 专职人员}
        columns:
          name: {type: string, private: true}
          certified: {type: boolean, title: {en: certified, zh: 持证}}
          pay: {type: number, private: true}
    facts:
      有值班制度: {type: boolean, title: {en: rules for duty, zh: 值班制度}}
      有财务制度: {type: boolean, title: {en: rules for money, zh: 财务制度}}
      cases: {type: number, unit: 个, title: {en: cases, zh: 个案}}
      rate: {type: number, title: {en: rate, zh: 签约率}}
      late: {type: number, unit: d, title: {en: delay, zh: 逾期}}
      place: {type: string, one of: [own, rented, none], title: {en: place, zh: 场地}}
    define:
      certified staff: {value: "count(staff[certified])", unit: 人, title: {en: certified workers, zh: 持证社工}}
    sections:
      - id: all
        title: All
        points: 40
        items:
          - id: item
            title: {en: The item, zh: 指标}
            points: 40
            says: {en: The rule., zh: 规则原文。}
            basis: {rule: illustrative, points: illustrative}
            score: \(form)
    total: {round: {to: 1, mode: half up}, when closed: zero}
    grades:
      - {id: pass, title: {en: pass, zh: 合格}, at least: 30}
      - {id: fail, title: {en: fail, zh: 不合格}}

    """
  }

  static let told = [
    Told(
      form:
        "{lose: 'max(0, 4 - certified staff)', step: {every: 1, points: 10, units: full}, floor: 0}",
      zh: "持证社工 3 人，应有 4 人，少 1 人，扣 10 分",
      en: "certified workers: 3 persons, 4 persons needed, 1 persons short, 10 lost"),
    Told(
      form: "{lose: late, step: {every: 10, points: 5, units: started}, free: 5, floor: 0}",
      zh: "逾期 12 天，限 5 天，超出 7 天，扣 5 分",
      en: "delay: 12 days, 5 days allowed, 7 days over, 5 lost"),
    Told(
      form:
        "{parts: [{id: a, points: 10, when: 有值班制度, says: {en: duty, zh: 值班制度}}, {id: b, points: 30, when: 有财务制度, says: {en: money, zh: 财务制度}}]}",
      zh: "缺：值班制度，扣 10 分", en: "lacking: duty, 10 lost"),
    Told(
      form: "{steps: cases, at least: {20: 40, 10: 20}, else: 0}",
      zh: "个案 12 个，应有 20 个，少 8 个，扣 20 分", en: "cases: 12, 20 needed, 8 short, 20 lost"),
    Told(
      form: "{steps: rate, at least: {100%: 40, 80%: 20}, else: 0}",
      zh: "签约率 91.3%，应有 100%，少 8.7 个百分点，扣 20 分",
      en: "rate: 91.3%, 100% needed, 8.7 points short, 20 lost"),
    Told(
      form: "{choose: place, options: {own: 40, rented: 30, none: 0}}",
      zh: "场地为“rented”，满分须为“own”，扣 10 分",
      en: "place: “rented”, full marks for “own”, 10 lost"),
    Told(
      form: "{check: 'cases >= 15 and rate > 0.5'}",
      zh: "个案 12 个，应有 15 个，少 3 个，扣 40 分", en: "cases: 12, 15 needed, 3 short, 40 lost"),
    Told(
      form: "{check: 'every w in staff satisfies w.certified'}",
      zh: "未达到：“专职人员”每一条都符合：持证，扣 40 分",
      en: "not met: in every row of “staff”, certified, 40 lost"),
    Told(
      form: "{formula: '40 * count(staff[certified]) / count(staff)', from: 0, to: 40}",
      zh: "“专职人员”中符合“持证”的条数 3，共 4，占 75%，差 1，扣 10 分",
      en: "the number of rows of “staff” where certified: 3 of 4, 75%, 1 short, 10 lost"),
    Told(
      form: "{lose: late, step: {every: 10, points: 5, units: started}, free: 5, floor: 0}",
      zh: "没有填“late”，扣 40 分", en: "late was not given, 40 lost", facts: "late"),
  ]

  private func item(_ told: Told) throws -> Report.ItemLine {
    let facts = [
      "有值班制度: no", "有财务制度: yes", "cases: 12", "rate: 0.913", "late: 12", "place: rented",
    ].filter { told.facts.isEmpty || !$0.hasPrefix(told.facts) }
    let staff = "name,certified,pay\na,yes,1\nb,yes,2\nc,yes,3\nd,no,4\n"
    let round = try TemporaryRound(
      of: Self.rubric(told.form), bundle: "facts: {\(facts.joined(separator: ", "))}",
      tables: ["staff": staff])
    let report = try #require(try round.run().result.reports.first).report
    return try #require(report.sections.first?.items.first)
  }

  @Test(arguments: told)
  func aLossIsToldByWhatIsMissing(told: Told) throws {
    let sentence = ReasonWording.sentence(try item(told), in: .section)
    #expect(sentence?.zh == told.zh)
    #expect(sentence?.en == told.en)
  }

  @Test func quantityLineAndDistanceAreFields() throws {
    let reason = try #require(try item(Self.told[0]).reasons?.first)
    #expect(reason.kind == .below)
    #expect(reason.value == Number(3))
    #expect(reason.line == Number(4))
    #expect(reason.distance == Number(1))
    #expect(reason.points == Number(10))
    #expect(reason.unit == "人")
  }

  @Test func fullMarksHaveNoReason() throws {
    let told = Told(form: "{steps: cases, at least: {5: 40}, else: 0}", zh: "", en: "")
    #expect(try item(told).reasons == [])
  }

  @Test func whatIsPrivateIsNoReason() throws {
    let told = Told(form: "{formula: '10 * min(staff.pay)', from: 0, to: 40}", zh: "", en: "")
    let reasons = try item(told).reasons
    #expect(reasons?.map(\.kind) == [.withheld])
    #expect(reasons?.first?.value == nil)
  }

  /// In every sample, every item that lost points says why, and the parts add up to no more than the loss.
  @Test(arguments: ["first-round", "from-word", "county-panel", "three-levels", "first-steps"])
  func everyLossOfTheSamplesHasAReason(sample: String) throws {
    for filed in try SampleRuns.result(of: "samples/\(sample)/round.yaml").reports {
      func look(_ section: Report.SectionLine) {
        section.sections.forEach(look)
        for item in section.items {
          guard let lost = item.certainLoss(in: section.kind), lost.isPositive else { continue }
          let told = Number.sum((item.reasons ?? []).compactMap(\.points)) ?? .zero
          #expect(told <= lost, "\(filed.folder) \(item.id): \(told) of \(lost)")
        }
      }
      (filed.report.sections + filed.report.extras).forEach(look)
    }
  }
}
