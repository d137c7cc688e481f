import Diagnostics

extension Diagnostic {
  static func noGroupColumn(_ name: String, _ path: String, among columns: [String]) -> Diagnostic {
    let shown = columns.prefix(8)
    return Diagnostic(
      "no-group-column",
      at: .file(path),
      Wording(en: "there is no column `\(name)` to group by", zh: "没有可供分组的 `\(name)` 列"),
      notes: [
        Wording(
          en: "the file has: \(shown.joined(separator: ", "))",
          zh: "文件中有：\(shown.joined(separator: "、"))")
      ],
      help: Wording(
        en: "give `--by` a column of the facts, or leave it out", zh: "请让 `--by` 指向事实文件的一列，或不写")
    )
  }

  /// `fault` says where and why it is no JSON.
  static func notAResult(_ path: String, because fault: Diagnostic?) -> Diagnostic {
    Diagnostic(
      "not-a-result",
      at: fault?.place ?? .file(path),
      Wording(
        en: "this is not a result that this version of Hengxing wrote",
        zh: "这不是本版本衡星写出的结果文件"
      ),
      notes: (fault.map(\.headline)).map {
        [Wording(en: "it is no JSON: \($0.en)", zh: "它不是 JSON：\($0.zh)")]
      } ?? [],
      help: Wording(
        en: "give the `result.json` of a report folder, or score again",
        zh: "请给出报告文件夹里的 `result.json`，或重新计分"
      )
    )
  }

  static func privateGroup(_ name: String, _ path: String) -> Diagnostic {
    Diagnostic(
      "private-group",
      at: .file(path),
      Wording(
        en: "`\(name)` is declared private, so no summary may group by it",
        zh: "`\(name)` 声明为不公开，汇总不能按它分组"),
      help: Wording(en: "group by another column", zh: "请换一列分组")
    )
  }
}
