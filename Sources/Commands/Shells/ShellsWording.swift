import Diagnostics

enum ShellsWording {
  static let name = Wording(en: "NAME", zh: "名称")
  static let synopsis = Wording(en: "SYNOPSIS", zh: "用法")
  static let verbs = Wording(en: "VERBS", zh: "命令")
  static let example = Wording(en: "Example:", zh: "例：")
  static let exit = Wording(en: "EXIT STATUS", zh: "退出码")
}
