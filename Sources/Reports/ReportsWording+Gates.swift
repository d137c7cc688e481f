import Diagnostics
import Values

/// What gates have done to a grade, and what nobody has decided, sorted by name.
extension ReportsWording {
  static func because(_ reasons: [Wording], byScore: Wording? = nil) -> Wording {
    // Reasons are sentences of their own, so a colon leads to them and no conjunction.
    let en = "because: \(reasons.map(\.en).joined(separator: "; "))"
    let zh = reasons.map { "因\($0.zh)" }.joined(separator: "；")
    guard let byScore else { return Wording(en: en, zh: zh) }
    return Wording(en: "\(en) (by the score: \(byScore.en))", zh: "按分数为\(byScore.zh)；\(zh)")
  }

  static func belowFloor(_ grade: Wording) -> Wording {
    Wording(
      en: "a section is below the floor of \(grade.en)", zh: "有部分的得分率低于\(grade.zh)的最低要求")
  }

  static let ifEvaluated = Wording(en: "If it is evaluated", zh: "如予评定")

  static func limited(to grade: Wording, score: Number?) -> Wording {
    let score =
      score.map { Wording(en: ", and the score is \($0)", zh: "，总分记 \($0) 分") } ?? Wording("")
    return Wording(en: "at most \(grade.en)\(score.en)", zh: "等级不高于\(grade.zh)\(score.zh)")
  }

  static func lowered(from: Wording, to: Wording) -> Wording {
    Wording(en: "from \(from.en) to \(to.en)", zh: "由\(from.zh)降为\(to.zh)")
  }

  static func question(_ says: Wording, _ missing: [Wording]) -> Wording {
    guard !missing.isEmpty else { return says }
    return Wording(
      en: "\(says.en): \(missing.map(\.en).joined(separator: ", "))",
      zh: "\(says.zh)：\(missing.map(\.zh).joined(separator: "，"))")
  }

  static let questions = Wording(en: "Not decided", zh: "尚无定论")

  static func reason(_ says: Wording, _ effect: Wording?, isClosed: Bool = false) -> Wording {
    let closed =
      isClosed
      ? Wording(en: " (nobody answered, so it counts at closing)", zh: "（截止时无人答复，视为如此）")
      : Wording("")
    // Where its words tell the effect already, they are enough.
    func text(_ says: String, _ effect: String?, _ comma: String) -> String {
      effect.map { says.contains($0) ? "" : comma + $0 } ?? ""
    }
    return Wording(
      en: says.en + closed.en + text(says.en, effect?.en, ": "),
      zh: says.zh + closed.zh + text(says.zh, effect?.zh, "，"))
  }

  static func withoutStop(_ says: Wording) -> Wording {
    func bare(_ text: String) -> String {
      text.hasSuffix(".") || text.hasSuffix("。") ? String(text.dropLast()) : text
    }
    return Wording(en: bare(says.en), zh: bare(says.zh))
  }
}
