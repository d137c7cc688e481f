import Diagnostics

/// What workbooks of results are called.
enum WorkbookNames {
  static let subject = Wording(en: "working-paper.xlsx", zh: "算分底稿.xlsx")
  static let round = Wording(en: "summary-table.xlsx", zh: "汇总表.xlsx")
}
