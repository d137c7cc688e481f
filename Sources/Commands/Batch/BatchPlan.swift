import Diagnostics
import Hengxing
import Reports
import Scoring

/// `batch --explain-plan`: how a rubric is scored over many subjects, without reading any.
enum BatchPlan {
  static func show(
    _ invocation: Invocation, _ terminal: Terminal
  ) throws(UsageMistake) -> ExitCode {
    guard let rubric = invocation.value("rubric"), invocation.arguments.isEmpty else {
      throw .missingArgument("batch --rubric RUBRIC --explain-plan")
    }
    var diagnostics = Diagnostics()
    let mode: ScoringMode = invocation.value("mode") == "self" ? .selfAssessment : .final
    let plan = PortfolioRun.plan(rubric, mode: mode, into: &diagnostics)
    let language = invocation.language ?? plan?.language ?? .en
    Screen(terminal: terminal, language: language).show(diagnostics)
    guard let plan else {
      return diagnostics.meanings.contains(.unreadable) ? .unreadable : .faults
    }
    terminal.write(
      invocation.value("format") == "json"
        ? ReportJSON.print(plan) : TextPlan.print(plan, in: language))
    return .done
  }
}
