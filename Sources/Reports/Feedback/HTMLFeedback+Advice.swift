import Diagnostics

extension HTMLFeedback {
  /// What assessors wrote for it in this round.
  func writeAdvice(into page: inout Markup) {
    guard let advice = feedback.advice else { return }
    page.leaf("h2", say(FeedbackWording.adviceOfPanels))
    for line in advice {
      page.element("div", class: "advice") { box in
        box.prose(say(line.says))
        box.element("span", class: "rows") { rows in
          link(line.folder, line.item, say(line.title), into: &rows)
          let more = [line.itemTitle.map(say) ?? line.item, line.by, line.date].compactMap(\.self)
          rows.text(more.map { " · " + $0 }.joined())
        }
      }
    }
  }

  /// What earlier rounds advised, and what came of it.
  func writeFollowUps(into page: inout Markup) {
    guard let followUps = feedback.followUps else { return }
    page.leaf("h2", say(FeedbackWording.earlierAdvice))
    page.leaf("p", class: "sentence", say(FeedbackWording.followed(followUps)))
    page.element("ul", class: "list follow") { list in
      for line in followUps {
        list.element("li") { item in
          item.leaf("span", class: "mark \(line.state.mark)", say(FeedbackWording.state(line)))
          item.text(" ")
          item.prose(say(line.advice))
          if let says = line.says { item.element("div") { $0.prose(say(says)) } }
          let more = [line.round, line.by, line.date].compactMap(\.self)
          if !more.isEmpty { item.leaf("span", class: "rows", more.joined(separator: " · ")) }
        }
      }
    }
  }
}

extension Feedback.FollowUp.State {
  /// The class whose colour it has.
  fileprivate var mark: String {
    switch self {
    case .done: "full"
    case .partly: "part"
    case .notDone: "none"
    }
  }
}
