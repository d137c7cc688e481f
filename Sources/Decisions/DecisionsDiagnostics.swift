import Diagnostics

extension Diagnostic {
  static func actionTwice(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "action-twice",
      at: place,
      Wording(en: "action `\(id)` is listed twice", zh: "建议 `\(id)` 列了两次"),
      label: Wording(en: "second time", zh: "第二次"),
      help: Wording(en: "remove one of them", zh: "请删去其中一个")
    )
  }

  static func calendarOfPolicy(at place: Place) -> Diagnostic {
    Diagnostic(
      "calendar-of-policy",
      at: place,
      Wording(en: "a policy has no calendar of its own", zh: "政策里不能写日程"),
      label: Wording(en: "belongs in the rubric", zh: "应写在细则里"),
      help: Wording(
        en: "declare it in the rubric, and decide by its score",
        zh: "请在细则里写日程，政策按得分决定"
      )
    )
  }

  static func policyNameTaken(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "policy-name-taken",
      at: place,
      Wording(
        en: "`\(name)` is what policies call a part of the result",
        zh: "`\(name)` 是政策里评估结果的固定名称"
      ),
      label: Wording(en: "name taken", zh: "名称已占用"),
      help: Wording(en: "give the fact another name", zh: "请给这项输入换一个名称")
    )
  }

  static func policyTestFailed(
    _ what: String, expected: String, _ found: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "policy-test-failed",
      at: place,
      Wording(
        en: "`\(what)` came out as `\(found)`, expected `\(expected)`",
        zh: "`\(what)` 得到 `\(found)`，预期是 `\(expected)`"
      ),
      label: Wording(en: "expected here", zh: "预期写在这里"),
      help: Wording(
        en: "correct the policy, or the expectation if the policy is right",
        zh: "请改正政策；若政策无误，请改正预期"
      )
    )
  }

  static func unknownAction(_ id: String, at place: Place, among ids: [String]) -> Diagnostic {
    let offered = ids.prefix(4).map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "unknown-action",
      at: place,
      Wording(en: "this rule gives `\(id)`, which is no action", zh: "这条规则给出的 `\(id)` 不在建议之列"),
      label: Wording(en: "not an action", zh: "不是一项建议"),
      notes: [Wording(en: "the actions are \(offered)", zh: "可选的建议有：\(offered)")],
      help: Wording(en: "add it to `actions:`, or correct it", zh: "请把它加进 `actions:`，或更正它")
    )
  }
}
