package import Diagnostics
import Values

/// What the checker says about sections, items, gates and what they name.
extension Diagnostic {
  static func appliesWithoutOtherwise(at place: Place) -> Diagnostic {
    Diagnostic(
      "applies-without-otherwise", at: place,
      Wording(
        en: "`applies when` does not say what happens otherwise", zh: "有 `applies when`，却没说不适用时怎么办"),
      label: Wording(en: "otherwise?", zh: "否则呢？"),
      help: Wording(
        en: "write `otherwise: drop`, `full` or `block`",
        zh: "请写 `otherwise: drop`、`full` 或 `block`"))
  }

  static func basisWithoutPoints(at place: Place) -> Diagnostic {
    Diagnostic(
      "basis-without-points", at: place,
      Wording(
        en: "the basis of an item says where its points come from, too", zh: "指标的依据还要说明分值从何而来"),
      help: Wording(
        en: "add `points: source`, `paraphrase`, `local` or `illustrative`",
        zh: "请补上 `points: source`、`paraphrase`、`local` 或 `illustrative`"))
  }

  static func columnFrom(_ column: String, _ table: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "column-from", at: place,
      Wording(
        en: "the column `\(column)` cannot come from elsewhere than its table",
        zh: "列 `\(column)` 不能与所在的表来源不同"),
      help: Wording(en: "write `from` at the table `\(table)`", zh: "请把 `from` 写在表 `\(table)` 上"))
  }

  static func emptySection(at place: Place) -> Diagnostic {
    Diagnostic(
      "empty-section", at: place,
      Wording(en: "this section holds neither items nor sections", zh: "这一部分既没有指标，也没有下级部分"),
      help: Wording(en: "add `items` or `sections`", zh: "请补上 `items` 或 `sections`"))
  }

  static func excuseLink(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "excuse-link", at: place,
      Wording(en: "`\(text)` does not name a party and an item", zh: "`\(text)` 没有写明哪一方的哪一项"),
      label: Wording(en: "party.item", zh: "一方.指标"),
      help: Wording(en: "write it like `town.funds-paid`", zh: "请写成 `town.funds-paid` 这样"))
  }

  static func fromAboveTo(at place: Place) -> Diagnostic {
    Diagnostic(
      "from-above-to", at: place,
      Wording(en: "`from` is not below `to`", zh: "`from` 不小于 `to`"),
      label: Wording(en: "nothing lies between", zh: "中间没有数"),
      help: Wording(en: "exchange the two, or correct one", zh: "请对调，或改正其中一个"))
  }

  static func gateLimit(at place: Place) -> Diagnostic {
    Diagnostic(
      "gate-limit", at: place,
      Wording(en: "a gate names either a grade or a number of stars", zh: "门槛要写等级或星数之一"),
      help: Wording(
        en: "write exactly one of `grade` and `stars`", zh: "请只写 `grade` 和 `stars` 中的一个"))
  }

  static func itemsAndSections(at place: Place) -> Diagnostic {
    Diagnostic(
      "items-and-sections", at: place,
      Wording(en: "a section holds items or sections, not both", zh: "一个部分要么有指标，要么有下级部分，不能都有"),
      help: Wording(en: "put the items into a section of their own", zh: "请把指标放进单独的下级部分"))
  }

  static func missingCite(_ basis: Basis.Kind, at place: Place) -> Diagnostic {
    Diagnostic(
      "missing-cite", at: place,
      Wording(
        en: "the rule is said to be `\(basis.rawValue)`, and no source is cited",
        zh: "规则标为 `\(basis.rawValue)`，却没有注明出处"),
      label: Wording(en: "source?", zh: "出处？"),
      help: Wording(
        en: "add `cite`, or write `rule: illustrative`", zh: "请补上 `cite`，或写 `rule: illustrative`"))
  }

  static func negative(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "negative-number", at: place,
      Wording(en: "`\(key)` is below zero", zh: "`\(key)` 小于零"),
      label: Wording(en: "below zero", zh: "小于零"),
      help: Wording(en: "write a number from 0 on", zh: "请写不小于 0 的数"))
  }

  static func noGradeWithStars(_ stars: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "no-grade-with-stars", at: place,
      Wording(en: "no grade has \(stars) stars or fewer", zh: "没有星数不超过 \(stars) 的等级"),
      help: Wording(
        en: "write the stars of one of the grades, or name the grade", zh: "请写某个等级的星数，或直接写等级"))
  }

  static func nothingToScale(at place: Place) -> Diagnostic {
    Diagnostic(
      "nothing-to-scale", at: place,
      Wording(en: "a scaled section needs items with points", zh: "按比例折算的部分需要有分值的指标"),
      help: Wording(en: "give its items points", zh: "请给指标写上分值"))
  }

  static func otherwiseWithoutApplies(at place: Place) -> Diagnostic {
    Diagnostic(
      "otherwise-without-applies", at: place,
      Wording(
        en: "`otherwise` stands without `applies when`", zh: "有 `otherwise`，却没有 `applies when`"),
      label: Wording(en: "nothing to be otherwise", zh: "没有前提"),
      help: Wording(
        en: "write the condition in `applies when`, or remove `otherwise`",
        zh: "请用 `applies when` 写明条件，或删去 `otherwise`"))
  }

  static func pointsDoNotAddUp(
    _ section: String, _ points: [Number], _ sum: Number, _ declared: Number, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "points-do-not-add-up", at: place,
      Wording(
        en: "the points within `\(section)` add up to \(sum), not \(declared)",
        zh: "`\(section)` 内各项分值合计为 \(sum)，不是 \(declared)"),
      label: Wording(en: "declared here", zh: "此处声明"),
      notes: [Wording(addition(points))],
      help: Wording(
        en: "correct the points, or write `scaled: true`", zh: "请改正分值，或写 `scaled: true`"))
  }

  static func resultsWithoutOrder(_ policy: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "results-without-order", at: place,
      Wording(
        en: "`\(policy)` goes by which result is better, and the table does not say",
        zh: "`\(policy)` 要看哪个结果在前，表里却没有写"),
      label: Wording(en: "which goes first?", zh: "谁在前？"),
      help: Wording(
        en:
          "list the results, best first: `outputs: [{name: points, values: [3, 2, 1]}]`; where the order of the rules decides, write `first`",
        zh: "请从优到劣列出结果：`outputs: [{name: points, values: [3, 2, 1]}]`；按规则先后定的，写 `first`"))
  }

  static func scoreOfCap(at place: Place) -> Diagnostic {
    Diagnostic(
      "score-of-cap", at: place,
      Wording(en: "a cap leaves the score alone", zh: "等级上限不改变得分"),
      label: Wording(en: "only a veto has one", zh: "只有一票否决才有"),
      help: Wording(en: "remove `score`, or make it a veto", zh: "请删去 `score`，或改为一票否决"))
  }

  static func stepNotPositive(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "step-not-positive", at: place,
      Wording(en: "`\(key)` is not above zero", zh: "`\(key)` 不大于零"),
      label: Wording(en: "not above zero", zh: "不大于零"),
      help: Wording(en: "write a number above 0", zh: "请写大于 0 的数"))
  }

  static func surveyFromElsewhere(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "survey-from-elsewhere", at: place,
      Wording(en: "the survey `\(name)` can only come from the bundle", zh: "问卷 `\(name)` 只能来自证据包"),
      help: Wording(en: "remove `from`", zh: "请删去 `from`"))
  }

  static func tooMany(_ what: Wording, _ count: Int, _ most: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "too-many", at: place,
      Wording(
        en: "\(count) \(what.en) are more than the \(most) that one rubric may have",
        zh: "\(what.zh)有 \(count) 个，超过一份细则允许的 \(most) 个"),
      help: Wording(en: "split the rubric", zh: "请拆分细则"))
  }

  static func triggerForm(at place: Place) -> Diagnostic {
    Diagnostic(
      "trigger-form", at: place,
      Wording(en: "this takes either `when` or `finding`", zh: "这里要写 `when` 或 `finding` 之一"),
      help: Wording(en: "write exactly one of the two", zh: "请只写其中一个"))
  }

  static func unknownDocument(_ name: String, among known: [String], at place: Place) -> Diagnostic
  {
    Diagnostic(
      "unknown-document", at: place,
      Wording(en: "no kind of document is named `\(name)`", zh: "没有名为 `\(name)` 的文件种类"),
      label: Wording(en: "not declared", zh: "未声明"),
      notes: [Wording(en: "declared: \(list(known))", zh: "已声明：\(list(known))")],
      help: remedy(for: name, among: known)
    ).remedied(by: .nearest(to: name, among: known, at: place))
  }

  static func unknownFinding(_ name: String, among known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      "unknown-finding", at: place,
      Wording(en: "no kind of finding is named `\(name)`", zh: "没有名为 `\(name)` 的问题种类"),
      label: Wording(en: "not declared", zh: "未声明"),
      notes: [Wording(en: "declared: \(list(known))", zh: "已声明：\(list(known))")],
      help: remedy(for: name, among: known)
    ).remedied(by: .nearest(to: name, among: known, at: place))
  }

  static func unknownGrade(_ name: String, among known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      "unknown-grade", at: place,
      Wording(en: "no grade has the id `\(name)`", zh: "没有标识为 `\(name)` 的等级"),
      label: Wording(en: "not declared", zh: "未声明"),
      notes: [Wording(en: "declared: \(list(known))", zh: "已声明：\(list(known))")],
      help: remedy(for: name, among: known)
    ).remedied(by: .nearest(to: name, among: known, at: place))
  }

  static func unknownSection(_ name: String, among known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      "unknown-section", at: place,
      Wording(en: "no section has the id `\(name)`", zh: "没有标识为 `\(name)` 的部分"),
      label: Wording(en: "not declared", zh: "未声明"),
      notes: [Wording(en: "declared: \(list(known))", zh: "已声明：\(list(known))")],
      help: remedy(for: name, among: known)
    ).remedied(by: .nearest(to: name, among: known, at: place))
  }

  package static func unknownSource(_ name: String, among known: [String], at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      "unknown-source", at: place,
      Wording(en: "no source has the id `\(name)`", zh: "没有标识为 `\(name)` 的依据"),
      label: Wording(en: "not declared", zh: "未声明"),
      notes: [Wording(en: "declared: \(list(known))", zh: "已声明：\(list(known))")],
      help: remedy(for: name, among: known)
    ).remedied(by: .nearest(to: name, among: known, at: place))
  }

  static func unknownSurvey(_ name: String, among known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      "unknown-survey", at: place,
      Wording(en: "no survey is named `\(name)`", zh: "没有名为 `\(name)` 的问卷"),
      label: Wording(en: "not declared", zh: "未声明"),
      notes: [Wording(en: "declared: \(list(known))", zh: "已声明：\(list(known))")],
      help: remedy(for: name, among: known)
    ).remedied(by: .nearest(to: name, among: known, at: place))
  }
}
