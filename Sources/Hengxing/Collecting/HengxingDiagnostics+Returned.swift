import Diagnostics
import Values

/// What is said about forms that came back, at their sheets and cells.
extension Diagnostic {
  static func bandUnknown(_ bands: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      "band-unknown", at: place,
      Wording(en: "no band of the item has this name", zh: "该指标没有这个档次"),
      help: Wording(
        en: "the bands are \(bands.joined(separator: ", "))",
        zh: "可选的档次有 \(bands.joined(separator: "、"))"))
  }

  static func dateAfterCutOff(_ asOf: CalendarDate, at place: Place) -> Diagnostic {
    Diagnostic(
      "date-after-cut-off", .warning, at: place,
      Wording(
        en: "the day lies after \(asOf), the day as of which the round counts",
        zh: "日期晚于本轮截止日 \(asOf)"),
      help: Wording(
        en: "ask whether the year is right", zh: "请核对年份是否写错"))
  }

  static func formCellEdited(_ was: String?, at place: Place) -> Diagnostic {
    let named = was.map { Wording(en: " `\($0)`", zh: "“\($0)”") } ?? Wording("")
    return Diagnostic(
      "form-cell-edited", at: place,
      Wording(
        en: "the form says\(named.en) here, and somebody wrote something else",
        zh: "表上这里原是\(named.zh)，被改成了别的内容"),
      help: Wording(
        en: "write it as it was: by these words the form is read",
        zh: "请改回原来的文字；读表时靠它辨认"))
  }

  static func formColumnAdded(at place: Place) -> Diagnostic {
    Diagnostic(
      "form-column-added", .warning, at: place,
      Wording(
        en: "a column was added that nobody asks for; it does not count",
        zh: "多出一列，没有要求填，不计入"),
      help: Wording(
        en: "look whether something belongs into another column",
        zh: "请核对其中的内容是否应填在别的栏目"))
  }

  static func formColumnMissing(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "form-column-missing", at: place,
      Wording(en: "the column `\(name)` is gone", zh: "缺少栏目“\(name)”"),
      help: Wording(
        en: "ask for the column, or have the form filled in again",
        zh: "请对方补上这一列，或重新填表"))
  }

  static func formColumnsMoved(at place: Place) -> Diagnostic {
    Diagnostic(
      "form-columns-moved", .warning, at: place,
      Wording(
        en:
          "columns stand in another order than they were handed out; they are read by their names",
        zh: "栏目的次序与发出时不同，按名称读取"),
      help: Wording(
        en: "look whether heads and cells moved together",
        zh: "请核对表头和内容是否一起移动"))
  }

  static func formHeadLost(at place: Place) -> Diagnostic {
    Diagnostic(
      "form-head-lost", at: place,
      Wording(en: "the heads of the table are gone", zh: "表头不见了"),
      help: Wording(
        en: "have the rows carried over into the form as it was handed out",
        zh: "请把内容抄回发出的原表"))
  }

  static func formMergedCells(_ range: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "form-merged-cells", .warning, at: place,
      Wording(
        en: "the cells \(range) are merged: only the first of them is filled in",
        zh: "\(range) 是合并单元格，只有第一格有内容"),
      help: Wording(
        en: "undo the merging, and fill in every row", zh: "请取消合并，逐行填写"))
  }

  static func formRowAdded(at place: Place) -> Diagnostic {
    Diagnostic(
      "form-row-added", .warning, at: place,
      Wording(
        en: "a row was added that nobody asks for; it does not count",
        zh: "多出一行，没有要求填，不计入"),
      help: Wording(
        en: "look whether something belongs into another row",
        zh: "请核对其中的内容是否应填在别处"))
  }

  static func formRowMissing(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "form-row-missing", at: place,
      Wording(en: "the row `\(name)` is gone", zh: "缺少“\(name)”一行"),
      help: Wording(
        en: "ask for it, or have the form filled in again", zh: "请对方补上，或重新填表"))
  }

  static func formRowsAbove(_ row: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "form-rows-above", .warning, at: place,
      Wording(
        en: "rows were put above the heads; they are taken from row \(row)",
        zh: "表头上面加了行；表头按第 \(row) 行读取"),
      help: Wording(
        en: "remove the rows above the heads", zh: "请删去表头上面的行"))
  }

  static func formSaysAnother(_ own: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "form-says-another", at: place,
      Wording(
        en: "the form was made for `\(own)`, and somebody else is named here; it was not taken",
        zh: "这份表是发给 `\(own)` 的，这里写的是别人，未收"),
      help: Wording(
        en: "ask whose it is; everybody fills in the own form",
        zh: "请问清是谁填的；各人只填发给自己的表"))
  }

  static func formSheetRenamed(
    _ name: String, _ others: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "form-sheet-renamed", at: place,
      Wording(
        en: "no sheet is called `\(name)` any more; what it held was not read",
        zh: "找不到名为 `\(name)` 的工作表，它的内容没有读取"),
      notes: others.isEmpty
        ? []
        : [
          Wording(
            en: "not of the form: \(others.map { "`\($0)`" }.joined(separator: ", "))",
            zh: "不是原表所有：\(others.map { "`\($0)`" }.joined(separator: "、"))")
        ],
      help: Wording(
        en: "give the sheet its name again: `\(name)`", zh: "请把工作表改回 `\(name)`"))
  }

  static func formUnfilled(
    facts: Int, tables: Int, documents: Int, at place: Place
  ) -> Diagnostic {
    var en: [String] = []
    var zh: [String] = []
    if facts > 0 {
      en.append("inputs: \(facts)")
      zh.append("\(facts) 项输入")
    }
    if tables > 0 {
      en.append("tables: \(tables)")
      zh.append("\(tables) 张表")
    }
    if documents > 0 {
      en.append("documents: \(documents)")
      zh.append("\(documents) 种材料")
    }
    return Diagnostic(
      "form-unfilled", .warning, at: place,
      Wording(
        en:
          "not everything is filled in (\(en.joined(separator: ", "))); what is missing is unknown",
        zh: "还没有填全：\(zh.joined(separator: "、"))；缺的按未知处理"),
      label: Wording(en: "first one", zh: "第一处"),
      help: Wording(
        en: "have it filled in; where there is none, the request list says so",
        zh: "请补填；确实没有的，在材料清单里选“没有”"))
  }

  static func markHalf(_ item: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "mark-half", at: place,
      Wording(
        en: "the mark for `\(item)` lacks its number or its band; it does not count",
        zh: "`\(item)` 的评分缺分值或档次，不计入"),
      help: Wording(en: "fill in both", zh: "请补填完整"))
  }

  static func markOfNoStation(at place: Place) -> Diagnostic {
    Diagnostic(
      "mark-of-no-station", at: place,
      Wording(
        en: "the row names no subject that this assessor was given; its marks do not count",
        zh: "这一行的编号不是发给该评委的评估对象，评分不计入"),
      help: Wording(
        en: "write the id as it was handed out", zh: "请改回原来的编号"))
  }

  static func markOffScale(
    _ item: String, _ low: Number, _ high: Number, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "mark-beyond-scale", at: place,
      Wording(
        en: "the mark for `\(item)` lies beyond the scale of \(low) to \(high); it does not count",
        zh: "`\(item)` 的评分超出 \(low) 至 \(high) 的量表，不计入"),
      help: Wording(en: "ask the assessor what was meant", zh: "请评委核对"))
  }

  static func markUnreadable(at place: Place) -> Diagnostic {
    Diagnostic(
      "mark-unreadable", at: place,
      Wording(en: "this cannot be read; it does not count", zh: "这一格无法读取，不计入"),
      help: Wording(
        en: "write a plain number, or a day as 2024-03-01", zh: "请只写数字；日期写成 2024-03-01"))
  }

  static func markWantsReason(_ item: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "mark-wants-reason", .warning, at: place,
      Wording(
        en: "the mark for `\(item)` asks for a reason, and there is none",
        zh: "`\(item)` 的评分要写理由，这里没有写"),
      help: Wording(
        en: "have the assessor say what was seen, and where", zh: "请评委写明看到了什么、在哪里看到"))
  }

  static func marksBlank(_ station: String, _ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "marks-blank", .warning, at: place,
      Wording(
        en: "marks for `\(station)` that are not filled in: \(count)",
        zh: "对 `\(station)` 还有 \(count) 项没有评分"),
      label: Wording(en: "first one", zh: "第一处"),
      help: Wording(en: "have them filled in", zh: "请评委补填"))
  }

  static func recusalIgnored(_ station: String, _ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "recusal-ignored", at: place,
      Wording(
        en:
          "the assessor is recused from `\(station)` and marks it all the same (\(count)); nothing of it counts",
        zh: "评委对 `\(station)` 声明回避，却评了 \(count) 项，都不计入"),
      help: Wording(
        en: "ask which is meant: no marks, or no recusal", zh: "请评委确认：是不评分，还是不回避"))
  }

  static func stationMarkedTwice(_ station: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "station-marked-twice", at: place,
      Wording(
        en: "`\(station)` stands in two rows; no marks of either count",
        zh: "`\(station)` 出现在两行，都不计入"),
      help: Wording(en: "remove one of the rows", zh: "请删去其中一行"))
  }

  static func stationNotMarked(_ station: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "station-not-marked", at: place,
      Wording(en: "the row of `\(station)` is gone", zh: "缺少 `\(station)` 一行"),
      help: Wording(en: "ask the assessor for it", zh: "请评委补上"))
  }
}
