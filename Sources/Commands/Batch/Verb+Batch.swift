import Diagnostics
import Dispatch
import Formats
import Hengxing
import Reports
import Rubrics
import Scoring

extension Verb {
  static let batch = Verb(
    "batch",
    Wording(
      en: "score a portfolio: many subjects from a file of facts and files of rows",
      zh: "批量计分：从一份事实表和若干数据表给许多对象计分"
    ),
    synopsis: "--rubric RUBRIC [--facts FILE] [--table NAME=FILE]… [--key COLUMN] --out FILE",
    options: Option.batch,
    example:
      "hengxing batch --rubric rubrics/world/uk-food-hygiene.yaml --facts sample.csv --out out/ratings.csv"
  ) { invocation, terminal in
    do throws(UsageMistake) {
      if invocation.has("explain-plan") { return try BatchPlan.show(invocation, terminal) }
      return try Batch(invocation, terminal).run()
    } catch {
      return Program.complain(
        error, verb: "batch", in: invocation.language ?? .en, on: terminal)
    }
  }
}

/// One run of `batch`: what was asked for, and where it goes.
private struct Batch {
  private let terminal: Terminal
  private let language: Language?
  private let isJSON: Bool
  private let out: String
  private let results: String?
  private let save: String?
  private let summaries: [SummaryForm]
  private let groups: [String]
  private let request: PortfolioRun.Request
  private let force: Bool

  init(_ invocation: Invocation, _ terminal: Terminal) throws(UsageMistake) {
    guard let rubric = invocation.value("rubric"), let out = invocation.value("out"),
      invocation.arguments.isEmpty
    else { throw .missingArgument("batch --rubric RUBRIC --facts FILE --out FILE") }
    self.terminal = terminal
    self.out = out
    results = invocation.value("results")
    save = invocation.value("save")
    force = invocation.has("force")
    language = invocation.language
    isJSON = invocation.value("format") == "json"
    var summaries: [SummaryForm] = []
    for path in invocation.values(of: "summary") {
      guard let form = SummaryForm(path) else { throw .notASummary(path) }
      summaries.append(form)
    }
    self.summaries = summaries
    groups = invocation.values(of: "by")
    if summaries.isEmpty, !groups.isEmpty { throw .groupsWithoutSummary }
    var request = PortfolioRun.Request(rubric: rubric)
    request.facts = invocation.value("facts")
    request.countsCells = !summaries.isEmpty
    request.key = invocation.value("key")
    request.kept = invocation.value("from")
    request.without = invocation.values(of: "without").flatMap {
      $0.split { $0 == "," || $0 == "，" || $0 == "、" }.map {
        $0.trimmingPrefix { $0 == " " }.description
      }
    }
    if request.kept != nil {
      let idle = ["facts", "table", "key", "no-fuse", "memory", "columns-missing"].filter(
        invocation.has)
      if let first = idle.first { throw .notWithKept(first) }
    }
    request.reading.mayLackColumns = invocation.has("columns-missing")
    request.options.mode = invocation.value("mode") == "self" ? .selfAssessment : .final
    request.options.withItems = invocation.has("items")
    request.options.withFigures = invocation.has("figures")
    request.options.byteOrderMark = invocation.has("bom")
    if invocation.has("times") {
      request.options.clock = { Int(truncatingIfNeeded: DispatchTime.now().uptimeNanoseconds) }
    }
    request.options.fuses = !invocation.has("no-fuse")
    request.reading.fuses = request.options.fuses
    if let written = invocation.value("memory") {
      guard let size = MemorySize(written) else { throw .notASize(written) }
      request.reading.memory = size.byteCount
    }
    for table in invocation.values(of: "table") {
      guard let equals = table.firstIndex(of: "=") else { throw .notATableOption(table) }
      request.tables.append(
        (String(table[..<equals]), String(table[table.index(after: equals)...]))
      )
    }
    self.request = request
  }

