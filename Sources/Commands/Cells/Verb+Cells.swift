import Diagnostics
import Workbooks

extension Verb {
  static let cells = Verb(
    "cells",
    Wording(
      en: "show what is read of workbooks (.xlsx), sheet by sheet",
      zh: "显示从工作簿（.xlsx）读到的内容，逐张工作表"
    ),
    synopsis: "FILE…",
    options: [
      Option(
        "lines", .flag,
        Wording(
          en: "every cell, as one line of JSON for each workbook",
          zh: "列出全部单元格，每个工作簿一行 JSON")),
      .strict,
    ],
    example: "hengxing cells docs/examples/workbook.xlsx"
  ) { invocation, terminal in
    let language = invocation.language ?? .en
    guard !invocation.arguments.isEmpty else {
      return Program.complain(
        .missingArgument("cells FILE…"), verb: "cells", in: language, on: terminal)
    }
    let screen = Screen(terminal: terminal, language: language)
    var all = Diagnostics()
    for path in invocation.arguments {
      var diagnostics = Diagnostics()
      if invocation.has("lines") {
        CellLines(screen: screen).show(path, into: &diagnostics)
      } else {
        WorkbookFace(screen: screen).show(path, into: &diagnostics)
      }
      screen.show(diagnostics)
      all.append(diagnostics)
    }
    if all.meanings.contains(.unreadable) { return .unreadable }
    return screen.code(for: all, strict: invocation.has("strict"))
  }
}
