import Diagnostics
import FEEL
import Rubrics
import Scoring
import Values

extension ReportBuilder {
  /// `nil` where the rubric compares nobody, or the subject was not admitted.
  var cohort: Report.CohortFace? {
    guard let rule = rubric.cohort else { return nil }
    guard let result = evaluation.cohort else {
      guard case .notEvaluated = evaluation.status else { return alone(rule) }
      return nil
    }
    let state: Report.CohortFace.State =
      switch result.size {
      case .enough: .enough
      case .maybeFewer: .maybeFewer
      case .fewer: .fewer
      }
    // A number that nothing may be compared with misleads.
    let isCompared = state != .fewer || rule.ifFewer == .compare
    let figures = (isCompared ? result.figures : []).map { figure, value in
      let text = shown(figure, value, among: result.count)
      return Report.CohortFace.Number(
        title: figure.title ?? Wording(figure.name),
        text: figure.unit.map { "\(text) \($0)" } ?? text)
    }
    let means = result.means.map { item, points in
      Report.CohortFace.Number(
        title: ReportsWording.meanOfItem(item.title),
        text: points.map { "\(Self.amountOfItem($0).text) / \(item.points)" } ?? "—")
    }
    return Report.CohortFace(
      state: state,
      members: ReportsWording.members(
        peers: result.peers.map {
          (peersName(rule), rubric.privacy.hidesPeers ? nil : Self.group($0))
        },
        count: result.count.map(Self.span)),
      remark: ReportsWording.size(state, rule), places: result.places.map(line),
      numbers: figures + means)
  }

  private func alone(_ rule: Cohort) -> Report.CohortFace {
    Report.CohortFace(
      state: .alone, members: ReportsWording.comparedWithNobody,
      remark: ReportsWording.size(.alone, rule), places: [], numbers: [])
  }

  /// The fact or the expression that makes peers of those for whom it is the same.
  private func peersName(_ rule: Cohort) -> Wording {
    guard let plan = rule.by else { return Wording("") }
    if case .input(let slot) = plan.step.form, rubric.slots.indices.contains(slot),
      case .fact(let number) = rubric.slots[slot], let title = rubric.facts[number].title
    {
      return title
    }
    return Wording(ValueText.oneLine(plan.passage.text))
  }

  /// A word without the quotes of an expression.
  private static func group(_ value: Value) -> String {
    if case .string(let text) = value { text } else { ValueText.text(value) }
  }

  private func line(_ place: CohortResult.Place) -> Report.CohortFace.Place {
    Report.CohortFace.Place(
      item: place.item.id, title: place.item.title, place: Self.span(place.places),
      among: Self.span(place.among), sharing: place.sharing,
      ties: ReportsWording.ties(place.rule.ties))
  }

  /// The mean of a group is shown where it is large enough, and the least and the greatest are somebody's own.
  private func shown(
    _ figure: Cohort.Figure, _ value: Value, among count: ClosedRange<Int>?
  ) -> String {
    let privacy = rubric.privacy
    let isOwn = !figure.statistic.isStanding && privacy.disclosure(of: figure.value) > .nothing
    let isMean = figure.statistic == .mean && (count?.lowerBound ?? 0) >= privacy.leastRows
    return isOwn && !isMean
      ? ReportsWording.privateValue.text(in: rubric.language) : ValueText.text(value)
  }

  private static func span(_ range: ClosedRange<Int>) -> String {
    range.lowerBound == range.upperBound
      ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
  }
}
