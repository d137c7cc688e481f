import Values

extension SheetOutline.Item {
  /// The item with its form; what only vetoes becomes a veto.
  ///
  /// - Returns: `nil` where it is no item.
  func drafted(
    _ id: String, _ kind: FormContext.Kind, _ grid: ScoreTable, into draft: inout RubricDraft
  ) -> ItemDraft? {
    guard draft.allItems.count < RubricDraft.mostItems else { return nil }
    if Letters(standard).contains("一票否决") {
      draft.addVeto(self, grid)
      if points == nil { return nil }
    }
    var names = draft.names
    var (worth, form) = read(kind, &names)
    let answered = draft.answers.applied(to: standard, form.questions, of: id)
    if answered != standard {
      // Read again as it was answered; the questions are those that were asked.
      var other = self
      other.standard = answered
      names = draft.names
      let asked = form.questions
      (worth, form) = other.read(kind, &names)
      form.questions += asked.filter { !form.questions.contains($0) }
    }
    draft.names = names
    form.facts = form.facts.map { fact in
      FactDraft(name: fact.name, kind: fact.kind, title: draft.unique(fact.title, of: title))
    }
    return ItemDraft(
      id: id, source: self, grid: grid, points: worth, form: form,
      evidence: draft.documents(in: material))
  }

  private func read(
    _ kind: FormContext.Kind, _ names: inout FactNames
  ) -> (points: Number, form: ReadForm) {
    let candidates = StandardPoints.candidates(Rule(standard, worth: nil))
    if let points, points.isPositive {
      let form = read(worth: points, kind, &names)
      if form.pattern != "not-understood" { return (points, form) }
      // The standard may be clear, and come to another sum.
      for other in candidates where other != points {
        var tried = names
        let read = read(worth: other, kind, &tried)
        guard read.pattern != "not-understood", read.pattern != "judged" else { continue }
        var judged = form
        judged.questions.append(.amountsDiffer(other, points))
        return (points, judged)
      }
      return (points, form)
    }
    let lost = losses()
    for worth in candidates + lost where worth.isPositive {
      var tried = names
      var form = read(worth: worth, kind, &tried)
      guard form.pattern != "not-understood" else { continue }
      names = tried
      // Losses alone do not say of how much.
      if candidates.isEmpty, kind == .item { form.questions.append(.pointsUnsaid(worth)) }
      return (worth, form)
    }
    let worth = (candidates + lost).first { $0.isPositive } ?? .one
    var form = read(worth: worth, kind, &names)
    if candidates.first(where: \.isPositive) == nil { form.questions.append(.pointsUnsaid(worth)) }
    return (worth, form)
  }

  /// What is lost at most, where nothing else says what there is to lose.
  private func losses() -> [Number] {
    let rule = Rule(standard, worth: nil)
    for clause in rule.clauses {
      if case .loseAtMost(let most) = clause.effect { return [most] }
    }
    let lost = rule.working.compactMap { clause -> Number? in
      if case .lose(let points) = clause.effect { points } else { nil }
    }
    return [Number.sum(lost)].compactMap(\.self)
  }

  private func read(
    worth: Number, _ kind: FormContext.Kind, _ names: inout FactNames
  ) -> ReadForm {
    var context = FormContext(
      rule: Rule(standard, worth: worth), worth: worth, title: title, kind: kind, names: names)
    let form = SentencePattern.read(&context)
    names = context.names
    return form
  }
}
