import Diagnostics
import Formats
import Rubrics
import Values

/// What is said about evidence that does not fit a rubric; cells only where they are not private.
extension Diagnostic {
  static func anonymousUnreadable(_ file: String) -> Diagnostic {
    Diagnostic(
      "anonymous-unreadable", .warning, at: .file(file),
      Wording(
        en: "some answers of this anonymous survey cannot be read", zh: "这份匿名问卷有答卷无法读取"),
      help: Wording(
        en: "whoever collected the answers compares the columns with the rubric",
        zh: "请由收集答卷的人对照细则核对各列"))
  }

  static func historyOutOfOrder(at place: Place?) -> Diagnostic {
    Diagnostic(
      "history-out-of-order", .warning, at: place,
      Wording(
        en: "this earlier result is older than the one before it", zh: "这一历史结果早于排在它前面的一个"),
      help: Wording(en: "list the latest last", zh: "请把最近的排在最后"))
  }

  static func documentOfUnknownKind(
    _ file: String, _ kind: String, among known: [String], at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      "document-of-unknown-kind", .warning, at: place,
      Wording(
        en:
          "`\(file)` is handed in as `\(kind)`, which the rubric does not have; it does not count",
        zh: "`\(file)` 登记为 `\(kind)`，细则中没有这种材料，不计入"),
      help: remedy(for: kind, among: known))
  }

  static func documentSetAside(
    _ file: String, _ kind: String, _ why: Wording, at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      "document-set-aside", .warning, at: place,
      Wording(
        en: "`\(file)` does not count as `\(kind)`: \(why.en)",
        zh: "`\(file)` 不能作为 `\(kind)` 计入：\(why.zh)"),
      help: Wording(
        en: "hand in another file, or correct how it is listed; it stays in the report",
        zh: "请另交合格的文件，或更正登记的内容；它仍列入报告"))
  }

  static func markForUnknownItem(
    _ id: String, at place: Place?, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      "mark-for-unknown-item", .warning, at: place,
      Wording(
        en: "a mark is given for `\(id)`, which the rubric does not have",
        zh: "给 `\(id)` 打了分，但细则中没有这一项"),
      help: remedy(for: id, among: known)
    ).remedied(by: .nearest(to: id, among: known, at: place))
  }

  static func markSetAside(
    _ why: Wording, by: String, item: String, at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      "mark-set-aside", .warning, at: place,
      Wording(
        en: "the mark of `\(by)` for `\(item)` does not count: \(why.en)",
        zh: "`\(by)` 对 `\(item)` 的评分不计：\(why.zh)"),
      help: Wording(
        en: "correct the mark, its stage or its date, or take it back; it stays in the report",
        zh: "请更正该评分、阶段或日期，或撤回该评分；它仍列入报告"))
  }

  static func markWithoutReason(by: String, item: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      "mark-without-reason", .warning, at: place,
      Wording(
        en: "the mark of `\(by)` for `\(item)` has no reason", zh: "`\(by)` 对 `\(item)` 的评分没有写明理由"),
      help: Wording(
        en: "write why the band and the value were chosen: `reason: …`",
        zh: "请写明选定该档和取值的理由：`reason: …`"))
  }

  /// `found` is what the header of the file holds, for whoever looks for a misspelling.
  static func missingColumn(
    _ name: String, headers: [String], of file: String, among found: HeaderFace,
    _ leave: ColumnLeave
  ) -> Diagnostic {
    let header = headers.first ?? name
    let allowed = leave.wording
    let near = found.nearest(toOneOf: headers + [name])
    return Diagnostic(
      "missing-column", leave.isGiven ? .warning : .error, at: .file(file),
      Wording(
        en: "the table has no column `\(header)`", zh: "表中没有 `\(header)` 列"),
      notes: [found.found] + (found.separation.map { [$0.note] } ?? []),
      help: found.separation?.help
        ?? near.map {
          Wording(
            en: "write `\(header)` instead of `\($0)`, or declare `header: \($0)`\(allowed.en)",
            zh: "请把 `\($0)` 改成 `\(header)`，或在细则中写 `header: \($0)`\(allowed.zh)")
        }
        ?? Wording(
          en: "add the column, or declare what the file calls it as `header`\(allowed.en)",
          zh: "补上该列，或在细则中用 `header` 写明文件里的列名\(allowed.zh)"))
  }

  static func noSubjectColumn(in file: String) -> Diagnostic {
    Diagnostic(
      "no-subject-column", .warning, at: .file(file),
      Wording(
        en: "the table of a party does not say whom its rows are about",
        zh: "相关方的表没有写明各行所指的对象"),
      help: Wording(
        en: "add a column `subject` with the id of the subject of each row",
        zh: "加一列 `subject`，写明每行对象的编号"))
  }

  static func pastGradeUnknown(
    _ grade: String, among known: [String], at place: Place?
  ) -> Diagnostic {
    let all = known.prefix(8).map { "`\($0)`" }
    return Diagnostic(
      "past-grade-unknown", .warning, at: place,
      Wording(
        en:
          "the earlier grade `\(grade)` is none of this rubric, so nobody can say how far it may move",
        zh: "历史等级 `\(grade)` 不是本细则的等级，无法判断可以升降多少"),
      notes: [
        Wording(
          en: "the grades are \(all.joined(separator: ", "))",
          zh: "本细则的等级：\(all.joined(separator: "、"))")
      ],
      help: Wording(
        en: "write the grade of this rubric that it equals", zh: "请写成本细则中相当的等级"))
  }

  static func reEvaluationWithoutRule(_ rubric: String) -> Diagnostic {
    Diagnostic(
      "re-evaluation-without-rule", .warning, at: nil,
      Wording(
        en: "this is a re-evaluation, and `\(rubric)` does not say what one can give",
        zh: "这是一次复评，而 `\(rubric)` 没有复评的规定"),
      help: Wording(
        en: "add `re-evaluation:` to the rubric; until then it counts as any evaluation",
        zh: "请在细则里加上 `re-evaluation:`；在此之前按一般评估处理"))
  }

  /// Texts are not shown, because the column may be a private one; `subject` is whose they are, where many are looked at.
  static func textsAlike(
    _ name: String, of subject: String? = nil, at place: Place, first: Place? = nil
  ) -> Diagnostic {
    Diagnostic(
      "texts-alike", .warning, at: place,
      Wording(
        en:
          "two texts of `\(name)` differ only in blanks, width or case: nobody knows whether they are one",
        zh: "`\(name)` 有两处文字只差空格、全半角或大小写，不能确定是不是同一个"),
      notes: first.map {
        [Wording(en: "the other stands at \($0.description)", zh: "另一处在 \($0.description)")]
      } ?? subject.map {
        [Wording(en: "so it is in rows of `\($0)`", zh: "例如 `\($0)` 的几行")]
      } ?? [],
      help: Wording(
        en:
          "write them alike; or declare for the column `same: [width, case, space]`, or `same: []` where they are different",
        zh: "请统一写法；也可在该列的声明里写 `same: [width, case, space]`（算同一个），或 `same: []`（算不同的）"))
  }

  static func unfittingCell(
    _ fault: DeclaredReader.Fault, of declaration: Declaration, holding text: String,
    count: Int = 1, at place: Place?
  ) -> Diagnostic {
    let words = fault.wording
    let written = text
    let text = DoubtfulNumber(written)?.exact ?? written
    var notes: [Wording] = []
    if fault.hasTwoReadings, !declaration.isPrivate,
      let readings = DeclaredReader(declaration).readings(of: written)
    {
      notes.append(.twoReadings(String(text.prefix(40)), readings))
    }
    if case .mismatch(.otherUnit) = fault, let unit = declaration.unit {
      notes.append(Wording(en: "declared is `\(unit)`", zh: "声明的单位是 `\(unit)`"))
    }
    if count > 1 {
      notes.append(
        Wording(en: "the column has \(count) such cells", zh: "这一列有 \(count) 个这样的单元格"))
    }
    let found = QuotedCell.wording(text, of: declaration)
    return Diagnostic(
      "unfitting-cell", .warning, at: place,
      Wording(
        en: "\(found.en) does not fit `\(declaration.name)`: \(words.en)",
        zh: "\(found.zh) 与 `\(declaration.name)` 不符：\(words.zh)"),
      notes: notes,
      help: fault.isOfColumn
        ? fault.help
        : Wording(
          en: "correct the cell; until then the value is unknown", zh: "请更正；更正之前按未知处理"))
  }

  static func unitDiffers(
    _ name: String, written: String, declared: String, at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      "unit-differs", .warning, at: place,
      Wording(
        en: "`\(name)` is given in `\(written)` and declared in `\(declared)`",
        zh: "`\(name)` 给出的单位是 `\(written)`，声明的单位是 `\(declared)`"),
      help: Wording(
        en: "give the value in `\(declared)`", zh: "请按 `\(declared)` 给出数值"))
  }
}

