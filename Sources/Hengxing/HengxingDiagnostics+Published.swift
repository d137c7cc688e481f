import Diagnostics

/// What is said about results that somebody has published.
extension Diagnostic {
  static func exceptNobody(_ id: String, _ path: String) -> Diagnostic {
    Diagnostic(
      "except-nobody", at: .file(path),
      Wording(
        en: "`--except` names `\(id)`, and no row is about it", zh: "`--except` 写了 `\(id)`，没有这一行"),
      help: Wording(
        en: "write keys as the file has them, with commas between them", zh: "请按文件里的写法写对象，用逗号隔开"))
  }

  static func expectedNothing(
    _ what: String, among known: [String], _ path: String
  ) -> Diagnostic {
    let names = known.prefix(40).map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "expected-nothing", at: .file(path),
      Wording(
        en: "`\(what)` is nothing that comes out of this rubric", zh: "这份细则的结果里没有 `\(what)`"),
      notes: [Wording(en: "it has \(names)", zh: "可以写 \(names)")],
      help: Wording(
        en: "write `--expect score=COLUMN,grade=COLUMN`, or the id of an item",
        zh: "请写 `--expect score=列名,grade=列名`，或指标的标识"))
  }

  static func publishedColumnMissing(
    _ column: String, among headers: [String], _ path: String
  ) -> Diagnostic {
    let names = headers.prefix(40).map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "published-column-missing", at: .file(path),
      Wording(
        en: "the file has no column `\(column)` to compare with", zh: "文件里没有用来对照的“\(column)”列"),
      notes: [Wording(en: "it has \(names)", zh: "现有各列：\(names)")],
      help: Wording(en: "write the header as the file has it", zh: "请按文件里的表头写"))
  }

  static func publishedDiffers(
    _ what: String, of id: String, published: String, found: String, between: String?,
    at place: Place
  ) -> Diagnostic {
    let ours = between ?? found
    let open =
      between == nil
      ? nil
      : Wording(
        en: "it is open, because something is not known", zh: "结果未定，因为有内容未知")
    return Diagnostic(
      "published-differs", at: place,
      Wording(
        en: "`\(what)` of `\(id)` is published as `\(published)` and comes out as `\(ours)`",
        zh: "`\(id)` 的 `\(what)` 公布的是 `\(published)`，这里得出 `\(ours)`"),
      notes: open.map { [$0] } ?? [],
      help: Wording(
        en:
          "find out which of them is right; leave out with `--except \(id)` what is known to be wrong",
        zh: "请查明哪一个对；确知公布有误的，用 `--except \(id)` 排除"))
  }
}
