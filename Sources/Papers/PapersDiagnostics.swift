package import Diagnostics

/// What is said about papers, sorted by name.
extension Diagnostic {
  /// `results`: who has none, and why.
  package static func noCertificate(_ results: [Wording], in folder: String) -> Diagnostic {
    let count = results.count
    return Diagnostic(
      "no-certificate", .note, at: .file(folder),
      Wording(
        en: "results without a certificate, because they are not settled: \(count)",
        zh: "有 \(count) 个结果未定，不出证明"),
      notes: shown(results),
      help: Wording(
        en: "settle what is open, score again and write the papers again",
        zh: "请先解决未决事项，重新计分后再生成"))
  }

  package static func noResults(_ path: String) -> Diagnostic {
    Diagnostic(
      "no-results", at: .file(path),
      Wording(en: "no result stands in this folder", zh: "这个文件夹里没有评分结果"),
      help: Wording(
        en: "give a `result.json`, or the folder that `run --out` or `score --out` wrote",
        zh: "请给出 `result.json`，或 `run --out`、`score --out` 写出的文件夹"),
      meaning: .unreadable)
  }

  /// `people`: who was left out.
  package static func notPutUp(_ people: [Wording], in folder: String) -> Diagnostic {
    let count = people.count
    return Diagnostic(
      "not-put-up", .note, at: .file(folder),
      Wording(
        en: "people are not put up for the public; left out of the list: \(count)",
        zh: "公示名单不列个人，略去 \(count) 个"),
      notes: shown(people),
      help: Wording(
        en: "tell a person the result in a paper of their own",
        zh: "个人的结果请单独告知本人"))
  }

  package static func papersExist(_ names: [String], in folder: String) -> Diagnostic {
    let count = names.count
    return Diagnostic(
      "papers-exist", at: .file(folder),
      Wording(
        en: "papers stand here already, so nothing was written: \(count)",
        zh: "这里已有 \(count) 份文件，没有写入任何文件"),
      notes: shown(names.map { Wording($0) }),
      help: Wording(
        en: "add `--force` to replace them, or give another folder with `--to`",
        zh: "要替换请加 `--force`，或用 `--to` 换一个文件夹"))
  }

  /// `names`: papers of an earlier result that the new one does not give.
  package static func stalePapers(_ names: [String], in folder: String) -> Diagnostic {
    let count = names.count
    return Diagnostic(
      "stale-papers", .warning, at: .file(folder),
      Wording(
        en:
          "papers of an earlier result stand here, which this one no longer gives: \(count)",
        zh: "这里有 \(count) 份文件出自以前的结果，现在的结果已不再有这些文件"),
      notes: shown(names.map { Wording($0) }),
      help: Wording(
        en: "take them away, so that nobody hands them out", zh: "请把它们移走，以免误发"))
  }

  private static let mostShown = 8

  /// The first of them, each on a line, and how many more there are.
  private static func shown(_ lines: [Wording]) -> [Wording] {
    let more = lines.count - mostShown
    return lines.prefix(mostShown)
      + (more > 0 ? [Wording(en: "and \(more) more", zh: "另有 \(more) 个")] : [])
  }
}
