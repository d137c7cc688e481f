import Diagnostics
import Rubrics
import Values

/// Stages, movement and validity on the sheet.
extension SheetWording {
  static let movement = Wording(en: "How a grade may move", zh: "等级的升降")
  static let reEvaluation = Wording(en: "Re-evaluation", zh: "复评")
  static let stages = Wording(en: "Stages", zh: "评估阶段")
  static let validity = Wording(en: "How long a grade is valid", zh: "等级有效期")

  private static func list(_ parts: [Wording]) -> Wording {
    Wording(
      en: parts.map(\.en).joined(separator: "; ") + ".",
      zh: parts.map(\.zh).joined(separator: "；") + "。")
  }

  private static func percent(_ share: Number) -> String {
    share.multiplied(by: Number(100)).map { "\($0)%" } ?? "\(share)"
  }

  static func down(by levels: Int) -> Wording {
    Wording(en: levels == 1 ? "one level down" : "\(levels) levels down", zh: "降 \(levels) 级")
  }

  static func movement(_ movement: Movement, first: Wording?) -> Wording {
    var parts: [Wording] = []
    if let first {
      parts.append(
        Wording(en: "a first evaluation gives at most \(first.en)", zh: "首次评估最高为“\(first.zh)”"))
    }
    if let up = movement.up {
      parts.append(
        Wording(
          en: "it rises by at most \(up) \(up == 1 ? "level" : "levels")", zh: "一次最多升 \(up) 级"))
    }
    if let down = movement.down {
      parts.append(
        Wording(
          en: "it falls by at most \(down) \(down == 1 ? "level" : "levels")", zh: "一次最多降 \(down) 级"
        ))
    }
    if let wait = movement.wait {
      parts.append(
        Wording(
          en:
            "it rises no sooner than \(wait) \(wait == 1 ? "year" : "years") after the last rating",
          zh: "距上次评定满 \(wait) 年方可升级"))
    }
    if movement.isFirstWhenLapsed {
      parts.append(Wording(en: "a grade that has lapsed counts as none", zh: "等级过期视为首次"))
    }
    return list(parts)
  }

  static func reEvaluation(passes: Wording, most: Wording?) -> Wording {
    var parts = [
      Wording(en: "passed from \(passes.en) on", zh: "达到“\(passes.zh)”为复评通过")
    ]
    if let most {
      parts.append(Wording(en: "it gives at most \(most.en)", zh: "最高为“\(most.zh)”"))
    }
    return list(parts)
  }

  static func scored(at stages: [(Wording, Number?)]) -> Wording {
    func weighed(_ title: String, _ weight: Number?) -> String {
      weight.map { "\(title) \(percent($0))" } ?? title
    }
    return Wording(
      en: "Scored at: \(stages.map { weighed($0.0.en, $0.1) }.joined(separator: ", ")).",
      zh: "计分阶段：\(stages.map { weighed($0.0.zh, $0.1) }.joined(separator: "、"))。")
  }

  static func stage(
    _ stage: Stage, feeds: Wording?, after: [Wording], applies: Wording?
  ) -> Wording {
    var parts: [Wording] = []
    if let weight = stage.weight {
      let share = percent(weight)
      parts.append(
        feeds.map { Wording(en: "\(share) of “\($0.en)”", zh: "占“\($0.zh)”的 \(share)") }
          ?? Wording(en: "\(share) of the result", zh: "占结果的 \(share)"))
    } else {
      parts.append(
        feeds.map { Wording(en: "feeds “\($0.en)”", zh: "计入“\($0.zh)”") }
          ?? Wording(en: "counts in the result", zh: "计入结果"))
    }
    if !after.isEmpty {
      parts.append(
        Wording(
          en: "after \(after.map(\.en).joined(separator: ", "))",
          zh: "在\(after.map(\.zh).joined(separator: "、"))之后"))
    }
    if let every = stage.every {
      let often: (en: String, zh: String) =
        switch every {
        case .month: ("every month", "每月一次")
        case .quarter: ("every quarter", "每季度一次")
        case .halfYear: ("every half year", "每半年一次")
        case .year, .period: ("every year", "每年一次")
        }
      parts.append(Wording(en: "held \(often.en)", zh: often.zh))
      parts.append(
        stage.notHeld == .drop
          ? Wording(en: "a term without it is left out", zh: "没有进行的一期不计")
          : Wording(en: "a term without it is open", zh: "没有进行的一期待定"))
    } else if stage.mustBeInPeriod {
      parts.append(Wording(en: "in the period", zh: "在评估期内"))
    }
    if let applies { parts.append(Wording(en: "when \(applies.en)", zh: "适用条件：\(applies.zh)")) }
    return list(parts)
  }

  static func valid(_ years: Int, _ others: [(Wording, Int)], from: Wording?) -> Wording {
    func span(_ years: Int) -> Wording {
      Wording(en: "\(years) \(years == 1 ? "year" : "years")", zh: "\(years) 年")
    }
    var parts = [Wording(en: "valid for \(span(years).en)", zh: "有效期 \(span(years).zh)")]
    parts += others.map {
      Wording(en: "\($0.0.en): \(span($0.1).en)", zh: "\($0.0.zh)：\(span($0.1).zh)")
    }
    if let from { parts.append(Wording(en: "from \(from.en) on", zh: "自\(from.zh)起")) }
    return list(parts)
  }
}
