import Diagnostics

extension Diagnostic {
  static func cannotWrite(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      "cannot-write",
      at: .file(path),
      Wording(en: "this cannot be written: \(reason)", zh: "写不进去：\(reason)"),
      help: Wording(
        en: "check the path, the free space and whether you may write there; nothing was changed",
        zh: "请检查路径、剩余空间和写入权限；没有改动任何文件"
      )
    )
  }
}

enum CommandsWording {
  static func reportsLie(in folder: String) -> Wording {
    Wording(
      en: "\nReports: \(folder)/index.html",
      zh: "\n报告在：\(folder)/index.html"
    )
  }
}

extension UsageMistake {
  static func nothingToExplain(_ name: String, items: [String]) -> UsageMistake {
    let offered = items.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    return UsageMistake(
      wording: Wording(
        en: "the result has no item or file `\(name)`; it has the items \(offered)",
        zh: "结果里没有名为 `\(name)` 的指标或文件，指标有：\(offered)"
      )
    )
  }
}
