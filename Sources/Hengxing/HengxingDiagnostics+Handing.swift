import Diagnostics

/// What is said where forms are handed out.
extension Diagnostic {
  static func noItemsForRole(
    _ role: String, _ stage: String?, _ roles: [String], at place: Place
  ) -> Diagnostic {
    let known = roles.map { "`\($0)`" }.joined(separator: ", ")
    let when = stage.map { Wording(en: " at the stage `\($0)`", zh: "在 `\($0)` 阶段") }
    return Diagnostic(
      "no-items-for-role", at: place,
      Wording(
        en: "nobody of the role `\(role)` marks anything in this round\(when?.en ?? "")",
        zh: "本轮没有由 `\(role)` \(when?.zh ?? "")评分的指标"),
      help: roles.isEmpty
        ? Wording(
          en: "no item of these rubrics is judged by people: there is nothing to hand out",
          zh: "这些细则里没有由人评分的指标，不需要发评分表")
        : Wording(en: "the roles are \(known)", zh: "可用的身份有 \(known)"))
  }

  static func listWithoutSubjects(_ path: String) -> Diagnostic {
    Diagnostic(
      "list-without-subjects", at: .file(path),
      Wording(
        en: "the list has no column of ids or names", zh: "名单里没有编号列，也没有名称列"),
      help: Wording(
        en: "head its columns `id`, `title` and, where you like, `operator`",
        zh: "请把表头写成 `编号`、`名称`，需要时加 `承接机构`"))
  }

  static func subjectIdUnfit(_ id: String, isTwice: Bool, at place: Place) -> Diagnostic {
    Diagnostic(
      "subject-id-unfit", at: place,
      isTwice
        ? Wording(en: "the id `\(id)` stands twice in the list", zh: "名单里编号 `\(id)` 出现两次")
        : Wording(en: "`\(id)` cannot be an id", zh: "`\(id)` 不能用作编号"),
      help: Wording(
        en: "give each subject an id of its own, of letters, digits, `_`, `-` and `.`",
        zh: "请给每个对象一个不同的编号，只用字母、数字、`_`、`-`、`.`"))
  }
}
