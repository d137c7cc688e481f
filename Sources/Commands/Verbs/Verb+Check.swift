import Diagnostics
import Hengxing
import Papers
import Reports
import Rubrics
import Values

extension Verb {
  static let check = Verb(
    "check",
    Wording(
      en: "read rubrics, policies, rounds and bundles, and tell every mistake",
      zh: "检查细则、政策、评估轮次和证据包，列出全部问题"
    ),
    synopsis: "PATH…",
    options: [
      Option(
        "print", .flag,
        Wording(
          en: "print rubrics as the table that people sign (text, html, docx or xlsx)",
          zh: "把细则打印成可供签字的表格（text、html、docx 或 xlsx）"
        )
      ),
      .format(["text", "json", "sarif", "html", "docx", "xlsx"]),
      Option(
        "out", .value("DIR"),
        Wording(
          en: "folder to write documents and workbooks to (default: here)",
          zh: "Word、Excel 文件写到哪个文件夹（默认当前）")
      ),
      .force, .strict,
    ],
    example: "hengxing check rubrics"
  ) { invocation, terminal in
    guard !invocation.arguments.isEmpty else {
      return Program.complain(
        .missingArgument("check PATH…"), verb: "check", in: invocation.language ?? .en,
        on: terminal
      )
    }
    var inspection = Inspection()
    for path in invocation.arguments { inspection.inspect(path) }
    inspection.finish()
    let screen = Screen(
      terminal: terminal, language: invocation.language ?? inspection.language ?? .en)
    let diagnostics = inspection.diagnostics
    if invocation.has("print") { return printSheets(of: inspection, invocation, screen) }
    switch invocation.value("format") {
    case "json": terminal.write(DiagnosticsJSON.print(diagnostics))
    case "sarif": terminal.write(SARIF.print(diagnostics, version: Program.version))
    case "html", "docx", "xlsx":
      return Program.complain(
        .formatWithoutPrint, verb: "check", in: invocation.language ?? .en, on: terminal)
    default:
      screen.show(diagnostics)
      for sums in inspection.sums {
        screen.say(CheckWording.sums(sums))
        if let line = CheckWording.profile(sums.profile) { screen.say(line) }
      }
      screen.say(CheckWording.summary(inspection))
    }
    if diagnostics.meanings.contains(.unreadable) { return .unreadable }
    if inspection.hasRejections { return .faults }
    return screen.code(for: diagnostics, strict: invocation.has("strict"))
  }
}

/// Rubrics as tables to sign; what is wrong with them stands on standard error.
private func printSheets(
  of inspection: Inspection, _ invocation: Invocation, _ screen: Screen
) -> ExitCode {
  screen.show(inspection.diagnostics)
  if inspection.rubrics.isEmpty, !inspection.diagnostics.hasErrors {
    screen.terminal.complain(CheckWording.nothingToPrint.text(in: screen.language) + "\n")
  }
  let isFile = ["docx", "xlsx"].contains(invocation.value("format"))
  if isFile, !inspection.rubrics.isEmpty {
    guard writeSheets(of: inspection, invocation, screen) else { return .faults }
  }
  for rubric in inspection.rubrics where !isFile {
    let sheet = SheetBuilder.build(rubric)
    let language = invocation.language ?? rubric.language
    switch invocation.value("format") {
    case "html": screen.terminal.write(HTMLSheet.print(sheet, in: language))
    default: screen.terminal.write(TextSheet.print(sheet, in: language))
    }
  }
  if inspection.diagnostics.meanings.contains(.unreadable) {
    return .unreadable
  }
  return inspection.rubrics.isEmpty
    ? .faults : screen.code(for: inspection.diagnostics, strict: invocation.has("strict"))
}

