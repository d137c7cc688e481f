import Diagnostics
import FEEL
import Formats
import Values

extension SurveyForm {
  static func read(
    _ record: Record, of item: Record, worth points: Number?, by checker: inout RubricChecker
  ) -> (any ScoringForm)? {
    guard let name = record.scalar("survey") else { return nil }
    guard let index = checker.surveys.firstIndex(where: { $0.name == name.text }) else {
      checker.diagnostics.report(
        .unknownSurvey(name.text, among: checker.surveys.map(\.name), at: name.place))
      return nil
    }
    let columnSlots = checker.surveys[index].columns.indices.map {
      checker.slots.firstIndex(of: .surveyColumn(survey: index, column: $0)) ?? 0
    }
    let row = checker.expressions.adding(
      zip(checker.surveys[index].columns, columnSlots).map {
        Scope.Entry($0.name, $0.shape, slot: $1)
      })
    let scale = checker.pointScale(record, "survey", points)
    guard record.mentions("share") != record.mentions("mean") else {
      checker.diagnostics.report(.surveyStatistic(at: record.keyPlace("survey")))
      return nil
    }
    let statistic: SurveyRule.Statistic?
    if let scalar = record.scalar("share") {
      statistic = row.plan(scalar, expecting: .boolean, into: &checker.diagnostics).map {
        .share($0)
      }
    } else {
      statistic = record.scalar("mean").flatMap {
        row.plan($0, expecting: .number, into: &checker.diagnostics).map { .mean($0) }
      }
    }
    guard let statistic, let scale, let respondents = record.count("respondents") else {
      return nil
    }
    return SurveyForm(
      rule: SurveyRule(
        survey: index, statistic: statistic, respondents: respondents, scale: scale,
        columnSlots: columnSlots))
  }
}
