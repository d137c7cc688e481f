import Diagnostics
import Values

/// What the checker says about panels of assessors.
extension Diagnostic {
  static func consensusWithSpread(at place: Place) -> Diagnostic {
    Diagnostic(
      "consensus-with-spread", at: place,
      Wording(
        en: "a consensus has no spread that a third reader could settle",
        zh: "要求意见一致时，不存在可由复评解决的分差"),
      label: Wording(en: "never looked at", zh: "不会用到"),
      help: Wording(
        en: "remove `spread`, or write another statistic", zh: "请删去 `spread`，或改用其他合并方法"))
  }

  static func noAssessor(_ missing: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      "no-assessor", at: place,
      Wording(
        en: "nothing says who judges, or how: \(list(missing)) missing",
        zh: "没有写明由谁评判、如何合并：缺少 \(list(missing))"),
      help: Wording(
        en: "name a panel: `panel: <name>` in the item, or write the missing keys here",
        zh: "请在指标里写 `panel: <评审组>`，或在此补上所缺的键"))
  }

  static func panelBesideRole(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "panel-beside-role", at: place,
      Wording(
        en: "the item names a panel, and its form says `\(key)` for itself",
        zh: "指标写了评审组，计分形式里又写了 `\(key)`"),
      label: Wording(en: "said twice", zh: "重复规定"),
      help: Wording(
        en: "remove `\(key)`; the panel says it", zh: "请删去 `\(key)`，以评审组的规定为准"))
  }

  static func panelWeights(_ weights: [Number], _ sum: Number, at place: Place) -> Diagnostic {
    Diagnostic(
      "panel-weights", at: place,
      Wording(
        en: "the weights of the columns add up to \(sum), not to 1",
        zh: "各列权重合计为 \(sum)，应为 1"),
      notes: [Wording(addition(weights))],
      help: Wording(
        en: "write shares that add up to 100%, such as `40%`", zh: "请写合计为 100% 的份额，例如 `40%`"))
  }

  static func panelWithoutJudging(at place: Place) -> Diagnostic {
    Diagnostic(
      "panel-without-judging", at: place,
      Wording(
        en: "a panel judges only items with `judge` or `degree`",
        zh: "只有 `judge` 或 `degree` 形式的指标才由评审组评判"),
      help: Wording(en: "remove `panel`, or change the form", zh: "请删去 `panel`，或改用其他形式"))
  }

  static func readerTwice(_ role: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "reader-twice", at: place,
      Wording(
        en: "the third reader's role `\(role)` is already a role of the panel",
        zh: "复评人的身份 `\(role)` 在评审组里已有"),
      label: Wording(en: "second time", zh: "第二次"),
      help: Wording(
        en: "give the third reader a role of its own", zh: "请为复评人另取一个身份"))
  }

  static func spreadLimit(_ limit: Number, at place: Place) -> Diagnostic {
    Diagnostic(
      "spread-limit", at: place,
      Wording(
        en: "a spread of \(limit) is not a share between 0 and 1 of the scale",
        zh: "分差上限 \(limit) 不是量表上 0 到 1 之间的份额"),
      help: Wording(
        en: "write a share of the scale, such as `20%`", zh: "请写占量表的比例，例如 `20%`"))
  }

  static func spreadOfOne(at place: Place) -> Diagnostic {
    Diagnostic(
      "spread-of-one", at: place,
      Wording(
        en: "one mark is enough here, and one mark has no spread", zh: "这里一份评分即可，一份评分没有分差"),
      help: Wording(
        en: "ask for two marks: `at least: 2`", zh: "请至少要求两份评分：`at least: 2`"))
  }

  static func statisticMissing(at place: Place) -> Diagnostic {
    Diagnostic(
      "statistic-missing", at: place,
      Wording(
        en: "several marks are asked for, and nothing says how they become one",
        zh: "要求多份评分，却没说如何合并"),
      help: Wording(
        en: "add `statistic: mean`, `median`, `trimmed mean` or `consensus`",
        zh: "请补上 `statistic: mean`、`median`、`trimmed mean` 或 `consensus`"))
  }

  static func trimFromIdle(at place: Place) -> Diagnostic {
    Diagnostic(
      "trim-from-idle", at: place,
      Wording(
        en: "`trim from` belongs to `statistic: trimmed mean`",
        zh: "`trim from` 只用于 `statistic: trimmed mean`"),
      help: Wording(en: "remove it, or change the statistic", zh: "请删去，或改用该合并方法"))
  }

  static func trimFromMissing(at place: Place) -> Diagnostic {
    Diagnostic(
      "trim-from-missing", at: place,
      Wording(
        en: "nothing says below how many marks a trimmed mean is the plain mean",
        zh: "没有写明评分少于几份时不去掉最高最低分"),
      help: Wording(
        en: "add `trim from: 3`, or more; with fewer marks the plain mean counts",
        zh: "请补上 `trim from: 3` 或更大的数；评分少于此数时按平均分计"))
  }

  static func trimFromTooLow(at place: Place) -> Diagnostic {
    Diagnostic(
      "trim-from-too-low", at: place,
      Wording(
        en: "without the highest and the lowest of fewer than 3 marks nothing is left",
        zh: "评分不足 3 份时去掉最高最低就没有剩余"),
      help: Wording(en: "write 3 or more", zh: "请写 3 或更大的数"))
  }

  static func totalOfDeduction(_ item: String, _ panel: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "total-of-deduction", at: place,
      Wording(
        en: "`\(panel)` combines totals, and the deduction `\(item)` belongs to none",
        zh: "`\(panel)` 按总分合并，扣分项 `\(item)` 不在总分之内"),
      help: Wording(
        en: "let another panel judge the deduction", zh: "请由另一个评审组评定扣分项"))
  }

  static func totalOverStages(
    _ first: String, _ item: String, _ panel: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "total-over-stages", at: place,
      Wording(
        en: "`\(panel)` combines totals, and `\(item)` is not judged at the stages of `\(first)`",
        zh: "`\(panel)` 按总分合并，而 `\(item)` 与 `\(first)` 的评定阶段不同"),
      help: Wording(
        en: "give both items the same `stages`, or a panel each",
        zh: "请让两项写相同的 `stages`，或各用一个评审组"))
  }

  static func unknownPanel(_ name: String, among known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      "unknown-panel", at: place,
      Wording(en: "no panel is named `\(name)`", zh: "没有名为 `\(name)` 的评审组"),
      label: Wording(en: "not declared", zh: "未声明"),
      notes: [Wording(en: "declared: \(list(known))", zh: "已声明：\(list(known))")],
      help: known.isEmpty
        ? Wording(en: "declare it below `panels:`", zh: "请在 `panels:` 下声明")
        : remedy(for: name, among: known)
    ).remedied(by: .nearest(to: name, among: known, at: place))
  }

  static func weightMissing(at place: Place) -> Diagnostic {
    Diagnostic(
      "weight-missing", at: place,
      Wording(
        en: "the panel has several columns, and this one has no weight",
        zh: "评审组有多列，这一列没有写权重"),
      help: Wording(
        en: "add `weight: 40%`, or `weight: 0` to keep it without counting it",
        zh: "请写 `weight: 40%`；只保留不计入时写 `weight: 0`"))
  }
}
