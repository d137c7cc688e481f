import Diagnostics
import Hengxing
import Reports
import Rubrics

extension Verb {
  static let explain = Verb(
    "explain",
    Wording(
      en: "from a result down to the cells, or from a file up to its points",
      zh: "从结果追到单元格，或从文件追到它支撑的分数"
    ),
    synopsis: "RESULT [ITEM | FILE], or RESULTS.jsonl SUBJECT [ITEM | FILE]",
    options: [.format(["text", "json"])],
    example: "hengxing explain out/first-steps/station/result.json certified"
  ) { invocation, terminal in
    if let path = invocation.arguments.first, path.hasSuffix(".jsonl") {
      return explain(path, Array(invocation.arguments.dropFirst()), invocation, on: terminal)
    }
    guard let path = invocation.arguments.first, invocation.arguments.count <= 2 else {
      return Program.complain(
        .missingArgument("explain RESULT [ITEM | FILE]"), verb: "explain",
        in: invocation.language ?? .en, on: terminal
      )
    }
    var diagnostics = Diagnostics()
    let file = Files.isFolder(path) ? Files.joined(path, "result.json") : path
    let report = Files.text(file, as: .evidence, into: &diagnostics).flatMap {
      ReportJSON.read($0.source, into: &diagnostics)
    }
    let language = invocation.language ?? report?.rubric.language ?? .en
    let screen = Screen(terminal: terminal, language: language)
    guard let report else {
      screen.show(diagnostics)
      return .unreadable
    }
    let wanted = invocation.arguments.dropFirst().first
    return show(report, wanted, invocation, screen)
  }

  /// One subject of a portfolio, scored again from its files.
  private static func explain(
    _ path: String, _ arguments: [String], _ invocation: Invocation, on terminal: Terminal
  ) -> ExitCode {
    guard let subject = arguments.first, arguments.count <= 2 else {
      return Program.complain(
        .missingArgument("explain RESULTS.jsonl SUBJECT [ITEM | FILE]"), verb: "explain",
        in: invocation.language ?? .en, on: terminal)
    }
    var diagnostics = Diagnostics()
    let results = ResultsFile(path)
    if results == nil {
      diagnostics.report(Files.exists(path) ? .notResults(path) : .missingFile(path))
    }
    let report = results.flatMap {
      SubjectRun.report(of: subject, in: $0, engine: Program.version, into: &diagnostics)
    }
    let language = invocation.language ?? results?.header.rubric.language ?? .en
    let screen = Screen(terminal: terminal, language: language)
    screen.show(diagnostics)
    guard let report else {
      let isUnknown = diagnostics.meanings.contains(.noSuchSubject)
      return isUnknown ? .faults : .unreadable
    }
    let code = show(report, arguments.dropFirst().first, invocation, screen)
    return code == .done && diagnostics.hasErrors ? .faults : code
  }

  private static func show(
    _ report: Report, _ wanted: String?, _ invocation: Invocation, _ screen: Screen
  ) -> ExitCode {
    if invocation.value("format") == "json" {
      screen.terminal.write(ReportJSON.print(report))
      return .done
    }
    let explanation = TextExplanation(report, in: screen.language)
    guard let wanted else {
      screen.terminal.write(explanation.overview())
      return .done
    }
    guard let text = explanation.item(wanted) ?? explanation.file(wanted) else {
      let items = explanation.itemNames
      // What is near to what was typed, or else everything there is.
      let near = Set(namesNear(wanted, in: items.flatMap { [$0.id, $0.title] }))
      let meant = items.filter { near.contains($0.id) || near.contains($0.title) }
      return Program.complain(
        .nothingToExplain(wanted, items: meant.isEmpty ? items : meant), verb: "explain",
        in: screen.language, on: screen.terminal)
    }
    screen.terminal.write(text)
    return .done
  }
}
