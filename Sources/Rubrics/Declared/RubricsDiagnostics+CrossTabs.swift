import Diagnostics

/// What can be wrong with a grid.
extension Diagnostic {
  static func gridCellEmpty(_ row: String, _ column: String?, at place: Place) -> Diagnostic {
    let under = column.map { Wording(en: ", column `\($0)`", zh: "、列 `\($0)`") } ?? Wording("")
    return Diagnostic(
      "grid-cell-empty", at: place,
      Wording(
        en: "nothing stands in the cell of row `\(row)`\(under.en)",
        zh: "行 `\(row)`\(under.zh) 的格子是空的"),
      label: Wording(en: "empty", zh: "空格"),
      help: Wording(
        en: "write the result; `null` means that there is none",
        zh: "请写上结果；确实没有结果时写 `null`"))
  }

  static func gridEmpty(_ direction: CrossTab.Direction, at place: Place) -> Diagnostic {
    Diagnostic(
      "grid-empty", at: place,
      Wording(en: "the grid has no \(direction.words.en)", zh: "交叉表一\(direction.words.zh)也没有"),
      label: Wording(en: "empty", zh: "空的"),
      help: direction == .down
        ? Wording(en: "write rows: `- [\"< 100\", 2, 1]`", zh: "请写出各行：`- [\"< 100\", 2, 1]`")
        : Wording(
          en: "write the heads of the columns: `columns: [\"< 5\", \">= 5\"]`",
          zh: "请写出各列的表头：`columns: [\"< 5\", \">= 5\"]`"))
  }

