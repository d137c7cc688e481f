import Diagnostics
import Formats
import Rubrics

/// Follows the excuses of rubrics to the items of other parties where the same fact counts.
struct ExcuseLinks {
  /// By subject of the round.
  private let rubrics: [String: [Rubric]]
  /// Each link is told once, however many subjects and parties share the rubrics.
  private var told = Set<String>()

  init(_ rubrics: [String: [Rubric]]) {
    self.rubrics = rubrics
  }

  mutating func follow(from round: Round, into diagnostics: inout Diagnostics) {
    for subject in round.subjects {
      for rubric in rubrics[subject.id] ?? [] {
        for (item, link) in rubric.excuseLinks {
          guard let party = subject.parties[link.party], let others = rubrics[party.text],
            !others.isEmpty,
            !others.contains(where: { other in
              other.everyItem.contains { $0.id == link.item }
            }),
            told.insert("\(rubric.path) \(item.id) \(others.map(\.id))").inserted
          else { continue }
          diagnostics.report(
            .excuseLeadsNowhere(
              "\(link.party).\(link.item)", item.id, party.text, others.map(\.id),
              at: item.place))
        }
      }
    }
  }
}

extension Diagnostic {
  static func excuseLeadsNowhere(
    _ link: String, _ item: String, _ party: String, _ rubrics: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "excuse-leads-nowhere",
      .warning,
      at: place,
      Wording(
        en: "the excuse of `\(item)` points at `\(link)`, and `\(party)` has no such item",
        zh: "`\(item)` 的免责指向 `\(link)`，而 `\(party)` 没有这一项"
      ),
      label: Wording(en: "charged to nobody", zh: "无人承担"),
      notes: [
        Wording(
          en: "`\(party)` is evaluated by `\(rubrics.joined(separator: "`, `"))`",
          zh: "`\(party)` 所用细则：`\(rubrics.joined(separator: "`、`"))`"
        )
      ],
      help: Wording(
        en: "correct `by`, or add the item to the other rubric",
        zh: "请改正 `by`，或在对方的细则里加上这一项"
      )
    )
  }
}
