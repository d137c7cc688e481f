import Diagnostics
import Values

extension Wording {
  static func countsAs(_ value: Value) -> Wording {
    let text = value.shortText
    return Wording(
      en: "not given: counts as \(text) by the rubric's convention", zh: "未填：按细则约定计为 \(text)")
  }

  static let noDate = Wording(en: "it has no date", zh: "没有日期")

  static func notAccepted(_ endings: [String]) -> Wording {
    let list = endings.joined(separator: ", ")
    return Wording(en: "only \(list) files are accepted", zh: "只接受 \(list) 格式")
  }

  static let outsidePeriod = Wording(en: "it is dated outside the period", zh: "日期不在评估期内")
}
