import Diagnostics
import Hengxing

extension Verb {
  static let papers = Verb(
    "papers",
    Wording(
      en: "write Word documents from results: report, notices, certificate, lists (in Chinese)",
      zh: "把结果写成 Word 文件：评估报告、整改通知书、证明、催办、公示名单、汇总报告"
    ),
    synopsis: "RESULT | OUT [--to DIR] [--force]",
    options: [
      Option(
        "to", .value("DIR"),
        Wording(
          en: "folder to write to (default: `papers` beside the result)",
          zh: "写到哪个文件夹（默认为结果旁的 `papers`）")),
      Option(
        "force", .flag,
        Wording(en: "replace papers that stand there", zh: "替换那里已有的文件")),
      .strict,
    ],
    example: "hengxing papers out/first-round --to out/papers"
  ) { invocation, terminal in
    guard let path = invocation.arguments.first, invocation.arguments.count == 1 else {
      return Program.complain(
        .missingArgument("papers RESULT"), verb: "papers", in: invocation.language ?? .en,
        on: terminal)
    }
    var diagnostics = Diagnostics()
    guard let results = FoundResults(at: path, into: &diagnostics) else {
      Screen(terminal: terminal, language: invocation.language ?? .en).show(diagnostics)
      return .unreadable
    }
    var writer = PaperWriter(
      results, to: invocation.value("to") ?? Files.joined(results.root, "papers"),
      replaces: invocation.has("force"))
    writer.write(terminal.unfinished)
    let screen = Screen(
      terminal: terminal, language: invocation.language ?? writer.language ?? .en)
    screen.show(writer.diagnostics)
    for path in writer.written { terminal.write(TextEscape.line(path) + "\n") }
    return writer.isRefused
      ? .unreadable : screen.code(for: writer.diagnostics, strict: invocation.has("strict"))
  }
}
