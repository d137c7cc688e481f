import Diagnostics

enum CommandsWording {
  static func more(_ count: Int) -> Wording {
    Wording(
      en: "and \(count) more about evidence, each in the report of its subject",
      zh: "证据方面另有 \(count) 条，见各对象的报告")
  }

  static func reportsLie(in folder: String) -> Wording {
    Wording(
      en: "\nReports: \(folder)/index.html",
      zh: "\n报告在：\(folder)/index.html"
    )
  }
}

extension UsageMistake {
  static func nothingToExplain(
    _ name: String, items: [(id: String, title: String)]
  ) -> UsageMistake {
    let offered = items.map { "`\($0.id)` \($0.title)" }.joined(separator: ", ")
    return UsageMistake(
      wording: Wording(
        en: "the result has no item or file `\(name)`; it has the items \(offered)",
        zh: "结果里没有名为 `\(name)` 的指标或文件，指标有：\(offered)"
      )
    )
  }
}
