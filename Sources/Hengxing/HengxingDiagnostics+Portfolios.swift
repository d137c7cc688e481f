package import Diagnostics

/// What is said about results of a portfolio, and about what was kept of one.
extension Diagnostic {
  static func changedSince(_ path: String) -> Diagnostic {
    Diagnostic(
      "changed-since", .warning,
      at: .file(path),
      Wording(
        en: "this file is not the one that the results were computed from",
        zh: "这个文件与当时计分所用的不同"),
      help: Wording(
        en:
          "what follows is of the file as it is now; score the portfolio again to have both agree",
        zh: "以下按现在的文件计算；要使两者一致，请重新批量计分")
    )
  }

  static func changedSinceKept(_ path: String) -> Diagnostic {
    Diagnostic(
      "changed-since-kept", .warning,
      at: .file(path),
      Wording(
        en: "this file has changed since its aggregates were kept; they are of the earlier one",
        zh: "保存汇集数之后，这个文件变了；现在用的是之前的汇集数"),
      help: Wording(
        en: "give `--facts` and `--table` again to score what it holds now",
        zh: "要按现在的内容计分，请重新给出 `--facts` 和 `--table`")
    )
  }

  static func figuresWithheld(_ names: [String], in path: String) -> Diagnostic {
    let list = names.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "figures-withheld", .note, at: .file(path),
      Wording(
        en: "these figures rest on private cells and have no column: \(list)",
        zh: "这些中间数涉及不公开的内容，结果里没有它们的列：\(list)"),
      help: Wording(
        en: "where sums over few rows may be shown, write `private from: 1` in the rubric",
        zh: "若少数几行的汇总也可以显示，请在细则里写 `private from: 1`"))
  }

  static func differsFromResults(_ id: String, _ path: String) -> Diagnostic {
    Diagnostic(
      "differs-from-results", .warning,
      at: .file(path),
      Wording(
        en: "`\(id)` comes out otherwise than it stands in the results",
        zh: "`\(id)` 现在的结果与结果文件中的不同"),
      help: Wording(
        en: "score the portfolio again: the rubric, the files or the engine have changed",
        zh: "请重新批量计分：细则、文件或引擎已经变了")
    )
  }

  static func keptByAnother(_ path: String) -> Diagnostic {
    Diagnostic(
      "kept-by-another",
      at: .file(path),
      Wording(
        en: "these aggregates were kept by another version of Hengxing", zh: "这份汇集数由另一版本的衡星写出"),
      help: Wording(
        en: "read the records again and keep them anew with `--save`",
        zh: "请重新读取数据，并用 `--save` 另存")
    )
  }

  static func keptNotWhole(_ path: String) -> Diagnostic {
    Diagnostic(
      "kept-not-whole",
      at: .file(path),
      Wording(
        en: "these aggregates are not as they were written: cut short or changed",
        zh: "这份汇集数与写出时不同：不完整或被改动过"),
      help: Wording(
        en: "read the records again and keep them anew with `--save`",
        zh: "请重新读取数据，并用 `--save` 另存")
    )
  }

  static func keysLikeFormulas(_ count: Int, _ path: String) -> Diagnostic {
    Diagnostic(
      "keys-like-formulas", .warning, at: .file(path),
      Wording(
        en:
          "ids that begin with `=`, `+`, `-` or `@`, which a spreadsheet runs as formulas: \(count)",
        zh: "有 \(count) 个编号以 `=`、`+`、`-` 或 `@` 开头，电子表格会当作公式执行"),
      help: Wording(
        en:
          "they are written as they are, so that they join; with `--bom`, for Excel, each gets a `'`",
        zh: "编号照原样写出，以便与其他表对上；加 `--bom`（供 Excel 打开）则在前面加 `'`"))
  }

  package static func missingFile(_ path: String) -> Diagnostic {
    .unreadableFile(path, UnreadableWording.missing)
  }

  /// `reason` is the first error that was told.
  static func nobodyScored(_ reason: Diagnostic?, _ path: String) -> Diagnostic {
    let reason =
      reason?.headline ?? Wording(en: "the files cannot be read", zh: "文件读不出来")
    return Diagnostic(
      "nobody-scored", at: .file(path),
      Wording(
        en: "nobody of the portfolio is scored, because \(reason.en)",
        zh: "整批对象都没有计分，因为\(reason.zh)"),
      help: Wording(
        en: "mend what is told above and run again; no file was written",
        zh: "请更正以上问题后重新运行；没有写出任何文件"))
  }

  static func noSuchSubject(_ id: String, _ paths: [String]) -> Diagnostic {
    Diagnostic(
      "no-such-subject",
      at: .file(paths.first ?? ""),
      Wording(en: "no row belongs to `\(id)`", zh: "没有一行属于 `\(id)`"),
      help: Wording(
        en: "give a subject as the column `subject` of the results writes it",
        zh: "请照结果文件 `subject` 列的写法给出对象"),
      meaning: .noSuchSubject
    )
  }

  static func notKept(_ path: String) -> Diagnostic {
    Diagnostic(
      "not-kept",
      at: .file(path),
      Wording(en: "this file does not hold aggregates of a portfolio", zh: "这个文件里不是批量评估的汇集数"),
      help: Wording(
        en: "write one with `hengxing batch … --save FILE`",
        zh: "请用 `hengxing batch … --save 文件` 写出一份")
    )
  }

  static func notOurFile(_ output: String, _ path: String) -> Diagnostic {
    Diagnostic(
      "not-our-file", at: .file(path),
      Wording(
        en: "this file is no earlier output of `--\(output)`, so it is not replaced",
        zh: "这个文件不是以前的 `--\(output)` 写出的，不会覆盖它"),
      help: Wording(
        en: "choose another name, or add `--force` to replace it",
        zh: "请换一个文件名；确要覆盖请加 `--force`"))
  }

  package static func notResults(_ path: String) -> Diagnostic {
    Diagnostic(
      "not-results",
      at: .file(path),
      Wording(
        en: "this is not a file of results that this version of Hengxing wrote",
        zh: "这不是本版本衡星写出的批量结果文件"),
      help: Wording(
        en: "write one with `hengxing batch … --results FILE.jsonl`",
        zh: "请用 `hengxing batch … --results 文件.jsonl` 写出一份")
    )
  }

  /// An output that would take the place of a file which the run reads.
  static func outputIsInput(_ output: String, _ input: String, _ path: String) -> Diagnostic {
    Diagnostic(
      "output-is-input", at: .file(path),
      Wording(
        en: "`--\(output)` would replace the file that this run reads as \(input)",
        zh: "`--\(output)` 会覆盖本次作为\(input)读取的文件"),
      help: Wording(en: "give `--\(output)` another name", zh: "请给 `--\(output)` 换一个文件名"))
  }

  static func outputTwice(_ first: String, _ second: String, _ path: String) -> Diagnostic {
    Diagnostic(
      "output-twice", at: .file(path),
      Wording(
        en: "`--\(first)` and `--\(second)` would write the same file",
        zh: "`--\(first)` 和 `--\(second)` 会写到同一个文件"),
      help: Wording(en: "give each of them a name of its own", zh: "请给它们各取一个文件名"))
  }
}