/// Rubrics as documents or workbooks, one each, where nothing stands yet.
private func writeSheets(
  of inspection: Inspection, _ invocation: Invocation, _ screen: Screen
) -> Bool {
  var diagnostics = Diagnostics()
  let papers = inspection.rubrics.map { rubric in
    SheetPaper(SheetBuilder.build(rubric), in: invocation.language ?? rubric.language)
  }
  let isWorkbook = invocation.value("format") == "xlsx"
  let files = papers.compactMap { paper -> (path: String, bytes: [UInt8])? in
    guard isWorkbook else { return (paper.name, paper.bytes) }
    return HandedFile(paper.workbookName, paper.workbook, into: &diagnostics).map {
      ($0.path, $0.bytes)
    }
  }
  let written =
    diagnostics.hasErrors
    ? nil
    : NewFiles.write(
      files, to: invocation.value("out") ?? ".", replacing: invocation.has("force"),
      into: &diagnostics)
  screen.show(diagnostics)
  for path in written ?? [] { screen.terminal.write(path + "\n") }
  return written != nil
}

enum CheckWording {
  static let nothingToPrint = Wording(
    en:
      "nothing to print: only rubrics have a table that people sign, and there is none among these files",
    zh: "没有可打印的内容：只有细则能打印成供签字的表格，这些文件里没有细则")

  static func sums(_ sums: Inspection.Sums) -> Wording {
    let conventions = sums.conventions
    let figures = sums.figuresWithoutBasis
    return Wording(
      en: """
        \(sums.rubric) \(sums.edition): \(count(sums.items, "item")), \(sums.points) points; \
        sourced: condition \(sums.sourcedRule), value \(sums.sourcedPoints)\
        \(conventions == 0 ? "" : "; \(count(conventions, "input")) where empty counts as a value")\
        \(figures == 0 ? "" : "; \(count(figures, "figure")) without a basis")
        """,
      zh: """
        \(sums.rubric) \(sums.edition)：\(sums.items) 项指标，\(sums.points) 分；\
        条件有出处 \(sums.sourcedRule) 分，分值有出处 \(sums.sourcedPoints) 分\
        \(conventions == 0 ? "" : "；\(conventions) 项输入把空格当作一个值")\
        \(figures == 0 ? "" : "；\(figures) 个中间数未注明依据")
        """
    )
  }

  /// What the points measure, and what has to be handed in for them.
  ///
  /// - Returns: `nil` where no item says what it measures and no document is asked for.
  static func profile(_ profile: RubricProfile) -> Wording? {
    guard profile.unmeasured != profile.points || profile.requests > 0 else { return nil }
    let words: [Measure: (String, String)] = [
      .input: ("input", "投入"), .process: ("process", "过程"), .output: ("output", "产出"),
      .outcome: ("outcome", "成效"), .voice: ("voice", "评价"),
    ]
    var en: [String] = []
    var zh: [String] = []
    for (measure, points) in profile.byMeasure where !points.isZero {
      en.append("\(words[measure]?.0 ?? "") \(points)")
      zh.append("\(words[measure]?.1 ?? "") \(points)")
    }
    if !profile.unmeasured.isZero {
      en.append("not said \(profile.unmeasured)")
      zh.append("未注明 \(profile.unmeasured)")
    }
    en = ["measures \(en.joined(separator: ", "))", "on paper only \(profile.onPaper)"]
    zh = ["衡量：\(zh.joined(separator: "，"))", "只看材料 \(profile.onPaper) 分"]
    if profile.requests > 0 {
      en.append(
        "\(count(profile.documentsAsked, "kind")) of documents, asked for \(count(profile.requests, "time"))"
      )
      zh.append("\(profile.documentsAsked) 种材料，被指标引用 \(profile.requests) 次")
      if profile.askedAgain > 0 {
        en.append("\(profile.askedAgain) of them shared, to be handed in once")
        zh.append("其中 \(profile.askedAgain) 种多项共用，交一次即可")
      }
    }
    return Wording(
      en: "  " + en.joined(separator: "; "), zh: "  " + zh.joined(separator: "；"))
  }

  private static func count(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }

  static func summary(_ inspection: Inspection) -> Wording {
    let errors = inspection.diagnostics.errorCount
    let warnings = inspection.diagnostics.all.count { $0.severity == .warning }
    return Wording(
      en:
        "\(count(inspection.fileCount, "file")), \(count(errors, "error")), \(count(warnings, "warning"))",
      zh: "\(inspection.fileCount) 个文件，\(errors) 个错误，\(warnings) 个警告"
    )
  }
}
