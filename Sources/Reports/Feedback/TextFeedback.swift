package import Diagnostics
import Values

/// The feedback to one who answers for others, as text.
package enum TextFeedback {
  package static func print(_ feedback: Feedback, in language: Language) -> String {
    func say(_ wording: Wording) -> String { wording.text(in: language) }
    func label(_ wording: Wording) -> String { wording.label(in: language) }
    var screen: PrintedText = "\(say(feedback.subject.title))"
    if feedback.subject.isFictional { screen += "  [\(say(ReportsWording.fictional))]" }
    screen += "\n\(say(FeedbackWording.kind))\n"
    if let round = feedback.round {
      screen += "\(label(FeedbackWording.round))\(say(round.title))"
      if let period = round.period { screen += "  \(period)" }
      screen += "\n"
    }
    for own in feedback.own {
      let grade = TextIndex.grade(own.verdict, in: language)
      screen +=
        "\(label(FeedbackWording.ownResult))\(say(own.rubric))  \(own.verdict.score?.text ?? "—")  \(grade)\n"
    }
    screen += "\(say(FeedbackWording.count(feedback)))\n"

    if let followUps = feedback.followUps {
      screen +=
        "\n\(label(FeedbackWording.earlierAdvice))\(say(FeedbackWording.followed(followUps)))\n"
      for line in followUps {
        screen += "  - \(say(line.advice))  (\(say(FeedbackWording.state(line))))\n"
        if let says = line.says { screen += "    → \(say(says))\n" }
      }
    }

    screen += "\n\(say(FeedbackWording.costs))\n"
    if feedback.costs.isEmpty {
      screen += "  \(say(FeedbackWording.nothingOwed))\n"
    } else {
      screen += "  \(say(FeedbackWording.sum(feedback)))\n"
      for cost in feedback.costs {
        let points = "\(cost.cost.text) / \(cost.points)"
        screen +=
          "  - \(label(cost.title))\(say(cost.itemTitle))  \(points)  \(say(FeedbackWording.kind(cost)))\n"
        for duty in cost.duties { screen += "    → \(say(duty.title ?? Wording(duty.item)))\n" }
        for sentence in cost.missing { screen += "    → \(say(sentence))\n" }
      }
    }

    if let advice = feedback.advice {
      screen += "\n\(say(FeedbackWording.adviceOfPanels))\n"
      for line in advice {
        let item = line.itemTitle.map { ", \(say($0))" } ?? ""
        screen += "  - \(say(line.says))  (\(say(line.title))\(item), \(line.by))\n"
      }
    }

    for synthesis in feedback.syntheses {
      screen += "\n\(label(synthesis.title))\(say(FeedbackWording.synthesis(synthesis)))\n"
      for fault in synthesis.faults {
        screen +=
          "  - \(say(fault.title))  \(say(FeedbackWording.share(fault)))  \(label(FeedbackWording.lost))\(fault.lost.text)"
        if let excused = FeedbackWording.excused(fault) { screen += "  \(say(excused))" }
        screen += "\n"
        for duty in fault.duties { screen += "    → \(say(FeedbackWording.duty(duty)))\n" }
      }
    }

    if !feedback.unscored.isEmpty {
      screen += "\n\(say(FeedbackWording.unscored))\n"
      for result in feedback.unscored {
        screen +=
          "  - \(label(result.title))\(TextIndex.grade(result.verdict, in: language))\n"
      }
    }
    screen += "\n\(say(FeedbackWording.note))\n"
    return screen.text
  }
}
