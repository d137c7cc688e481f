import Diagnostics
import Values

/// What the checker says about stages and calendars.
extension Diagnostic {
  static func calendarOverNothing(at place: Place) -> Diagnostic {
    Diagnostic(
      "calendar-over-nothing", at: place,
      Wording(en: "a calendar does not say what keeps it", zh: "日程没有写明看什么"),
      label: Wording(en: "over what?", zh: "看什么？"),
      help: Wording(
        en: "write `over:` with dates, such as `visits.day`, or a kind of document",
        zh: "请用 `over:` 写明日期（例如 `督导记录.日期`）或一种文件"))
  }

  static func calendarOverUndated(_ columns: [String], at place: Place) -> Diagnostic {
    let named = columns.first
    return Diagnostic(
      "calendar-over-undated", at: place,
      Wording(en: "a calendar looks at dates, and these are none", zh: "日程要看日期，而这里不是日期"),
      label: Wording(en: "no dates", zh: "不是日期"),
      notes: columns.isEmpty
        ? [] : [Wording(en: "columns with dates: \(list(columns))", zh: "日期列：\(list(columns))")],
      help: named.map {
        Wording(en: "name the column: `.\($0)`", zh: "请写明日期列：`.\($0)`")
      }
        ?? Wording(
          en: "name a column of type `date`, or a kind of document",
          zh: "请写类型为 `date` 的列，或一种文件"))
  }

  static func keyOfCalendar(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "key-of-calendar", at: place,
      Wording(en: "`\(key)` belongs to a calendar", zh: "`\(key)` 是日程的键"),
      label: Wording(en: "no calendar", zh: "不是日程"),
      help: Wording(
        en: "add `calendar: month`, or remove `\(key)`", zh: "请加上 `calendar: month`，或删去 `\(key)`"))
  }

  static func notHeldOnce(at place: Place) -> Diagnostic {
    Diagnostic(
      "not-held-once", at: place,
      Wording(
        en: "`not held` belongs to a stage that is held again and again",
        zh: "`not held` 只用于按期反复进行的阶段"),
      label: Wording(en: "held once", zh: "只进行一次"),
      help: Wording(
        en: "add `every: month`, or remove `not held`",
        zh: "请加上 `every: month`，或删去 `not held`"))
  }

  static func ownMissing(_ stage: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "own-weight-missing", at: place,
      Wording(
        en: "other stages feed `\(stage)`, and nothing says what its own mark counts",
        zh: "有阶段计入 `\(stage)`，却没有写明它自身占多少"),
      label: Wording(en: "own?", zh: "自身？"),
      help: Wording(
        en: "add `own:`; with what feeds it that makes 100%", zh: "请加上 `own:`，与计入的合计 100%"))
  }

  static func ownOfUnfed(_ stage: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "own-weight-idle", at: place,
      Wording(en: "no stage feeds `\(stage)`", zh: "没有阶段计入 `\(stage)`"),
      label: Wording(en: "nothing beside it", zh: "没有其他部分"),
      help: Wording(
        en: "remove `own`, or write `feeds: \(stage)` at another stage",
        zh: "请删去 `own`，或在另一阶段写 `feeds: \(stage)`"))
  }

  static func stageCircle(_ stage: String, _ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "stage-circle", at: place,
      Wording(
        en: "by `\(key)` the stage `\(stage)` leads back to itself",
        zh: "按 `\(key)`，阶段 `\(stage)` 又回到自身"),
      label: Wording(en: "a circle", zh: "成环"),
      help: Wording(en: "remove one `\(key)` of the circle", zh: "请删去环中的一个 `\(key)`"))
  }

  static func stagesWithoutEffect(at place: Place) -> Diagnostic {
    Diagnostic(
      "stages-without-effect", .warning, at: place,
      Wording(
        en: "this item comes to the same at every stage", zh: "这一项在每个阶段的结果都相同"),
      label: Wording(en: "nothing looks at `stage`", zh: "没有用到 `stage`"),
      help: Wording(
        en: "filter by `stage`, such as `visits[phase = stage]`, or name one stage",
        zh: "请按 `stage` 筛选（例如 `检查记录[阶段 = stage]`），或只写一个阶段"))
  }

  static func stageWeightMissing(_ stage: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "stage-weight-missing", at: place,
      Wording(
        en: "`\(stage)` stands beside other stages, and has no weight",
        zh: "`\(stage)` 与其他阶段一起计分，却没有权重"),
      label: Wording(en: "weight?", zh: "权重？"),
      help: Wording(
        en:
          "add `weight:` to the stage, or write the item's stages with weights of their own: `{mid: 40%, final: 60%}`",
        zh: "请给阶段加上 `weight:`，或在指标处写权重：`{mid: 40%, final: 60%}`"))
  }

  static func stageWeights(
    _ weights: [Number], _ sum: Number, of stage: String?, at place: Place
  ) -> Diagnostic {
    let owner = stage.map { Wording(en: "in `\($0)`", zh: "`\($0)` 中") }
    let percents = weights.map { weight in
      weight.multiplied(by: Number(100)).map { "\($0)%" } ?? weight.description
    }
    let total = sum.multiplied(by: Number(100))?.description ?? "?"
    return Diagnostic(
      "stage-weights", at: place,
      Wording(
        en: "the weights of stages \(owner?.en ?? "in the result") add up to \(total)%",
        zh: "\(owner?.zh ?? "结果中")各阶段权重合计为 \(total)%"),
      label: Wording(en: "not 100%", zh: "不是 100%"),
      notes: [Wording(percents.joined(separator: " + "))],
      help: Wording(en: "make them 100%", zh: "请改为合计 100%"))
  }

  static func unknownStage(_ name: String, among known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      "unknown-stage", at: place,
      Wording(en: "no stage has the id `\(name)`", zh: "没有标识为 `\(name)` 的阶段"),
      label: Wording(en: "not declared", zh: "未声明"),
      notes: [Wording(en: "declared: \(list(known))", zh: "已声明：\(list(known))")],
      help: remedy(for: name, among: known)
    ).remedied(by: .nearest(to: name, among: known, at: place))
  }
}
