import Diagnostics
import Hengxing
import Reports
import Scoring

extension Verb {
  static let score = Verb(
    "score",
    Wording(
      en: "score one bundle, or one subject of a round",
      zh: "给一个证据包，或一轮里的一个对象计分"
    ),
    synopsis: "--rubric RUBRIC BUNDLE, or --round ROUND SUBJECT",
    options: [
      Option("rubric", .value("RUBRIC"), Wording(en: "a rubric file", zh: "评分细则文件")),
      Option(
        "mode", .choice(["self", "final"]),
        Wording(
          en:
            "self: an interval while things are missing (default for a bundle); final: the file is closed (default for a subject of a round)",
          zh: "self：材料未齐时给区间（给证据包计分时默认）；final：按材料截止计（给一轮里的对象计分时默认）"
        )
      ),
      Option(
        "round", .value("ROUND"),
        Wording(
          en:
            "the round it belongs to, with its peers, those below and whose results are taken over",
          zh: "所属的一轮评估：连同同组对象、下级和所引用的结果"
        )),
      Option("out", .value("DIR"), Wording(en: "write the report here too", zh: "同时写出报告")),
      Option(
        "workbook", .value("FILE.xlsx"),
        Wording(
          en:
            "write the working paper: the whole calculation as formulas, checked against the result",
          zh: "写出算分底稿：整个计算过程写成公式，并与结果逐一核对")),
      .format(["text", "json"]), .strict,
    ],
    example:
      "hengxing score --rubric samples/first-steps/first-steps.yaml samples/first-steps/bundles/station"
  ) { invocation, terminal in
    guard let argument = invocation.arguments.first, invocation.arguments.count == 1 else {
      return complain(invocation, on: terminal)
    }
    if let rubric = invocation.value("rubric") {
      return score(argument, by: rubric, invocation, on: terminal)
    }
    guard let round = invocation.value("round") else { return complain(invocation, on: terminal) }
    return score(argument, of: round, invocation, on: terminal)
  }

  private static func complain(_ invocation: Invocation, on terminal: Terminal) -> ExitCode {
    Program.complain(
      .missingArgument("score --rubric RUBRIC BUNDLE"), verb: "score",
      in: invocation.language ?? .en, on: terminal
    )
  }

  private static func options(_ invocation: Invocation, usual: ScoringMode) -> Pipeline.Options {
    var options = Pipeline.Options(engine: Program.version)
    options.mode = invocation.value("mode").flatMap(ScoringMode.init(rawValue:)) ?? usual
    options.makesWorkbooks = invocation.value("workbook") != nil
    return options
  }

  /// A bundle under a rubric.
  private static func score(
    _ bundle: String, by rubric: String, _ invocation: Invocation, on terminal: Terminal
  ) -> ExitCode {
    var diagnostics = Diagnostics()
    let filed = Pipeline.filed(
      bundle, rubric: rubric, round: invocation.value("round"),
      options(invocation, usual: .selfAssessment), into: &diagnostics
    )
    let report = filed?.report
    let language = invocation.language ?? report?.rubric.language ?? .zh
    let screen = Screen(terminal: terminal, language: language)
    screen.show(diagnostics)
    guard let report else { return lacking(diagnostics) }
    if let folder = invocation.value("out") {
      do throws(OutputFolder.Failure) {
        try RoundFiles.write(report, to: folder, unfinished: terminal.unfinished)
      } catch {
        return screen.complain(error, about: folder)
      }
    }
    if let failed = writeWorkbooks([filed?.workbook], invocation, screen) { return failed }
    return show([report], diagnostics, invocation, screen)
  }

  /// A subject of a round, as a run scores it.
  private static func score(
    _ subject: String, of round: String, _ invocation: Invocation, on terminal: Terminal
  ) -> ExitCode {
    var diagnostics = Diagnostics()
    let filed = Pipeline.score(
      subject: subject, ofRound: round, options(invocation, usual: .final), into: &diagnostics)
    let language = invocation.language ?? filed?.first?.report.rubric.language ?? .zh
    let screen = Screen(terminal: terminal, language: language)
    screen.show(diagnostics)
    guard let filed else { return lacking(diagnostics) }
    if let folder = invocation.value("out") {
      do throws(OutputFolder.Failure) {
        try RoundFiles.write(
          filed, about: subject, engine: Program.version, to: folder,
          unfinished: terminal.unfinished)
      } catch {
        return screen.complain(error, about: folder)
      }
    }
    if let failed = writeWorkbooks(filed.map(\.workbook), invocation, screen) { return failed }
    return show(filed.map(\.report), diagnostics, invocation, screen)
  }

  /// Writes the working papers where they are asked for, one file for each rubric.
  ///
  /// - Returns: `nil` where that went well.
  private static func writeWorkbooks(
    _ workbooks: [HandedFile?], _ invocation: Invocation, _ screen: Screen
  ) -> ExitCode? {
    guard let path = invocation.value("workbook") else { return nil }
    let found = workbooks.compactMap(\.self)
    let outputs = OutputFiles(screen.terminal.unfinished)
    do throws(OutputFiles.Failure) {
      for (number, workbook) in found.enumerated() {
        try outputs.write(workbook.bytes, to: numbered(path, number + 1))
      }
      try outputs.finish()
    } catch {
      screen.show(.cannotWrite(error.path, error.reason))
      return .unreadable
    }
    return nil
  }

  /// `a.xlsx`, then `a-2.xlsx`.
  private static func numbered(_ path: String, _ number: Int) -> String {
    guard number > 1 else { return path }
    let suffix = ".xlsx"
    let stem = path.hasSuffix(suffix) ? String(path.dropLast(suffix.count)) : path
    return "\(stem)-\(number)\(suffix)"
  }

  private static func lacking(_ diagnostics: Diagnostics) -> ExitCode {
    diagnostics.meanings.contains(.unreadable) ? .unreadable : .faults
  }

  private static func show(
    _ reports: [Report], _ diagnostics: Diagnostics, _ invocation: Invocation, _ screen: Screen
  ) -> ExitCode {
    if invocation.value("format") == "json" {
      screen.terminal.write(
        reports.count == 1 ? ReportJSON.print(reports[0]) : ReportJSON.print(reports))
    } else {
      screen.terminal.write(
        reports.map { TextReport.print($0, in: screen.language, hasNotices: false) }.joined(
          separator: "\n"))
    }
    if diagnostics.hasErrors || reports.contains(where: { $0.verdict.status == .rejected }) {
      return .faults
    }
    let isOpen = reports.contains { !$0.missing.isEmpty } || !diagnostics.isEmpty
    return invocation.has("strict") && isOpen ? .faults : .done
  }
}
