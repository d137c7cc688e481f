import Diagnostics
import Hengxing
import Papers
import Platform
import Reports
import Scoring

extension Verb {
  static let run = Verb(
    "run",
    Wording(
      en: "score a round: a report for every subject and a recommended decision",
      zh: "给一轮评估计分：每个对象一份报告和一条建议"
    ),
    synopsis: "ROUND --out DIR",
    options: [
      Option("out", .value("DIR"), Wording(en: "folder of the reports", zh: "报告文件夹")),
      Option(
        "mode", .choice(["self", "final"]),
        Wording(
          en:
            "self: before the deadline, intervals while things are missing; final: the files are closed (default)",
          zh: "self：截止之前，材料未齐时给区间；final：按材料截止计（默认）")
      ),
      Option(
        "public", .flag,
        Wording(
          en:
            "only the edition for the public: no people, no single marks, nothing under inquiry; says what changed since the last in the same folder",
          zh: "只写公示版：不含个人、单个评分和未查实的事项；同一文件夹里有上次公示的，写明变化")
      ),
      Option(
        "papers", .flag,
        Wording(
          en:
            "also the papers that people sign (in Chinese), working papers with the calculation as formulas, and a table of the round, in `papers` below the folder",
          zh: "同时写出要签字的文书、写成公式的算分底稿和全轮汇总表，放在该文件夹的 `papers` 里")
      ),
      .format(["text", "json"]), .strict,
    ],
    example: "hengxing run samples/first-steps/round.yaml --out out/first-steps"
  ) { invocation, terminal in
    guard let path = invocation.arguments.first, invocation.arguments.count == 1,
      let folder = invocation.value("out")
    else {
      return Program.complain(
        .missingArgument("run ROUND --out DIR"), verb: "run", in: invocation.language ?? .en,
        on: terminal
      )
    }
    var diagnostics = Diagnostics()
    var options = Pipeline.Options(engine: Program.version)
    options.threads = Processors.count
    options.mode = invocation.value("mode").flatMap(ScoringMode.init(rawValue:)) ?? .final
    options.makesWorkbooks = invocation.has("papers") && !invocation.has("public")
    let result = Pipeline.run(path, options, into: &diagnostics)
    let language = invocation.language ?? result?.index.language ?? .zh
    let screen = Screen(terminal: terminal, language: language)
    guard let result else {
      screen.show(diagnostics)
      return diagnostics.meanings.contains(.unreadable) ? .unreadable : .faults
    }
    screen.show(diagnostics)
    screen.show(evidence: result.evidence)
    do throws(OutputFolder.Failure) {
      if invocation.has("public") {
        try RoundFiles.write(
          public: result, since: RoundFiles.lastEdition(in: folder), to: folder,
          language: language, unfinished: terminal.unfinished)
      } else {
        try RoundFiles.write(
          result, to: folder, language: language, threads: options.threads,
          papers: invocation.has("papers") ? .pack : nil, unfinished: terminal.unfinished)
      }
    } catch {
      return screen.complain(error, about: folder)
    }
    if invocation.value("format") == "json" {
      terminal.write(ReportJSON.print(result.index))
    } else {
      terminal.write(TextIndex.print(result.index, in: language))
      screen.say(CommandsWording.reportsLie(in: folder))
    }
    let isOpen = result.reports.contains {
      !$0.report.missing.isEmpty || $0.report.verdict.status == .notHandedIn
    }
    let hasFaults = result.evidence.contains { $0.severity == .error }
    if diagnostics.hasErrors || hasFaults || result.hasRejections { return .faults }
    return invocation.has("strict") && (isOpen || !diagnostics.isEmpty || !result.evidence.isEmpty)
      ? .faults : .done
  }
}

extension PaperSource {
  /// The Word documents.
  fileprivate static var pack: PaperSource {
    PaperSource(
      about: { report in PaperPack.papers(about: report).map { ($0.name, $0.bytes) } },
      aboutRound: { reports in
        PaperPack.papers(about: reports.map { Brief($0) }).map { ($0.name, $0.bytes) }
      })
  }
}

extension Screen {
  /// More than this nobody reads on a screen; every report has its own.
  private static let mostEvidence = 40

  /// Prints what was found in the evidence of many subjects, and how much more there is.
  func show(evidence: [Diagnostic]) {
    var shown = Diagnostics()
    for diagnostic in evidence.prefix(Self.mostEvidence) { shown.report(diagnostic) }
    show(shown)
    let more = evidence.count - shown.all.count
    if more > 0 { terminal.complain(CommandsWording.more(more).text(in: language) + "\n\n") }
  }

  func complain(_ failure: OutputFolder.Failure, about folder: String) -> ExitCode {
    var diagnostics = Diagnostics()
    switch failure {
    case .notOurs: diagnostics.report(.notOurFolder(folder))
    case .foreign(let files): diagnostics.report(.filesInTheWay(files, in: folder))
    case .refused(let reason): diagnostics.report(.cannotWrite(folder, reason))
    }
    show(diagnostics)
    return .unreadable
  }
}
