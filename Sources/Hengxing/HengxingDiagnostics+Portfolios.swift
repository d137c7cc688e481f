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

  package static func missingFile(_ path: String) -> Diagnostic {
    .unreadableFile(path, UnreadableWording.missing)
  }

  static func noSuchSubject(_ id: String, _ paths: [String]) -> Diagnostic {
    Diagnostic(
      "no-such-subject",
      at: .file(paths.first ?? ""),
      Wording(en: "no row belongs to `\(id)`", zh: "没有一行属于 `\(id)`"),
      help: Wording(
        en: "give a subject as the column `subject` of the results writes it",
        zh: "请照结果文件 `subject` 列的写法给出对象")
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
}
