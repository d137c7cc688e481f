import Diagnostics
import Rubrics
import Values

/// What derivations say about the results of others, sorted by name.
extension Wording {
  /// One child and its result.
  static func child(_ child: RelatedResult) -> Wording {
    let name = child.title
    switch child.state {
    case .missing:
      return Wording(en: "\(name.en): no result", zh: "\(name.zh)：没有结果")
    case .notEvaluated:
      return Wording(en: "\(name.en): not evaluated", zh: "\(name.zh)：未予评估")
    case .evaluated:
      let score = child.score.words
      let first = child.ranks.lowerBound
      let isSure = child.ranks.count == 1 && child.grades.indices.contains(first)
      let grade =
        isSure ? Wording(en: ", \(child.grades[first])", zh: "，\(child.grades[first])") : nil
      return Wording(
        en: "\(name.en): \(score)\(grade?.en ?? "")", zh: "\(name.zh)：\(score) 分\(grade?.zh ?? "")")
    }
  }

  static func childrenLacking(_ count: Int, of rubric: String) -> Wording {
    Wording(
      en: "\(count) more results by `\(rubric)` are expected",
      zh: "按 `\(rubric)` 还应有 \(count) 个下级结果")
  }

  static func childrenTaken(_ rule: ChildrenRule, _ count: Int) -> Wording {
    switch rule.take {
    case .all(let bar):
      Wording(
        en: "whether all \(count) reach \(bar.words.en)", zh: "\(count) 个下级是否全部达到\(bar.words.zh)")
    case .share(let bar, _):
      Wording(
        en: "the share of \(count) that reach \(bar.words.en)",
        zh: "\(count) 个下级中达到\(bar.words.zh)的比例")
    case .worstScore: Wording(en: "the worst score of \(count)", zh: "\(count) 个下级中的最差得分")
    case .worstGrade: Wording(en: "the worst grade of \(count)", zh: "\(count) 个下级中的最差等级")
    case .mean:
      rule.weight.map {
        Wording(
          en: "the mean score of \(count), weighted by `\($0.fact)`",
          zh: "\(count) 个下级得分按“\($0.fact)”加权平均")
      } ?? Wording(en: "the mean score of \(count)", zh: "\(count) 个下级的平均得分")
    }
  }

  static let cohortMean = Wording(
    en: "the mean of those of its cohort to whom it applies", zh: "取同组适用者的平均分")

  static let noCohort = Wording(
    en: "nobody to compare with: the round is needed", zh: "没有可比的对象：需要整轮评估的结果")

  /// `place 2 of 11`, and what is open about it.
  static func placed(_ placing: Placing, _ ties: RankRule.Ties, _ peers: String?) -> Wording {
    let (best, worst) = (placing.best, placing.worst)
    let first = best.better + 1
    let last = worst.better + 1
    let count =
      placing.bestCount == placing.worstCount
      ? "\(placing.bestCount)" : "\(placing.worstCount)–\(placing.bestCount)"
    let group = peers.map { Wording(en: " in `\($0)`", zh: "“\($0)”组") } ?? Wording("")
    let place = first == last ? "\(first)" : "\(first)–\(last)"
    let equal = first == last && best.equal == worst.equal && best.equal > 0 ? best.equal + 1 : nil
    let shared = equal.map { count -> Wording in
      ties == .mean
        ? Wording(
          en: ", shared by \(count), the mean of their places", zh: "（\(count) 个并列，平分所占名次的分数）")
        : Wording(en: ", shared by \(count)", zh: "（\(count) 个并列）")
    }
    return Wording(
      en: "place \(place) of \(count)\(group.en)\(shared?.en ?? "")",
      zh: "\(group.zh)第 \(place) 名，共 \(count) 个对象\(shared?.zh ?? "")")
  }

  static func smallCohort(_ view: CohortView) -> Wording {
    Wording(
      en: "\(view.count) to compare, and at least \(view.rule.atLeast) are asked for",
      zh: "同组只有 \(view.count) 个对象，至少要 \(view.rule.atLeast) 个才比较")
  }

  static func noChildren(_ rubric: String) -> Wording {
    Wording(en: "nobody below is evaluated by `\(rubric)`", zh: "没有按 `\(rubric)` 评估的下级")
  }
}

extension ChildrenRule.Bar {
  fileprivate var words: Wording {
    switch self {
    case .grade(let id, _): Wording(en: "the grade `\(id)`", zh: "等级 `\(id)`")
    case .score(let score): Wording(en: score.description, zh: " \(score.description) 分")
    }
  }
}

extension NumberInterval {
  /// `85`, or `60–80`; an end that is open is a question mark.
  var words: String {
    if let point { return point.description }
    return "\(low?.description ?? "?")–\(high?.description ?? "?")"
  }
}