  func run() -> ExitCode {
    var diagnostics = Diagnostics()
    guard wantedOutputs.mayBeWritten(force: force, into: &diagnostics) else {
      return end(diagnostics, Shown(), .unreadable)
    }
    guard let result = scored(into: &diagnostics) else {
      return end(diagnostics, Shown(), .faults)
    }
    var summary: PortfolioSummary?
    if !summaries.isEmpty {
      summary = PortfolioRun.summary(
        of: result, request, by: groups, engine: Program.version, into: &diagnostics)
      guard summary != nil else { return end(diagnostics, Shown(), .faults) }
    }
    var header: ResultsHeader?
    if results != nil {
      header = PortfolioRun.header(
        of: result, request, engine: Program.version, into: &diagnostics)
      guard header != nil else { return end(diagnostics, Shown(), .faults) }
    }
    do throws(OutputFiles.Failure) {
      let files = OutputFiles(terminal.unfinished)
      try files.write(to: out) { (writer) throws(OutputFiles.Failure) in
        for piece in result.outcome.pieces { try writer.append(piece) }
      }
      if let results, let header {
        try PortfolioRun.write(header, result, request, to: results, in: files)
      }
      if let save {
        try files.write(PortfolioRun.kept(result, engine: Program.version), to: save)
      }
      for form in summaries {
        guard let summary, case .file(let path, let kind) = form else { continue }
        try files.write(
          kind.page(of: summary, in: language ?? result.rubric.language), to: path)
      }
      guard PortfolioRun.isUnchanged(result, into: &diagnostics) else {
        return end(diagnostics, Shown(), .unreadable)
      }
      try files.finish()
    } catch {
      diagnostics.report(.cannotWrite(error.path, error.reason))
      return end(diagnostics, Shown(), .unreadable)
    }
    var shown = Shown()
    if summaries.contains(where: \.isScreen) { shown.summary = summary }
    shown.times = result.outcome.times
    shown.language = language ?? result.rubric.language
    let code: ExitCode =
      diagnostics.hasErrors || result.outcome.rejectedCount > 0 ? .faults : .done
    return end(diagnostics, shown, code)
  }

  private var wantedOutputs: WantedOutputs {
    var outputs = [WantedOutputs.Output(option: "out", path: out, form: .lines)]
    if let results { outputs.append(.init(option: "results", path: results, form: .results)) }
    if let save { outputs.append(.init(option: "save", path: save, form: .kept)) }
    for form in summaries {
      if case .file(let path, _) = form {
        outputs.append(.init(option: "summary", path: path, form: .summary))
      }
    }
    return WantedOutputs(outputs, besides: request.inputs)
  }

  /// A person who waits sees how far it has come.
  private func scored(into diagnostics: inout Diagnostics) -> PortfolioRun.Result? {
    let progress = ReadingProgress()
    var request = request
    request.reading.progress = progress
    let bar = ProgressBar(progress, on: terminal, in: language ?? .en)
    defer { bar.end() }
    return PortfolioRun.score(request, into: &diagnostics)
  }

  /// What stands on the screen behind the diagnostics.
  private struct Shown {
    var summary: PortfolioSummary?
    var times: [PartTime] = []
    var language = Language.en
  }

  /// Shows what was found, and what was asked for on the screen.
  private func end(
    _ diagnostics: Diagnostics, _ shown: Shown, _ code: ExitCode
  ) -> ExitCode {
    if isJSON {
      terminal.write(
        DiagnosticsJSON.print(
          diagnostics, summary: shown.summary.map { ReportJSON.json($0) },
          times: shown.times.isEmpty ? nil : TextTimes.json(shown.times)))
    } else {
      Screen(terminal: terminal, language: language ?? .en).show(diagnostics)
      if let summary = shown.summary {
        terminal.write(TextSummary.print(summary, in: shown.language))
      }
      if !shown.times.isEmpty {
        if shown.summary != nil { terminal.write("\n") }
        terminal.write(TextTimes.print(shown.times, in: shown.language))
      }
    }
    let isUnreadable = diagnostics.meanings.contains(.unreadable)
    return code == .faults && isUnreadable ? .unreadable : code
  }
}

/// Where a summary goes, and in which form.
private enum SummaryForm {
  enum Kind {
    case text, json, html

    func page(of summary: PortfolioSummary, in language: Language) -> String {
      switch self {
      case .text: TextSummary.page(summary, in: language)
      case .json: ReportJSON.print(summary)
      case .html: HTMLSummary.print(summary, in: language)
      }
    }
  }

  case screen
  case file(String, Kind)

  /// - Returns: `nil` where the ending says no form.
  init?(_ path: String) {
    if path == "-" {
      self = .screen
    } else if path.hasSuffix(".txt") {
      self = .file(path, .text)
    } else if path.hasSuffix(".json") {
      self = .file(path, .json)
    } else if path.hasSuffix(".html") || path.hasSuffix(".htm") {
      self = .file(path, .html)
    } else {
      return nil
    }
  }

  var isScreen: Bool { if case .screen = self { true } else { false } }
}
