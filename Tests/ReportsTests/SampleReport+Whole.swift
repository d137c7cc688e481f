import Diagnostics
import Rubrics
import Values

@testable import Reports

extension SampleReport {
  static let report = Report(
    seal: .init(
      engine: "0.1.0", rubricDigest: String(repeating: "ab12", count: 16),
      bundleDigest: String(repeating: "cd34", count: 16), mode: "self", asOf: "2025-01-15"
    ),
    round: .init(
      id: "first-round", title: Wording(en: "First round", zh: "首轮评估"),
      period: "2024-01-01 – 2024-12-31"
    ),
    subject: .init(
      id: "station-1", title: Wording(en: "Station of sub-district A", zh: "甲街道社会工作站"),
      kind: "station", region: "某县", isFictional: true
    ),
    rubric: .init(
      id: "haining-process", edition: "2020",
      title: Wording(en: "Whole-process assessment", zh: "社会工作站全过程绩效评估"), note: nil,
      language: .zh, isFictional: false, points: number("100"),
      pointsWithSourcedRule: number("64"), pointsWithSourcedValue: number("0"),
      scale: amount("0", "100"), grades: grades
    ),
    verdict: .init(
      status: .open, words: nil, score: amount("62.0", "88.5"),
      scoreWithoutExcuses: amount("58.0", "84.5"), best: grades[1], worst: grades[2]
    ),
    sections: [
      .init(
        id: "team", kind: .section, title: Wording(en: "Staff", zh: "人才管理"), points: number("10"),
        earned: amount("3", "7"), share: amount("0.3", "0.7"), sections: [],
        items: [certified, pay]
      ),
      .init(
        id: "service", kind: .section, title: Wording(en: "Service", zh: "服务项目与服务成效"),
        points: number("90"), earned: amount("59", "81.5"), share: amount("0.6555", "0.9055"),
        sections: [], items: []
      ),
    ],
    extras: [],
    steps: [
      .init(
        id: "total", title: Wording(en: "Total", zh: "总分"),
        sentence: Wording(en: "sections and bonus less deductions", zh: "各部分加加分，减扣分"),
        before: nil, after: "62.0 – 88.5", changed: true
      ),
      .init(
        id: "caps", title: Wording(en: "Caps", zh: "等级上限"),
        sentence: Wording(en: "none fires", zh: "没有触发"), before: "合格 – 良好", after: "合格 – 良好",
        changed: false
      ),
    ],
    figures: [
      .init(
        name: "持证人数", title: nil, unit: nil, expression: "count(专职人员[持证])", value: "3",
        rows: [.init(file: "tables/专职人员.csv", lines: "2-3, 6", filter: "持证", count: "3")]
      )
    ],
    inputs: [
      .init(
        name: "平均工资", title: nil, unit: "CNY/year", value: "98000", origin: "reference",
        place: "round.yaml:8:12", notes: [], items: ["pay"]
      ),
      .init(
        name: "实拨经费", title: nil, unit: "CNY", value: "450000", origin: "town",
        place: "bundle.yaml:9:10",
        notes: [Wording(en: "read `45万` as 450000", zh: "“45万”读作 450000")], items: ["pay"]
      ),
    ],
    files: [
      .init(
        path: "tables/专职人员.csv", kind: .table, name: "专职人员",
        digest: String(repeating: "0f9e", count: 16), rowCount: 6, items: ["certified", "pay"]
      )
    ],
    missing: [missing],
    decision: .init(
      policy: "haining-renewal", edition: "2021",
      title: Wording(en: "Renewal policy", zh: "续约办法"),
      actions: [
        grade("conditions", "附条件续约", 0, nil)
      ],
      reasons: [
        .init(says: Wording(en: "Passed, not excellent.", zh: "结果为合格，未达优秀。"), citation: "严涛 2021")
      ],
      conditions: [
        .init(says: Wording(en: "Show the contracts by March.", zh: "三月底前补齐劳动合同。"), citation: nil)
      ],
      money: [
        .init(
          id: "subsidy", title: Wording(en: "City subsidy", zh: "市级补助"), unit: "CNY",
          amount: amount("300000"), formula: "min(0.4 * 项目实际支出, 300000)", says: nil,
          citation: "严涛 2021", missing: []
        )
      ],
      missing: []
    ),
    notices: [
      .init(
        code: "cell-not-a-number", severity: "error", place: "tables/专职人员.csv:5 (年薪)",
        headline: Wording(en: "this cell is not a number", zh: "这个单元格不是数字"), help: nil
      )
    ],
    sources: [.init(id: "yan2021", text: "严涛：政社互动下社会工作站建设实践，2021-02-20", url: nil)],
    cohort: .init(
      state: .enough,
      members: ReportsWording.members(
        peers: (Wording(en: "kind of area", zh: "地区类型"), "乡镇"), count: "6"),
      remark: Wording(en: "At least 2 are asked for.", zh: "至少 2 个才比较。"),
      places: [
        .init(
          item: "pay", title: Wording(en: "Pay", zh: "工资"), place: "2", among: "6", sharing: 2,
          ties: ReportsWording.ties(.better))
      ],
      numbers: [.init(title: Wording(en: "Mean age", zh: "平均年龄"), text: "38.5 year")])
  )
}
