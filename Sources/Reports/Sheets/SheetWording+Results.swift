import Diagnostics
import Rubrics
import Values

/// Where results that are taken over come from.
extension SheetWording {
  /// A result that another rubric gave, in this round or earlier.
  static func result(_ taken: TakenResult, _ title: Wording) -> Wording {
    let rubric = taken.rubric.map { " `\($0)`" } ?? ""
    switch taken.giver {
    case .history:
      return Wording(en: "from earlier results: \(title.en)", zh: "取自历史结果：\(title.zh)")
    case .round(nil):
      return Wording(
        en: "from the result by\(rubric) in this round: \(title.en)",
        zh: "取自本轮\(rubric) 的结果：\(title.zh)")
    case .round(let role?):
      return Wording(
        en: "from the result of `\(role)` by\(rubric) in this round: \(title.en)",
        zh: "取自 `\(role)` 本轮按\(rubric) 的结果：\(title.zh)")
    }
  }
}
