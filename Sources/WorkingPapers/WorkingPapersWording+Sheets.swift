import Diagnostics
import Rubrics
import Scoring

extension Wording {
  static let workingPaper = Wording(en: "Working paper", zh: "算分底稿")
  static let resultName = Wording(en: "Result", zh: "汇总")
  static let itemsName = Wording(en: "Items", zh: "计分")
  static let quantitiesName = Wording(en: "Quantities", zh: "取值")
  static let notesName = Wording(en: "Notes", zh: "说明")

  // MARK: heads

  static let stepHead = Wording(en: "step", zh: "步骤")
  static let aboutHead = Wording(en: "about", zh: "对象")
  static let idHead = Wording(en: "id", zh: "编号")
  static let itemHead = Wording(en: "item or figure", zh: "指标")
  static let expressionHead = Wording(en: "expression of the rubric", zh: "细则中的表达式")
  static let fullHead = Wording(en: "points", zh: "分值")
  static let countsHead = Wording(en: "counts", zh: "计入")
  static let figureHeads = [
    Wording(en: "whole number", zh: "整数"), Wording(en: "divided by", zh: "除以"),
    Wording(en: "comes to", zh: "结果"), Wording(en: "engine", zh: "引擎"),
    Wording(en: "check", zh: "核对"), Wording(en: "remark", zh: "说明"),
  ]

  // MARK: steps

  static let section = Wording(en: "section", zh: "部分")
  static let share = Wording(en: "share", zh: "得分率")
  static let sections = Wording(en: "sum", zh: "合计")
  static let bonus = Wording(en: "bonus", zh: "加分")
  static let losses = Wording(en: "deductions", zh: "扣分")
  static let total = Wording(en: "total", zh: "总分")
  static let band = Wording(en: "band", zh: "等级")
  static let floors = Wording(en: "floors", zh: "最低要求")
  static let movement = Wording(en: "movement", zh: "升降")
  static let grade = Wording(en: "grade", zh: "等级")

  // MARK: rounds

  static let place = Wording(en: "place", zh: "名次")
  static let subjectHead = Wording(en: "subject", zh: "评估对象")
  static let engineHead = Wording(en: "engine", zh: "引擎")
  static let checkHead = Wording(en: "check", zh: "核对")
  static let bandHead = Wording(en: "grade by total", zh: "按总分的等级")
  static let standsHead = Wording(en: "score that stands", zh: "评定得分")
  static let gradeHead = Wording(en: "grade", zh: "评定等级")
  static let gateHead = Wording(en: "bar, cap or veto", zh: "准入、封顶、否决")
  static let decisionHead = Wording(en: "recommended", zh: "建议")
  static let stateHead = Wording(en: "state", zh: "状态")
  static let doesNotApply = Wording(en: "does not apply", zh: "不适用")
  static let decided = Wording(en: "decided", zh: "已定")
  static let open = Wording(en: "open", zh: "未定")
  static let rejected = Wording(en: "rejected", zh: "退回")

  static func points(of section: Section) -> Wording {
    Wording(
      en: "\(section.title.en) (\(section.points))", zh: "\(section.title.zh)（\(section.points)）")
  }

  static func roundAbout(
    _ title: Wording, _ edition: String, _ engine: String, _ isFictional: Bool
  ) -> Wording {
    Wording(
      en:
        "By \(title.en) \(edition); Hengxing \(engine). Green cells are formulas over the points of sections.\(isFictional ? " \(fictional.en)" : "")",
      zh:
        "依据《\(title.zh)》\(edition)；衡星 \(engine)。绿色单元格是依据各部分得分的公式。\(isFictional ? fictional.zh : "")"
    )
  }

  // MARK: notes

  static func about(_ evaluation: Evaluation, _ engine: String, digest: String) -> Wording {
    let rubric = evaluation.rubric
    let subject = evaluation.subject
    let day = evaluation.asOf.map { "\($0)" } ?? ""
    return Wording(
      en:
        "\(subject.title.en) (\(subject.id)), by \(rubric.title.en) \(rubric.edition), as of \(day), mode \(evaluation.mode.rawValue). Hengxing \(engine); rubric \(digest.prefix(12)).",
      zh:
        "\(subject.title.zh)（\(subject.id)），依据《\(rubric.title.zh)》\(rubric.edition)，截止 \(day)，模式 \(evaluation.mode.rawValue)。衡星 \(engine)；细则摘要 \(digest.prefix(12))。"
    )
  }

  static let howToRead = Wording(
    en:
      "Evidence stands in the last sheets; Quantities holds what the rubric's expressions make of it, Items what that is worth, Result how points become a grade.",
    zh: "证据在最后几张表；“取值”是细则表达式的结果，“计分”是各指标得分，“汇总”是从得分到等级的每一步。")
  static let greenIsLive = Wording(
    en:
      "Green cells are formulas: change a fact, and everything behind it changes. The engine's figures stay; ✓ says that both agree, ✗ that they do not, — that there is no formula.",
    zh: "绿色单元格是公式：改动一项事实，后面的数字随之变化。引擎的数字不变；✓ 表示一致，✗ 表示不一致，— 表示此处没有公式。")
  static let integersOnly = Wording(
    en:
      "Points are whole numbers divided by a power of ten (1667 / 100 is 16.67), so that nothing is rounded but where the rubric says so.",
    zh: "分数写成整数除以 10 的幂（1667 / 100 即 16.67），除细则规定的取整外，不产生任何舍入误差。")
  static let whatIsNoFormula = Wording(
    en:
      "What cannot be a formula is a value, and the remark beside it says why. Private columns and facts are left out.",
    zh: "不能写成公式的为数值，并在说明栏写明原因。不公开的列和事实不在表内。")

  static func counted(_ count: Int) -> Wording {
    Wording(
      en: "Figures with a formula and a check: \(count).", zh: "有公式并核对的数字：\(count) 个。")
  }

  static let fictional = Wording(
    en: "An invented sample: no such organisation exists.", zh: "本例为虚构，所涉机构和数据均不存在。")
}
