import Diagnostics
import Hengxing
import Reports

extension Verb {
  static let explain = Verb(
    "explain",
    Wording(
      en: "from a result down to the cells, or from a file up to its points",
      zh: "从结果追到单元格，或从文件追到它支撑的分数"
    ),
    synopsis: "RESULT [ITEM | FILE]",
    options: [.format(["text", "json"])],
    example: "hengxing explain out/first-steps/station/result.json certified"
  ) { invocation, terminal in
    guard let path = invocation.arguments.first, invocation.arguments.count <= 2 else {
      return Program.complain(
        .missingArgument("explain RESULT [ITEM | FILE]"), verb: "explain",
        in: invocation.language ?? .en, on: terminal
      )
    }
    var diagnostics = Diagnostics()
    let file = Files.isFolder(path) ? Files.joined(path, "result.json") : path
    let report = Files.text(file, into: &diagnostics).flatMap {
      ReportJSON.read($0.source, into: &diagnostics)
    }
    let language = invocation.language ?? report?.rubric.language ?? .en
    let screen = Screen(terminal: terminal, language: language)
    guard let report else {
      screen.show(diagnostics)
      return .unreadable
    }
    if invocation.value("format") == "json" {
      terminal.write(ReportJSON.print(report))
      return .done
    }
    let explanation = TextExplanation(report, in: language)
    guard invocation.arguments.count == 2 else {
      terminal.write(explanation.overview())
      return .done
    }
    let name = invocation.arguments[1]
    guard let text = explanation.item(name) ?? explanation.file(name) else {
      return Program.complain(
        .nothingToExplain(name, items: explanation.itemIDs), verb: "explain", in: language,
        on: terminal
      )
    }
    terminal.write(text)
    return .done
  }
}
