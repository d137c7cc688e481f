import Diagnostics
import Values

@testable import Reports

/// A small invented report with one of everything, for looking at and for golden files.
enum SampleReport {
  static func number(_ text: String) -> Number { Number(text) ?? .zero }

  static func amount(_ low: String, _ high: String? = nil) -> Report.Amount {
    Report.Amount(
      low: number(low), high: number(high ?? low), text: high.map { "\(low) – \($0)" } ?? low
    )
  }

  static let grades = [
    grade("excellent", "优秀", 5, "90"), grade("good", "良好", 4, "80"),
    grade("pass", "合格", 3, "60"), grade("fail", "不合格", 1, nil),
  ]

  static func grade(
    _ id: String, _ zh: String, _ stars: Int, _ threshold: String?
  ) -> Report.GradeLine {
    Report.GradeLine(
      id: id, title: Wording(en: id, zh: zh), stars: stars,
      condition: threshold.map { Wording(en: "at least \($0)", zh: "\($0) 分及以上") }
        ?? Wording(en: "otherwise", zh: "其余"),
      threshold: threshold.map(number), basis: "illustrative"
    )
  }

  static let missing = Report.MissingLine(
    name: "劳动合同", sentence: Wording(en: "no `劳动合同` was shown", zh: "没有看到“劳动合同”"),
    place: "documents/", items: ["pay"]
  )

  static let certified = Report.ItemLine(
    id: "certified", title: Wording(en: "Certified workers", zh: "持证社工数"), points: number("6"),
    earned: amount("3"), outcome: .part,
    sentence: Wording(
      en: "3 of 6: the figure is 3, at least 2", zh: "得 3 分（满分 6 分）：取值 3，达到“不少于 2”"),
    says: Wording(en: "At least four workers hold the certificate.", zh: "持证社工不少于 4 人，2 至 3 人得一半。"),
    citation: "严涛 2021，一、其二", source: "yan2021", ruleBasis: "source",
    pointsBasis: "illustrative",
    derivation: [
      Report.DerivationLine(
        isDeciding: true, label: Wording(en: "figure", zh: "取值"),
        expression: "count(专职人员[持证])", value: "3",
        rows: [
          Report.RowsUsed(file: "tables/专职人员.csv", lines: "2-3, 6", filter: "持证", count: "3")
        ]
      )
    ],
    judgements: [], documents: [], missing: [], excuse: nil,
    advice: Wording(en: "Help staff sit the examination.", zh: "支持在岗人员报考社会工作者职业资格。"),
    uses: ["持证人数"]
  )

  static let pay = Report.ItemLine(
    id: "pay", title: Wording(en: "Pay", zh: "专职社工年薪"), points: number("4"),
    earned: amount("0", "4"), outcome: .unknown,
    sentence: Wording(en: "0 to 4 of 4: no contract shown", zh: "0 至 4 分（满分 4 分）：没有看到劳动合同"),
    says: Wording(
      en: "Every worker is paid at least 1.2 times the average wage.",
      zh: "每名专职社工年薪不低于全市上年度平均工资的 1.2 倍。"
    ),
    citation: "严涛 2021，一、其二", source: "yan2021", ruleBasis: "source",
    pointsBasis: "illustrative", derivation: [],
    judgements: [
      Report.JudgementLine(
        by: "评委A", role: "panel", date: "2025-01-10", mark: "7.5", reason: "资料齐全 <b>&",
        isCounted: true
      )
    ],
    documents: [
      Report.DocumentLine(
        kind: "劳动合同", title: Wording(en: "labour contract", zh: "劳动合同"), isOptional: false,
        files: []
      )
    ],
    missing: [missing],
    excuse: Report.ExcuseLine(
      by: "town.funds-paid",
      sentence: Wording(
        en: "The town did not pay in full, so the loss is not charged here.",
        zh: "镇政府未足额拨款，此项失分不计在本站头上。"
      ),
      without: amount("0", "4")
    ),
    advice: nil, uses: ["平均工资"]
  )
}
