import Diagnostics

/// Where a result that is taken over comes from, sorted by name.
extension Wording {
  /// `the result of 2023 by edition 2020`, as far as the round says it.
  static func earlierResult(_ past: PastResult) -> Wording {
    var en = "earlier result"
    var zh = "历史结果"
    if let period = past.period {
      en += " of \(period)"
      zh = "\(period) \(zh)"
    }
    if let rubric = past.rubric {
      en += " by `\(rubric)`"
      zh += "，依据 `\(rubric)`"
    }
    if let edition = past.edition {
      en += ", edition \(edition)"
      zh += "（\(edition) 版）"
    }
    return Wording(en: en, zh: zh)
  }

  static let noEarlierResult = Wording(
    en: "the round lists no such earlier result", zh: "本轮评估文件里没有这样的历史结果")

  static let noGradeGiven = Wording(en: "no grade was given", zh: "没有评出等级")

  static let notEvaluated = Wording(
    en: "it was not evaluated, so there is no result", zh: "该对象不予评估，没有结果")

  /// What an item rests on, and where that comes from.
  static func takenOver(_ name: String, from provenance: Wording) -> Wording {
    Wording(en: "`\(name)`: \(provenance.en)", zh: "“\(name)”：\(provenance.zh)")
  }

  /// Who got it, by which rubric, in this round.
  static func result(of result: RelatedResult) -> Wording {
    let edition = result.edition.map { Wording(en: ", edition \($0)", zh: "（\($0) 版）") }
    return Wording(
      en:
        "the result of \(result.title.en) in this round by `\(result.rubric)`\(edition?.en ?? "")",
      zh: "\(result.title.zh)本轮按 `\(result.rubric)`\(edition?.zh ?? "")得出的结果")
  }
}
