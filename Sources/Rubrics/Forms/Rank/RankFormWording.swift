import Diagnostics
import Values

extension RankForm {
  func sentences(_ speech: FormSpeech, worth points: Number, lost: Bool) -> [Wording] {
    let value = speech.words(rule.value)
    var en: [String] = []
    var zh: [String] = []
    var next = Number.one
    for line in rule.lines {
      if rule.isShare {
        let share = (line.upTo.multiplied(by: Number(100)) ?? line.upTo).description
        en.append("the first \(share)%: \(FormWording.points(line.points).en)")
        zh.append("前 \(share)%：\(FormWording.points(line.points).zh)")
        continue
      }
      let places = next == line.upTo ? "\(line.upTo)" : "\(next)–\(line.upTo)"
      en.append("place \(places): \(FormWording.points(line.points).en)")
      zh.append("第 \(places) 名：\(FormWording.points(line.points).zh)")
      next = line.upTo.adding(.one) ?? line.upTo
    }
    switch rule.others {
    case .points(let rest):
      en.append("otherwise \(FormWording.points(rest).en)")
      zh.append("其余 \(FormWording.points(rest).zh)")
    case .proRata(let most):
      en.append("the others \(points) x own / first, at most \(most)")
      zh.append("其余按与第一名之比折算（满分 \(points)，不超过 \(most) 分）")
    }
    let best =
      rule.highIsBest
      ? Wording(en: "high is best", zh: "高者为优") : Wording(en: "low is best", zh: "低者为优")
    let ties =
      rule.ties == .better
      ? Wording(
        en: "Equal ones share the better place, and the next are skipped.",
        zh: "并列者同取较前名次，其后名次顺延跳过。")
      : Wording(
        en: "Equal ones get the mean of the points of their places.", zh: "并列者平分所占名次的分数。")
    return [
      Wording(
        en:
          "By place within the cohort in \(value.en) (\(best.en)): \(en.joined(separator: "; ")).",
        zh: "按 \(value.zh) 在同组中的名次（\(best.zh)）：\(zh.joined(separator: "；"))。"),
      ties,
    ]
  }
}