  static func gridGap(
    _ witness: String, _ direction: CrossTab.Direction, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "grid-gap", at: place,
      Wording(
        en: "no \(direction.word.en) takes \(witness)", zh: "没有一\(direction.words.zh)管到 \(witness)"),
      label: Wording(en: "not complete", zh: "有遗漏"),
      help: Wording(
        en: "add a \(direction.word.en) or a `default`", zh: "请加一\(direction.words.zh)，或写 `default`"
      ))
  }

  static func gridHeaderEmpty(_ direction: CrossTab.Direction, at place: Place) -> Diagnostic {
    Diagnostic(
      "grid-header-empty", at: place,
      Wording(
        en: "a \(direction.word.en) has no test at its head", zh: "有一\(direction.words.zh)没有写表头条件"),
      label: Wording(en: "empty", zh: "空的"),
      help: Wording(en: "write a test; `\"-\"` takes anything", zh: "请写条件；`\"-\"` 表示任意"))
  }

  static func gridHeaderTests(
    _ count: Int, expected: Int, _ direction: CrossTab.Direction, at place: Place
  ) -> Diagnostic {
    let inputs = expected == 1 ? "1 input stands" : "\(expected) inputs stand"
    return Diagnostic(
      "grid-header-tests", at: place,
      Wording(
        en: "a \(direction.word.en) has \(count) tests where \(inputs) \(direction.where.en)",
        zh: "这一\(direction.words.zh)有 \(count) 个条件，而\(direction.where.zh)有 \(expected) 个输入"),
      label: Wording(en: "head", zh: "表头"),
      help: Wording(
        en: "write one test for each input; `\"-\"` takes anything",
        zh: "每个输入写一个条件；`\"-\"` 表示任意"))
  }

  static func gridHeaderTwice(
    _ text: String, _ direction: CrossTab.Direction, at place: Place, first: Place
  ) -> Diagnostic {
    Diagnostic(
      "grid-header-twice", at: place,
      Wording(
        en: "the \(direction.word.en) `\(text)` stands twice",
        zh: "`\(text)` 这一\(direction.words.zh)写了两次"),
      label: Wording(en: "again", zh: "重复"),
      notes: [
        Wording(en: "first at \(first.description)", zh: "先写在 \(first.description)")
      ],
      help: Wording(en: "keep one, or correct its test", zh: "请只留一个，或改正条件")
    ).pointing(at: .first(first))
  }

  static func gridLineNeverHolds(
    _ text: String, _ direction: CrossTab.Direction, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "grid-line-never-holds", .warning, at: place,
      Wording(
        en: "nothing that can occur falls into the \(direction.word.en) `\(text)`",
        zh: "会出现的值都不落在 `\(text)` 这一\(direction.words.zh)"),
      label: Wording(en: "never used", zh: "永远用不到"),
      help: Wording(
        en: "remove the \(direction.word.en), or correct its test",
        zh: "请删去这一\(direction.words.zh)，或改正条件"))
  }

  static func gridOverlap(
    _ witness: String, _ first: String, _ second: String, _ direction: CrossTab.Direction,
    at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "grid-overlap", at: place,
      Wording(
        en: "the \(direction.words.en) `\(first)` and `\(second)` both take \(witness)",
        zh: "`\(first)` 和 `\(second)` 两\(direction.words.zh)都包含 \(witness)"),
      label: Wording(en: "overlaps", zh: "有重叠"),
      help: Wording(
        en: "make them exclusive, for example with `<` or `)`", zh: "请让两者互斥，例如用 `<` 或 `)`"))
  }

  static func gridRowTooLong(_ row: String, _ count: Int, columns: Int, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      "grid-row-too-long", at: place,
      Wording(
        en: "the row `\(row)` has \(count) results for \(columns) columns",
        zh: "行 `\(row)` 有 \(count) 个结果，而只有 \(columns) 列"),
      label: Wording(en: "no column above", zh: "上面没有这一列"),
      help: Wording(
        en: "remove the result, or add a column; a range inside `[ ]` needs quotes: `\"[1..5]\"`",
        zh: "请删去多出的结果，或加一列；`[ ]` 里的区间要加引号：`\"[1..5]\"`"))
  }

  static func gridRowTooShort(
    _ row: String, _ count: Int, columns: Int, first: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "grid-row-too-short", at: place,
      Wording(
        en: "the row `\(row)` has \(count) results for \(columns) columns",
        zh: "行 `\(row)` 只有 \(count) 个结果，而有 \(columns) 列"),
      label: Wording(en: "ends here", zh: "到此为止"),
      help: Wording(
        en: "write a result under `\(first)`; `null` means that there is none",
        zh: "请写出 `\(first)` 列的结果；确实没有结果时写 `null`"))
  }

  static func gridWithoutInput(_ direction: CrossTab.Direction, at place: Place) -> Diagnostic {
    Diagnostic(
      "grid-without-input", at: place,
      Wording(
        en: "the grid looks at nothing \(direction.where.en)", zh: "交叉表\(direction.where.zh)没有输入"),
      label: Wording(en: "empty", zh: "空的"),
      help: direction == .down
        ? Wording(en: "name an input: `down: households`", zh: "请写一个输入，例如 `down: 户数`")
        : Wording(en: "name an input: `across: distance`", zh: "请写一个输入，例如 `across: 距离`"))
  }

  static func noHeader(_ witness: String, _ direction: CrossTab.Direction) -> Wording {
    Wording(
      en: "no \(direction.word.en) takes \(witness)", zh: "没有一\(direction.words.zh)管到 \(witness)")
  }
}

extension CrossTab.Direction {
  fileprivate var word: Wording {
    switch self {
    case .down: Wording(en: "row", zh: "行")
    case .across: Wording(en: "column", zh: "列")
    }
  }

  fileprivate var words: Wording {
    switch self {
    case .down: Wording(en: "rows", zh: "行")
    case .across: Wording(en: "columns", zh: "列")
    }
  }

  fileprivate var `where`: Wording {
    switch self {
    case .down: Wording(en: "down", zh: "纵向")
    case .across: Wording(en: "across", zh: "横向")
    }
  }
}

extension Wording {
  /// A cell by its row and its column.
  static func cell(_ row: String, _ column: String) -> Wording {
    Wording(en: "row `\(row)`, column `\(column)`", zh: "行 `\(row)`、列 `\(column)`")
  }
}
