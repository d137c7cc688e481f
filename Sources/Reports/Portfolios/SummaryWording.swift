import Diagnostics

/// The words of a portfolio's summary, sorted by name.
enum SummaryWording {
  static let assumed = Wording(en: "by convention", zh: "按惯例取值")
  static let column = Wording(en: "Column", zh: "列")
  static let columns = Wording(
    en: "right: number of subjects, mean score", zh: "右侧：对象数、平均分")
  static let empty = Wording(en: "(empty)", zh: "（空）")
  static let fact = Wording(en: "Fact", zh: "事实")
  static let facts = Wording(en: "What was known", zh: "数据是否齐全")
  static let full = Wording(en: "full", zh: "满分")
  static let grades = Wording(en: "Grades", zh: "等级")
  static let handedAllKnown = Wording(
    en: "every fact that was handed over is known of every subject", zh: "已提供的各项事实，各对象都已知")
  static let histogram = Wording(en: "number of subjects by score", zh: "各分数段的对象数量")
  static let items = Wording(en: "Items, least earned first", zh: "各项指标（得分率由低到高）")
  static let leftOut = Wording(
    en: "What was not handed over, so that what rests on it is open", zh: "没有提供的内容（与之有关的结果未定）")
  static let known = Wording(en: "known", zh: "已知")
  static let mean = Wording(en: "Mean", zh: "平均分")
  static let noCellMissing = Wording(en: "every cell is known", zh: "各单元格都已知")
  static let noColumn = Wording(en: "the files have no such column", zh: "文件中没有这一列")
  static let none = Wording(en: "no points", zh: "零分")
  static let noGrade = Wording(en: "no grade", zh: "无等级")
  static let notices = Wording(en: "What the files have wrong", zh: "文件中的问题")
  static let null = Wording(en: "there is none", zh: "本来没有")
  static let nothingMissing = Wording(en: "every fact is known of every subject", zh: "各对象的各项事实都已知")
  static let others = Wording(en: "(others)", zh: "（其余）")
  static let scores = Wording(en: "Scores", zh: "得分")
  static let share = Wording(en: "Share", zh: "占比")
  static let stacked = Wording(en: "shares of the grades", zh: "各等级占比")
  static let status = Wording(en: "Status", zh: "状态")
  static let subjects = Wording(en: "Subjects", zh: "对象数")
  static let summary = Wording(en: "Summary of a portfolio", zh: "批量评估汇总")
  static let unknown = Wording(en: "unknown", zh: "未知")
  static let unreadable = Wording(en: "unreadable", zh: "读不出来")

  static func by(_ column: Wording) -> Wording {
    Wording(en: "By \(column.en)", zh: "按“\(column.zh)”分")
  }

  static func distribution(_ scores: PortfolioSummary.Distribution) -> Wording {
    Wording(
      en: """
        \(scores.count) certain scores from \(scores.least) to \(scores.greatest): mean \(scores.mean), \
        median \(scores.median), half of them between \(scores.lowerQuartile) and \(scores.upperQuartile)
        """,
      zh: """
        \(scores.count) 个确定的得分，最低 \(scores.least)，最高 \(scores.greatest)；平均 \(scores.mean)，\
        中位 \(scores.median)，半数在 \(scores.lowerQuartile) 与 \(scores.upperQuartile) 之间
        """)
  }

  static func engine(_ summary: PortfolioSummary) -> Wording {
    let bases = (summary.rubric.bases ?? []).map { "\($0.rubric) SHA-256 \($0.digest)" }
    return Wording(
      en:
        "hengxing \(summary.engine), mode \(summary.mode), rubric SHA-256 \(summary.rubric.digest)"
        + bases.map { ", base \($0)" }.joined(),
      zh: "hengxing \(summary.engine)，计分方式 \(summary.mode)，细则 SHA-256 \(summary.rubric.digest)"
        + bases.map { "，底本 \($0)" }.joined())
  }

  static func more(_ count: Int) -> Wording {
    Wording(en: "and \(count) more", zh: "另有 \(count) 项")
  }

  /// The words of a status that is ours; a bar brings its own.
  static func status(_ word: String) -> Wording {
    switch word {
    case "evaluated": Wording(en: "evaluated", zh: "已评定")
    case "open": Wording(en: "open", zh: "未定")
    case "not evaluated": Wording(en: "not evaluated", zh: "不予评估")
    case "rejected": Wording(en: "rejected", zh: "退回")
    default: Wording(word)
    }
  }

  static func table(_ title: Wording, _ rowCount: Int) -> Wording {
    let shown = SummaryNumbers.grouped(rowCount)
    return Wording(
      en: "What was known in \(title.en) (\(shown) \(rowCount == 1 ? "row" : "rows"))",
      zh: "“\(title.zh)”的数据是否齐全（\(shown) 行）")
  }

  static func subjects(_ count: Int) -> Wording {
    let shown = SummaryNumbers.grouped(count)
    return Wording(en: "\(shown) subjects", zh: "\(shown) 个对象")
  }
}

/// Numbers of a summary as text.
enum SummaryNumbers {
  /// `30,000`.
  static func grouped(_ count: Int) -> String {
    let digits = Array(String(count.magnitude))
    var text = count < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  /// A share in thousandths, half up; 0 of nothing.
  static func thousandths(_ part: Int, of whole: Int) -> Int {
    whole > 0 ? (part * 2000 + whole) / (2 * whole) : 0
  }

  /// `22.0%`.
  static func percent(_ part: Int, of whole: Int) -> String {
    percent(thousandths(part, of: whole))
  }

  static func percent(_ thousandths: Int) -> String { "\(thousandths / 10).\(thousandths % 10)%" }
}