extension Wording {
  static func twoReadings(_ text: String, _ readings: (Number, Number)) -> Wording {
    Wording(
      en: "`\(text)` is \(readings.0) or \(readings.1)",
      zh: "`\(text)` 是 \(readings.0) 或 \(readings.1)")
  }
}

extension DeclaredReader.Fault {
  /// Not a slip in one cell, but the way in which the whole column is written: told once, with how many cells it concerns.
  var isOfColumn: Bool {
    switch self {
    case .mismatch(.scaleUnknown), .mismatch(.amountUnknown), .mismatch(.otherUnit),
      .mismatch(.undeclaredUnit), .mismatch(.dayOrMonth), .mismatch(.moreDigits),
      .mismatch(.shownOtherwise):
      true
    case .mismatch, .notWhole, .outsideRule, .notAllowed: false
    }
  }

  var hasTwoReadings: Bool {
    switch self {
    case .mismatch(.scaleUnknown), .mismatch(.amountUnknown), .mismatch(.moreDigits),
      .mismatch(.shownOtherwise):
      true
    case .mismatch, .notWhole, .outsideRule, .notAllowed: false
    }
  }

  var help: Wording? { if case .mismatch(let mismatch) = self { mismatch.help } else { nil } }

  var wording: Wording {
    switch self {
    case .mismatch(let mismatch): mismatch.wording
    case .notWhole: Wording(en: "not a whole number", zh: "不是整数")
    case .outsideRule(let tests):
      Wording(en: "it must be \(tests)", zh: "必须 \(tests)")
    case .notAllowed(let allowed):
      Wording(
        en: "it must be one of \(allowed.prefix(8).joined(separator: ", "))",
        zh: "必须是 \(allowed.prefix(8).joined(separator: "、")) 之一")
    }
  }
}
