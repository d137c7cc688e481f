import Diagnostics
import Hengxing
import Reports
import Scoring

extension Verb {
  static let score = Verb(
    "score",
    Wording(
      en: "score one bundle; by default what the station may still reach",
      zh: "给一个证据包计分，默认给出自评区间"
    ),
    synopsis: "--rubric RUBRIC BUNDLE",
    options: [
      Option("rubric", .value("RUBRIC"), Wording(en: "a rubric file", zh: "评分细则文件")),
      Option(
        "mode", .choice(["self", "final"]),
        Wording(
          en: "self: an interval while things are missing (default); final: the file is closed",
          zh: "self：材料未齐时给区间（默认）；final：按材料截止计"
        )
      ),
      Option("round", .value("ROUND"), Wording(en: "the round it belongs to", zh: "所属的一轮评估")),
      Option("out", .value("DIR"), Wording(en: "write the report here too", zh: "同时写出报告")),
      .format(["text", "json"]), .strict,
    ],
    example:
      "hengxing score --rubric samples/first-steps/first-steps.yaml samples/first-steps/bundles/station"
  ) { invocation, terminal in
    guard let bundle = invocation.arguments.first, invocation.arguments.count == 1,
      let rubric = invocation.value("rubric")
    else {
      return Program.complain(
        .missingArgument("score --rubric RUBRIC BUNDLE"), verb: "score",
        in: invocation.language ?? .en, on: terminal
      )
    }
    var diagnostics = Diagnostics()
    var options = Pipeline.Options(engine: Program.version)
    options.mode = invocation.value("mode") == "final" ? .final : .selfAssessment
    let report = Pipeline.score(
      bundle, rubric: rubric, round: invocation.value("round"), options, into: &diagnostics
    )
    let language = invocation.language ?? report?.rubric.language ?? .zh
    let screen = Screen(terminal: terminal, language: language)
    screen.show(diagnostics)
    guard let report else {
      return diagnostics.all.contains { $0.code == "unreadable-file" } ? .unreadable : .faults
    }
    if let folder = invocation.value("out") {
      do throws(OutputFolder.Failure) {
        try RoundFiles.write(report, to: folder, unfinished: terminal.unfinished)
      } catch {
        return screen.complain(error, about: folder)
      }
    }
    if invocation.value("format") == "json" {
      terminal.write(ReportJSON.print(report))
    } else {
      terminal.write(TextReport.print(report, in: language, hasNotices: false))
    }
    if diagnostics.hasErrors || report.verdict.status == .rejected { return .faults }
    let isOpen = !report.missing.isEmpty || !diagnostics.isEmpty
    return invocation.has("strict") && isOpen ? .faults : .done
  }
}
