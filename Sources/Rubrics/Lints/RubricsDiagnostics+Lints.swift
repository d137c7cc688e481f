import Diagnostics
import Formats
import Values

/// What is legal and worth a look, sorted by name.
extension Diagnostic {
  static func acceptsNothing(_ code: String, _ name: String?, at place: Place) -> Diagnostic {
    let what = [code, name].compactMap { $0 }.joined(separator: " ")
    return Diagnostic(
      "accepts-nothing", .warning, at: place,
      Wording(en: "`\(what)` is accepted, and nothing says it", zh: "接受了 `\(what)`，但没有这样的提示"),
      label: Wording(en: "accepted in vain", zh: "多余的接受"),
      help: Wording(en: "remove the line from `accept`", zh: "请从 `accept` 里删去这一行"))
  }

  static func askedAgainAtAStage(
    _ name: String, _ other: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "asked-again-at-a-stage", .warning, at: place,
      Wording(
        en: "`\(name)` asks for `\(other)` again, for another stage",
        zh: "`\(name)` 是为另一阶段再要一次 `\(other)`"),
      label: Wording(en: "the same, again", zh: "同一材料再要一次"),
      notes: [
        Wording(
          en: "but for the name of the stage they are called the same",
          zh: "去掉阶段名称后，两者叫法相同")
      ],
      help: Wording(
        en:
          "declare one kind: every file can say its `stage`; or say in `accept` why both are needed",
        zh: "请只声明一种，由每份文件写明 `stage`；确需两种的，在 `accept` 里写明理由"))
  }

  static func askedTwice(_ name: String, _ other: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "asked-twice", .warning, at: place,
      Wording(
        en: "`\(name)` and `\(other)` bear one name and are asked for twice",
        zh: "`\(name)` 与 `\(other)` 叫法相同，等于要了两次"),
      label: Wording(en: "asked for already", zh: "已经要过"),
      notes: [
        Wording(
          en: "what several items use is handed in once, under one name",
          zh: "多项指标共用的内容，用一个名称提交一次即可")
      ],
      help: Wording(
        en:
          "declare it once and let the items share it, or give the two titles that tell them apart",
        zh: "请只声明一次，供各项指标共用；确有不同的，请用标题写明区别"))
  }

  static func cannotAllBeMet(_ items: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      "cannot-all-be-met", .warning, at: place,
      Wording(
        en: "nobody can earn full marks for `\(items.joined(separator: "`, `"))` together",
        zh: "没有人能同时得到 `\(items.joined(separator: "`、`"))` 的满分"),
      label: Wording(en: "these rules clash", zh: "规则互相冲突"),
      notes: [
        Wording(
          en:
            "each rule was read as an inequality over facts, counts and sums, and they leave no number over",
          zh: "各条规则按输入、条数、合计读成不等式，放在一起没有任何数能够满足")
      ],
      help: Wording(
        en: "correct one of them, or say in `accept` why they stand side by side",
        zh: "请改正其中一条，或在 `accept` 里写明为何并列"))
  }

  static func countsOutweighOutcomes(
    _ counts: Number, _ outcomes: Number, of points: Number, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "counts-outweigh-outcomes", .warning, at: place,
      Wording(
        en:
          "counts and papers carry \(counts) of \(points) points, outcomes and voices \(outcomes)",
        zh: "\(points) 分中，数量和材料占 \(counts) 分，成效和评价只占 \(outcomes) 分"),
      label: Wording(en: "the whole rubric", zh: "就整份细则而言"),
      notes: [
        Wording(
          en:
            "counted are items that measure `input` or `output`, and those of `process` that rest on paper only",
          zh: "计入的是衡量 `input`、`output` 的指标，以及只看材料的 `process` 指标")
      ],
      help: Wording(
        en: "move points to what changed for people and what they say, or say in `accept` why not",
        zh: "请把分值移向服务对象的改变和评价，或在 `accept` 里写明理由"))
  }

  static func documentDecidesNothing(
    _ name: String, _ items: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "document-decides-nothing", .warning, at: place,
      Wording(
        en: "`\(name)` is asked for, and can never change a grade", zh: "要求提供 `\(name)`，但它永远改变不了等级"),
      label: Wording(en: "a burden without use", zh: "只有负担，没有作用"),
      notes: [
        Wording(
          en:
            "asked for by `\(items.joined(separator: "`, `"))`: optional there, or for points that no grade looks at",
          zh: "由 `\(items.joined(separator: "`、`"))` 要求：在那里可有可无，或其得分不影响任何等级")
      ],
      help: Wording(
        en: "do not ask for it, or say in `accept` what it is for",
        zh: "请不再要求，或在 `accept` 里写明用途"))
  }

  static func gateWithoutClosing(
    _ gate: String, _ doubt: Rubric.GateDoubt, isBar: Bool, at place: Place, keys: Place
  ) -> Diagnostic {
    let reason: Wording =
      switch doubt {
      case .alleged(let finding):
        Wording(
          en: "`\(finding)` may be alleged and not confirmed, or its record may be unreadable",
          zh: "`\(finding)` 可能只有反映、尚未查实，或者认定记录无法读取")
      case .unknown(let name):
        Wording(en: "`\(name)` may be unknown", zh: "`\(name)` 可能未知")
      case .null:
        Wording(en: "the condition may come out null", zh: "条件的结果可能为 null")
      }
    let fires = isBar ? "not evaluated" : "fires"
    return Diagnostic(
      "gate-without-closing", .warning, at: place,
      Wording(
        en: "nothing says what the gate of `\(gate)` does if nobody has decided it at closing",
        zh: "没有写明：到截止时 `\(gate)` 仍无定论，该怎么处理"),
      label: Wording(en: "open or not, at closing", zh: "截止时如何处理"),
      notes: [reason],
      help: Wording(
        en:
          "write `when closed: open` (the result waits for somebody to look), or `when closed: \(fires)`",
        zh: "请写 `when closed: open`（结果待定，等人核实），或 `when closed: \(fires)`")
    ).remedied(by: .adding("when closed: open", toMappingOf: keys))
  }

  static func listedTwice(_ name: String, _ item: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "listed-twice", .warning, at: place,
      Wording(en: "`\(item)` lists `\(name)` twice", zh: "`\(item)` 把 `\(name)` 列了两次"),
      label: Wording(en: "listed twice", zh: "重复列出"),
      help: Wording(en: "remove one of them from `evidence`", zh: "请从 `evidence` 里删去一个"))
  }

  static func nobodyCanChange(_ item: String, _ names: [String], at place: Place) -> Diagnostic {
    let given = names.joined(separator: "`, `")
    return Diagnostic(
      "nobody-can-change", .warning, at: place,
      names.isEmpty
        ? Wording(
          en: "`\(item)` looks at nothing: everybody earns the same", zh: "`\(item)` 什么都不看：人人得分相同")
        : Wording(
          en: "`\(item)` rests on `\(given)` alone, which nobody evaluated can change",
          zh: "`\(item)` 只取决于 `\(given)`，被评估的任何一方都改变不了"),
      label: Wording(en: "nobody's doing", zh: "与努力无关"),
      help: Wording(
        en: "let it look at what somebody did, or say in `accept` why it stands",
        zh: "请改为看有人做了什么，或在 `accept` 里写明为何保留"))
  }

  static func papersOutweighTheRest(
    _ papers: Number, of points: Number, _ items: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "papers-outweigh-the-rest", .warning, at: place,
      Wording(
        en: "\(papers) of \(points) points rest on papers alone",
        zh: "\(points) 分中有 \(papers) 分只看材料"),
      label: Wording(en: "the whole rubric", zh: "就整份细则而言"),
      notes: [
        Wording(
          en: "nobody counts, measures, judges or is asked in `\(items.joined(separator: "`, `"))`",
          zh: "这些指标不计数、不测量、无人评判、无人作答：`\(items.joined(separator: "`、`"))`")
      ],
      help: Wording(
        en: "look at records of what was done, or say in `accept` why papers suffice",
        zh: "请改看实际开展的记录，或在 `accept` 里写明为何材料足够"))
  }

  static func togetherBoundsNothing(_ quantity: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "together-bounds-nothing", .warning, at: place,
      Wording(
        en: "these items together ask for no least `\(quantity)`",
        zh: "这些指标合在一起，并没有要求 `\(quantity)` 的下限"),
      label: Wording(en: "no lower bound", zh: "没有下限"),
      help: Wording(
        en:
          "add to `given` what ties the items to the quantity, such as that a total is not below its parts",
        zh: "请在 `given` 里补上指标与该数量的关系，例如合计不小于其中一部分"))
  }

  static func togetherItemNotLinear(_ item: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "together-item-not-linear", .warning, at: place,
      Wording(
        en: "full marks of `\(item)` are no inequality over facts, counts and sums",
        zh: "`\(item)` 的满分条件不是关于输入、条数、合计的不等式"),
      label: Wording(en: "adds nothing here", zh: "在此不起作用"),
      help: Wording(en: "leave it out of `items`", zh: "请从 `items` 里去掉"))
  }

  static func togetherNeeds(
    _ items: [String], quantity: String, _ bound: Together.Bound, unit: String?, at place: Place
  ) -> Diagnostic {
    let amount = bound.words(unit: unit)
    return Diagnostic(
      "together-needs", .note, at: place,
      Wording(
        en:
          "full marks for `\(items.joined(separator: "`, `"))` need `\(quantity)` of at least \(amount)",
        zh: "`\(items.joined(separator: "`、`"))` 都得满分，`\(quantity)` 至少要 \(amount)"),
      notes: [
        Wording(
          en: "whoever sets a smaller `\(quantity)` has decided that not all of them can be met",
          zh: "谁把 `\(quantity)` 定得更低，谁就已经决定这几项不可能都做到")
      ])
  }

  static func unitMayBeNegative(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "unit-may-be-negative", at: place,
      Wording(
        en: "`\(name)` may be negative, so nothing is told in multiples of it",
        zh: "`\(name)` 可能为负，不能用它的倍数来表示"),
      label: Wording(en: "no lower limit", zh: "没有下限"),
      help: Wording(
        en: "declare it with `must be: \"> 0\"`", zh: "请在声明里写 `must be: \"> 0\"`"))
  }

  static func unknownLint(_ text: String, among codes: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      "unknown-lint", at: place,
      Wording(en: "nothing that can be accepted is called `\(text)`", zh: "没有可以接受的提示叫 `\(text)`"),
      label: Wording(en: "not a code", zh: "不是代码"),
      help: Wording(
        en:
          "write one of `\(codes.joined(separator: "`, `"))`, followed by a name where it has one",
        zh: "可写：`\(codes.joined(separator: "`、`"))`，有所指时后面跟上名称"))
  }

  static func unknownTogetherItem(
    _ name: String, among items: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "unknown-together-item", at: place,
      Wording(en: "no item is named `\(name)`", zh: "没有名为 `\(name)` 的指标"),
      label: Wording(en: "not found", zh: "找不到"),
      help: remedy(for: name, among: items)
    ).remedied(by: .nearest(to: name, among: items, at: place))
  }

  static func unknownUnit(_ name: String, among facts: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      "unknown-unit", at: place,
      Wording(en: "no number among the facts is named `\(name)`", zh: "没有名为 `\(name)` 的数值输入"),
      label: Wording(en: "not found", zh: "找不到"),
      help: remedy(for: name, among: facts)
    ).remedied(by: .nearest(to: name, among: facts, at: place))
  }
}

extension Together.Bound {
  /// `10.29 × 平均工资`, rounded up so that it is never less than needed.
  package func words(unit: String?) -> String {
    var parts: [String] = []
    if let unit, !factor.isZero { parts.append("\(shown(factor)) × \(unit)") }
    if !constant.isZero || parts.isEmpty { parts.append("\(shown(constant))") }
    return parts.joined(separator: " + ")
  }
}
