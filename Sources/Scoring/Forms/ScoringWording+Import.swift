import Diagnostics
import Values

/// What derivations say about results that are taken over, sorted by name.
extension Wording {
  static func importCounts(until day: CalendarDate, isOver: Bool) -> Wording {
    isOver
      ? Wording(en: "expired: it counted until \(day)", zh: "已过期：有效期至 \(day)")
      : Wording(en: "it counts until \(day)", zh: "有效期至 \(day)")
  }

  static func importedFrom(_ source: Wording) -> Wording {
    Wording(en: "taken over from \(source.en)", zh: "引用自 \(source.zh)")
  }

  static func importedGrade(_ grade: String) -> Wording {
    Wording(en: "the grade `\(grade)`", zh: "等级 `\(grade)`")
  }

  static var importedScore: Wording { Wording(en: "the score, rescaled", zh: "按得分换算") }
}
