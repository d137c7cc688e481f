package import Diagnostics
package import Rubrics

/// What is said about the files of a portfolio; a key is not private, for it names the row of the result.
extension Diagnostic {
  static func brokenRowOfNobody(at place: Place) -> Diagnostic {
    Diagnostic(
      "broken-row-of-nobody", at: place,
      Wording(
        en: "nobody knows which subject this row names, so that subject is not scored",
        zh: "看不出这一行写的是哪个对象，该对象没有计分"),
      help: Wording(en: "mend the row and score again", zh: "请更正这一行，再重新计分"))
  }

  static func brokenRowOfSubject(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "broken-row-of-subject", at: place,
      Wording(
        en: "`\(id)` is rejected: which cell of this row belongs where is not certain",
        zh: "`\(id)` 予以退回：这一行各格归哪一列说不准"),
      help: Wording(en: "mend the row and score again", zh: "请更正这一行，再重新计分"))
  }

  /// Who is compared with others is compared with somebody unscored as well.
  package static func comparedUnscored(
    _ count: Int, _ rubric: Rubric, help: Wording
  ) -> Diagnostic {
    Diagnostic(
      "compared-unscored", .warning, at: rubric.cohort?.place ?? .file(rubric.path),
      Wording(
        en:
          "places and numbers of a cohort hold whatever \(count) not scored may come to: who is compared with them is not certain",
        zh: "有 \(count) 个没有计分，名次和同组数字要容得下它们的各种可能：与它们相比较的结果都不能确定"),
      help: help)
  }

  static func emptyKey(at place: Place, isCompared: Bool) -> Diagnostic {
    Diagnostic(
      "empty-key", .warning, at: place,
      Wording(en: "a row does not say whose it is", zh: "这一行没有写明属于哪个对象"),
      notes: isCompared
        ? [
          Wording(
            en: "it may be one more subject: who is compared with others is not certain",
            zh: "它可能是另一个对象，与他人相比较的结果因此不能确定")
        ] : [],
      help: Wording(
        en: "fill in the key; until then nobody is scored by the row", zh: "请补上编号；补上之前不按该行计分"))
  }

  package static func emptyPortfolio(_ path: String) -> Diagnostic {
    Diagnostic(
      "empty-portfolio", at: .file(path),
      Wording(en: "no facts and no tables are given", zh: "既没有给事实文件，也没有给表"),
      help: Wording(
        en: "give `--facts FILE`, or `--table NAME=FILE`, or both",
        zh: "请用 `--facts 文件` 或 `--table 表名=文件`"))
  }

  static func noSubjects(_ path: String) -> Diagnostic {
    Diagnostic(
      "no-subjects", at: .file(path),
      Wording(
        en: "the file has a header and no rows, so nobody is scored", zh: "文件只有表头而没有数据行，没有对象可评"),
      help: Wording(
        en: "check whether it was saved whole, and that it is the right file",
        zh: "请检查文件是否完整保存、是否给对了文件"))
  }

  static func furtherUnfittingCells(_ count: Int, _ path: String) -> Diagnostic {
    Diagnostic(
      "further-unfitting-cells", .warning, at: .file(path),
      Wording(
        en: "\(count) more cells do not fit their columns", zh: "另有 \(count) 个单元格与所在列不符"),
      help: Wording(
        en: "correct the cells told above; often one mistake of writing is all there is",
        zh: "先更正上面列出的单元格，其余往往是同一种写法造成的"))
  }

  static func headerBelow(_ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "header-below", .warning, at: place,
      Wording(
        en: "the header stands here; lines above it that are not read: \(count)",
        zh: "表头在这一行；上面有 \(count) 行未读取"),
      help: Wording(en: "remove what stands above the header", zh: "请删去表头上面的内容"))
  }

  static func manyUnknownKeys(_ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "many-unknown-keys", .warning, at: place,
      Wording(
        en: "\(count) rows belong to a great many keys that the facts do not have",
        zh: "有 \(count) 行属于事实文件中没有的对象，这样的对象非常多"),
      help: Wording(
        en:
          "check that `--key` names the column that says whose a row is; these rows count nowhere",
        zh: "请检查 `--key` 是否为写明对象的那一列；这些行不计入"))
  }

  static func memoryExceeded(_ expression: String, limit: Int, _ path: String) -> Diagnostic {
    let size = max(1, limit >> 20)
    return Diagnostic(
      "memory-exceeded", at: .file(path),
      Wording(
        en: "`\(expression)` needs more than the \(size) MiB that are allowed",
        zh: "`\(expression)` 所需内存超过允许的 \(size) MiB"),
      help: Wording(
        en: "allow more with `--memory`, or ask for something that needs fewer values",
        zh: "请用 `--memory` 放宽，或改用所需数值较少的写法"))
  }

  static func missingKeyColumn(
    _ key: String, _ header: HeaderFace, _ path: String
  ) -> Diagnostic {
    let separation = header.separation
    let nearest = separation == nil ? header.nearest(to: key) : nil
    return Diagnostic(
      "missing-key-column", at: .file(path),
      Wording(en: "the file has no column `\(key)`", zh: "文件中没有 `\(key)` 列"),
      notes: [header.found] + (separation.map { [$0.note] } ?? []),
      help: separation?.help
        ?? nearest.map {
          Wording(
            en: "write `\(key)` instead of `\($0)`, or give `--key '\($0)'`",
            zh: "请把 `\($0)` 改成 `\(key)`，或写 `--key '\($0)'`")
        }
        ?? Wording(
          en: "name the column that says whose a row is with `--key`",
          zh: "用 `--key` 指明哪一列是对象编号"))
  }

  static func noKeyColumn(_ path: String) -> Diagnostic {
    Diagnostic(
      "no-key-column", at: .file(path),
      Wording(
        en: "the rubric does not say which column names the subject", zh: "细则没有写明哪一列是对象编号"),
      help: Wording(
        en: "give `--key COLUMN`, or write `subject: {kind: …, key: COLUMN}` in the rubric",
        zh: "请用 `--key 列名`，或在细则中写 `subject: {kind: …, key: 列名}`"))
  }

  package static func recordsNeeded(_ name: String, _ path: String) -> Diagnostic {
    Diagnostic(
      "records-needed",
      at: .file(path),
      Wording(
        en: "the records must be read again for `\(name)`: it is not among what was kept",
        zh: "`\(name)` 不在保存的内容里，必须重新读取数据"),
      help: Wording(
        en: "give `--facts` and `--table` again, with `--save` to keep what is new",
        zh: "请重新给出 `--facts` 和 `--table`，并用 `--save` 保存新的内容")
    )
  }

  static func subjectTwice(_ id: String, _ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "portfolio-subject-twice", at: place,
      Wording(
        en: "`\(id)` stands \(count) times in the facts, and is rejected",
        zh: "`\(id)` 在事实文件中出现 \(count) 次，予以退回"),
      help: Wording(en: "keep one row for each subject", zh: "每个对象只保留一行"))
  }

  static func subjectsAlike(
    _ id: String, _ other: String, at place: Place?, first: Place?
  ) -> Diagnostic {
    Diagnostic(
      "subjects-alike", at: place,
      Wording(
        en:
          "`\(id)` and `\(other)` differ only in blanks, width or case, may be one subject, and are rejected",
        zh: "`\(id)` 与 `\(other)` 只差空格、全半角或大小写，可能是同一对象，予以退回"),
      notes: first.map {
        [Wording(en: "the other stands at \($0.description)", zh: "另一处在 \($0.description)")]
      } ?? [],
      help: Wording(
        en:
          "write the key alike and keep one row; where they are two, write `same: []` beside `key` under `subject`",
        zh: "请统一写法，只保留一行；确为两个对象的，在细则的 `subject` 下、`key` 旁写 `same: []`"))
  }

  /// How many subjects of so many are not scored, for whoever reads nothing else.
  package static func subjectsNotScored(_ count: Int, of all: Int, _ path: String) -> Diagnostic {
    Diagnostic(
      "subjects-not-scored", .warning, at: .file(path),
      Wording(
        en: "not scored, for the reasons told above: \(count) of \(all) subjects",
        zh: "\(all) 个对象中有 \(count) 个没有计分，原因见上"),
      help: Wording(
        en: "their lines in the results say `rejected`; mend the rows and score again",
        zh: "结果中这些对象的状态为 `rejected`；请更正所列各行，再重新计分"))
  }

  static func tableTwice(_ name: String, _ path: String) -> Diagnostic {
    Diagnostic(
      "portfolio-table-twice", at: .file(path),
      Wording(en: "a file for `\(name)` was given already", zh: "`\(name)` 已经给过文件"),
      help: Wording(
        en: "put all rows of `\(name)` in one file", zh: "请把 `\(name)` 的各行合并到一个文件"))
  }

  static func undeclaredTable(
    _ name: String, _ path: String, among names: [String]
  ) -> Diagnostic {
    Diagnostic(
      "undeclared-table", at: .file(path),
      Wording(en: "the rubric declares no table `\(name)`", zh: "细则没有声明 `\(name)` 表"),
      notes: names.isEmpty
        ? []
        : [
          Wording(
            en: "it declares: \(names.prefix(8).joined(separator: ", "))",
            zh: "已声明：\(names.prefix(8).joined(separator: "、"))")
        ],
      help: remedy(for: name, among: names))
  }

  /// `like` is a subject of whom the key may be, as a spreadsheet changed it.
  static func unknownKey(
    _ id: String, _ count: Int, like: KeyResemblance.Found?, at place: Place
  ) -> Diagnostic {
    let rows = count == 1 ? "1 row belongs" : "\(count) rows belong"
    let none: Wording = Wording(
      en: "add a row for `\(id)` to the facts; until then its rows count nowhere",
      zh: "请在事实文件中补上 `\(id)`；补上之前这些行不计入")
    return Diagnostic(
      "unknown-key-of-rows", .warning, at: place,
      Wording(
        en: "\(rows) to `\(id)`, which the facts do not have",
        zh: "有 \(count) 行属于 `\(id)`，事实文件中没有这个对象"),
      notes: like.map { [$0.note] } ?? [],
      help: like.map {
        Wording(
          en:
            "format the column as text and write `\($0.id)` if that is meant; until then its rows count nowhere",
          zh: "如果指的就是 `\($0.id)`，请把该列设为文本格式并照此填写；改好之前这些行不计入")
      } ?? none)
  }

  /// The columns are counted from 1.
  static func unreadHeaderTwice(
    _ name: String, _ first: Int, _ second: Int, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "unread-header-twice", .note, at: place,
      Wording(
        en: "columns \(first) and \(second) are both named `\(name)`; neither is read",
        zh: "第 \(first) 列和第 \(second) 列都叫 `\(name)`；两列都用不到"))
  }
}

extension KeyResemblance.Found {
  fileprivate var note: Wording {
    switch change {
    case .zeros:
      Wording(en: "it is `\(id)` without its leading zeros", zh: "它与去掉前导零的 `\(id)` 相同")
    case .shortened:
      Wording(
        en: "it looks like `\(id)`, as a spreadsheet shortens long numbers",
        zh: "它像是 `\(id)` 被电子表格缩短后的样子")
    case .spelling:
      Wording(en: "it differs from `\(id)` in its spelling only", zh: "它与 `\(id)` 只是写法不同")
    }
  }
}
