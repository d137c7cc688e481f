import Analyses
import Diagnostics
import Scoring
import Values

/// The words of agreement, sorted by name.
enum AgreementWording {
  static let apart = Wording(en: "Mean apart", zh: "平均相差")
  static let assessor = Wording(en: "Assessor", zh: "评审人")
  static let deviation = Wording(en: "Beside the others", zh: "与其他人相比")
  static let discuss = Wording(en: "To discuss", zh: "建议商议")
  static let greatest = Wording(en: "Most apart", zh: "最大相差")
  static let heading = Wording(en: "Agreement of the assessors", zh: "评委一致性")
  static let lowMark = Wording(en: "low", zh: "偏低")
  static let marks = Wording(en: "Marks", zh: "评分")
  static let nobody = Wording(
    en: "No assessor marked anything: there is nothing to compare.", zh: "没有评委评分，无从比较。")
  static let nothingToDiscuss = Wording(
    en: "No item stands out.", zh: "没有需要特别商议的指标。")
  static let pair = Wording(en: "Pair", zh: "两人")
  static let pairwise = Wording(en: "Pairwise spread", zh: "两两分差")
  static let remark = Wording(en: "Remark", zh: "说明")
  static let shared = Wording(en: "Shared", zh: "共同评分")
  static let severity = Wording(en: "Severity", zh: "宽严")
  static let spread = Wording(en: "Mean spread", zh: "平均分差")
  static let total = Wording(en: "All items", zh: "全部指标")

  /// `0.849 (0.712 to 0.951)`, or why there is none.
  static func alpha(_ coefficient: AgreementFace.Coefficient?) -> Wording {
    guard let coefficient else { return Wording("–") }
    guard let alpha = coefficient.alpha else { return coefficient.reason ?? Wording("–") }
    let text = alpha.threeDecimals
    guard let low = coefficient.low, let high = coefficient.high else { return Wording(text) }
    return Wording(
      en: "\(text) (\(low.threeDecimals) to \(high.threeDecimals))",
      zh: "\(text)（\(low.threeDecimals) 至 \(high.threeDecimals)）")
  }

  /// Alone, for the columns of the other metrics.
  static func bare(_ coefficient: AgreementFace.Coefficient?) -> String {
    coefficient?.alpha?.threeDecimals ?? "–"
  }

  static func contribution(_ share: Number) -> Wording {
    Wording(
      en: "\(share.percentText) of all disagreement", zh: "占全部分歧的 \(share.percentText)")
  }

  static func deviation(_ line: AgreementFace.AssessorLine) -> Wording {
    guard let deviation = line.deviation else {
      return Wording(en: "nobody else marked the same", zh: "没有他人共同评分")
    }
    let text = deviation.magnitude.percentText
    if deviation.isZero { return Wording(en: "the same", zh: "持平") }
    return deviation.isNegative
      ? Wording(en: "\(text) of the scale lower", zh: "偏低 \(text)")
      : Wording(en: "\(text) of the scale higher", zh: "偏高 \(text)")
  }

  static func explanation(_ face: AgreementFace) -> Wording {
    let interval =
      face.resamples == 0
      ? Wording("")
      : Wording(
        en:
          " In brackets the middle 95% of \(face.resamples) resamples of the units (seed \(face.seed)).",
        zh: "括号内为对评分单元重抽样 \(face.resamples) 次（种子 \(face.seed)）的中间 95%。")
    return Wording(
      en: """
        Krippendorff's alpha: 1 is perfect, 0 is chance; at least 0.800 is reliable, from 0.667 on tentative.\
        \(interval.en) Spreads and severity are shares of the scale.
        """,
      zh: """
        Krippendorff α：1 为完全一致，0 相当于随机；不低于 0.800 为可靠，0.667 起可作初步结论。\
        \(interval.zh)分差和宽严均按量表的比例计。
        """)
  }

  static func metric(_ name: String) -> Wording {
    switch name {
    case Metric.nominal.rawValue: Wording(en: "α nominal", zh: "α 名义")
    case Metric.ordinal.rawValue: Wording(en: "α ordinal", zh: "α 顺序")
    default: Wording(en: "α interval", zh: "α 间距")
    }
  }

  static func reason(_ reason: Alpha.Reason) -> Wording {
    switch reason {
    case .noMarks: Wording(en: "no marks", zh: "没有评分")
    case .oneAssessor: Wording(en: "a single assessor", zh: "只有一位评审人")
    case .nothingShared: Wording(en: "nothing was marked by two", zh: "没有两人共同评分的对象")
    case .oneUnit: Wording(en: "a single shared unit", zh: "只有一个共同评分的对象")
    case .noVariation: Wording(en: "all marks are the same", zh: "所有评分相同，无从判断")
    }
  }

  static func scope(_ face: AgreementFace) -> Wording {
    Wording(
      en:
        "subjects: \(face.subjects); marks: \(face.marks); units marked by several assessors: \(face.sharedUnits)",
      zh: "\(face.subjects) 个对象，\(face.marks) 份评分，\(face.sharedUnits) 处由多人共同评分")
  }

  static func spread(_ line: AgreementFace.DiscussedLine) -> Wording {
    guard line.isOverLimit, let limit = line.limit else {
      return Wording(
        en: "\(line.spread.percentText) of the scale apart", zh: "分差为量表的 \(line.spread.percentText)"
      )
    }
    return Wording(
      en:
        "\(line.spread.percentText) of the scale apart, over the limit of \(limit.percentText)",
      zh: "分差为量表的 \(line.spread.percentText)，超过上限 \(limit.percentText)")
  }
}

extension AgreementFace.DiscussedLine {
  /// `甲 8 · 乙 3`.
  var markText: String {
    marks.map { "\($0.assessor) \($0.mark)" }.joined(separator: " · ")
  }
}

extension Number {
  fileprivate var threeDecimals: String { formatted(decimals: 3) }
}
