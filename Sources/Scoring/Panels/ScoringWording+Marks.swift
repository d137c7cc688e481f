import Diagnostics
import Values

extension Wording {
  static let laterMarkCounts = Wording(
    en: "a later mark of the same assessor counts", zh: "以同一评审人较后的评分为准")

  static func markOffScale(_ low: Number, _ high: Number) -> Wording {
    Wording(
      en: "the mark is outside \(low.description) to \(high.description)",
      zh: "评分超出 \(low.description) 至 \(high.description)")
  }

  static func markOffStep(_ step: Number) -> Wording {
    Wording(
      en: "the mark is not a multiple of \(step.description)", zh: "评分不是 \(step.description) 的倍数")
  }

  static let noBand = Wording(en: "no band was chosen", zh: "没有选定档位")

  static func notJudged(role: String) -> Wording {
    Wording(en: "no mark of `\(role)` that counts", zh: "`\(role)` 尚无可计入的评分")
  }

  static let notJudgedByPeople = Wording(
    en: "the item is scored from evidence, not by assessors", zh: "该指标由证据计分，不由评审打分")

  static func otherRole(_ role: String) -> Wording {
    Wording(en: "marks of `\(role)` do not count here", zh: "`\(role)` 的评分在此不计")
  }

  static func outsideBand(_ id: String) -> Wording {
    Wording(en: "the value lies outside the band `\(id)`", zh: "取值不在 `\(id)` 档之内")
  }

  static func severalJudgements(_ count: Int) -> Wording {
    Wording(
      en: "\(count) judgements where exactly one is expected", zh: "应有且只有一份评审意见，现有 \(count) 份")
  }

  static func unknownBand(_ id: String) -> Wording {
    Wording(en: "there is no band `\(id)`", zh: "没有 `\(id)` 这一档")
  }
}
