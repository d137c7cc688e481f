import Diagnostics
import Rubrics

/// What is said about who stands above whom, and who looks at whose results, sorted by name.
extension Diagnostic {
  static func gradeOfAnother(
    _ grade: String, of rubric: String, at place: Place, among grades: [String]
  ) -> Diagnostic {
    Diagnostic(
      "grade-of-another",
      at: place,
      Wording(en: "`\(rubric)` has no grade `\(grade)`", zh: "`\(rubric)` 没有等级 `\(grade)`"),
      label: Wording(en: "not a grade there", zh: "对方没有这一等级"),
      help: meant(grade, among: grades)
    )
  }

  static func gradesLeftOut(
    _ grades: [String], of rubric: String, at place: Place
  ) -> Diagnostic {
    let shown = grades.prefix(4).map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "grades-left-out",
      at: place,
      Wording(
        en: "`\(rubric)` also gives \(shown), which the map does not hold",
        zh: "`\(rubric)` 还会评出 \(shown)，对照表里没有"
      ),
      label: Wording(en: "not complete", zh: "有遗漏"),
      help: Wording(en: "add points for each of them", zh: "请为每个等级写上分数")
    )
  }

  static func gradesUndeclared(
    _ grades: [String], of rubric: String, _ fact: String, at place: Place
  ) -> Diagnostic {
    let shown = grades.prefix(4).map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "grades-undeclared",
      at: place,
      Wording(
        en: "`\(rubric)` also gives \(shown), which `\(fact)` is not declared to be",
        zh: "`\(rubric)` 还会评出 \(shown)，`\(fact)` 的声明里没有"
      ),
      label: Wording(en: "not complete", zh: "有遗漏"),
      help: Wording(en: "add them to `one of`", zh: "请补进 `one of`")
    )
  }

  static func hierarchyCycle(_ circle: [String], at place: Place?) -> Diagnostic {
    let shown = (circle + circle.prefix(1)).map { "`\($0)`" }.joined(separator: " → ")
    return Diagnostic(
      "hierarchy-cycle",
      at: place,
      circle.count == 1
        ? Wording(en: "`\(circle[0])` stands above itself", zh: "`\(circle[0])` 成了自己的上级")
        : Wording(
          en: "these subjects stand above each other in a circle: \(shown)",
          zh: "这些对象互为上级，成了一圈：\(shown)"
        ),
      label: Wording(en: "closes the circle", zh: "在这里成圈"),
      help: Wording(
        en: "take one `parent` out; until then who stands below them is not known",
        zh: "请去掉其中一个 `parent`；在此之前它们的下级按未知处理"
      )
    )
  }

  static func resultCycle(_ subjects: [String], at place: Place) -> Diagnostic {
    let circle = subjects.count > 1 ? subjects.prefix(8) + subjects.prefix(1) : subjects.prefix(1)
    let shown = circle.map { "`\($0)`" }.joined(separator: " → ")
    return Diagnostic(
      "result-cycle",
      at: place,
      Wording(
        en: "these results wait for each other: \(shown)", zh: "这些对象的结果互相等待：\(shown)"
      ),
      help: Wording(
        en: "let one of the rubrics look at evidence instead of the other's result",
        zh: "请让其中一份细则改看证据，不看对方的结果"
      )
    )
  }

  static func resultNotMade(
    _ subject: String, _ rubric: String, for asking: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "result-not-made",
      .warning,
      at: place,
      Wording(
        en: "`\(asking)` takes over a result that `\(subject)` does not get in this round",
        zh: "`\(asking)` 要取 `\(subject)` 的一个结果，本轮却没有这个结果"
      ),
      help: Wording(
        en: "evaluate `\(subject)` by `\(rubric)` too; until then it is unknown",
        zh: "请在本轮也按 `\(rubric)` 评 `\(subject)`；在此之前按未知处理"
      )
    )
  }

  static func smallCohort(
    _ rubric: Rubric, _ peers: String?, _ members: [String], at place: Place?
  ) -> Diagnostic {
    let least = rubric.cohort?.atLeast ?? 2
    let named = rubric.privacy.hidesPeers ? nil : peers
    let group = named.map { Wording(en: " in `\($0)`", zh: "“\($0)”组") } ?? Wording("")
    let shown = members.prefix(4).map { "`\($0)`" }.joined(separator: ", ")
    let what: Wording =
      switch rubric.cohort?.ifFewer {
      case .compare: Wording(en: "they are compared all the same", zh: "仍照常比较")
      case .notApplicable: Wording(en: "comparison does not apply to them", zh: "比较类指标不适用")
      case .unknown, nil: Wording(en: "what rests on comparison stays open", zh: "比较类指标的结果待定")
      }
    return Diagnostic(
      "small-cohort",
      .warning,
      at: place,
      Wording(
        en:
          "`\(rubric.id)` compares at least \(least), and finds \(members.count)\(group.en): \(shown)",
        zh: "`\(rubric.id)` 至少要 \(least) 个对象才比较，\(group.zh)只有 \(members.count) 个：\(shown)"
      ),
      notes: [Wording(en: "as the rubric says, \(what.en)", zh: "按细则规定，\(what.zh)")],
      help: Wording(
        en: "widen the peer group, or write another `if fewer`", zh: "请放宽同组范围，或改写 `if fewer`"
      )
    )
  }

  static func twoParents(
    _ child: String, _ first: String, _ second: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "two-parents",
      at: place,
      Wording(
        en: "`\(child)` stands below `\(first)` and below `\(second)`",
        zh: "`\(child)` 同时归 `\(first)` 和 `\(second)` 管"
      ),
      label: Wording(en: "second parent", zh: "第二个上级"),
      help: Wording(en: "keep one of the two", zh: "请只保留一个")
    )
  }

  static func unknownRelative(
    _ name: String, at place: Place, among subjects: [String]
  ) -> Diagnostic {
    Diagnostic(
      "unknown-relative",
      at: place,
      Wording(
        en: "no subject of the round is called `\(name)`", zh: "本轮没有叫 `\(name)` 的对象"
      ),
      label: Wording(en: "not found", zh: "找不到"),
      help: Diagnostic.meant(name, among: subjects)
    )
  }

  static func unknownResultRubric(
    _ name: String, at place: Place, among rubrics: [String]
  ) -> Diagnostic {
    Diagnostic(
      "unknown-result-rubric",
      at: place,
      Wording(
        en: "the round has no rubric `\(name)` whose results could be taken",
        zh: "本轮没有细则 `\(name)`，取不到它的结果"
      ),
      label: Wording(en: "not found", zh: "找不到"),
      help: meant(name, among: rubrics)
    )
  }

  static func unknownSubject(
    _ id: String, _ path: String, among subjects: [String]
  ) -> Diagnostic {
    Diagnostic(
      "unknown-subject",
      at: .file(path),
      Wording(en: "the round has no subject `\(id)`", zh: "本轮没有对象 `\(id)`"),
      help: meant(id, among: subjects)
    )
  }

  static func weightOfAnother(
    _ fact: String, of rubric: String, at place: Place, among numbers: [String]
  ) -> Diagnostic {
    Diagnostic(
      "weight-of-another",
      at: place,
      Wording(
        en: "`\(rubric)` declares no number `\(fact)`", zh: "`\(rubric)` 没有声明数值 `\(fact)`"
      ),
      label: Wording(en: "no such number", zh: "没有这项数值"),
      help: meant(fact, among: numbers)
    )
  }
}

extension Diagnostic {
  /// The names that the writer may have meant.
  static func meant(_ name: String, among candidates: [String]) -> Wording {
    let near = namesNear(name, in: candidates).map { "`\($0)`" }
    guard !near.isEmpty else {
      let shown = candidates.prefix(4).map { "`\($0)`" }
      let more = candidates.count > 4
      return Wording(
        en: "there are \(shown.joined(separator: ", "))\(more ? " and others" : "")",
        zh: "现有 \(shown.joined(separator: "、"))\(more ? " 等" : "")"
      )
    }
    return Wording(
      en: "did you mean \(near.joined(separator: " or "))?",
      zh: "是不是 \(near.joined(separator: "，或 "))？"
    )
  }
}
