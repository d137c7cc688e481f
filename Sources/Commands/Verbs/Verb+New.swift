import Diagnostics
import Hengxing
import Rubrics
import ScoreSheets

extension Verb {
  static let new = Verb(
    "new",
    Wording(
      en: "write a commented skeleton of a rubric, a bundle or a round",
      zh: "写出细则、证据包或一轮评估的骨架，带说明"
    ),
    synopsis:
      "rubric ID [--from SHEET [--confirmed ANSWERS]] | bundle --rubric RUBRIC | round ID --rubric RUBRIC  [--out DIR]",
    options: [
      Option(
        "from", .value("SHEET"),
        Wording(
          en: "the score sheet to read the rubric from (.xlsx, .docx)",
          zh: "从这份评分表读出细则（.xlsx、.docx）")),
      Option(
        "confirmed", .value("ANSWERS"),
        Wording(
          en: "with `--from`: the sheet of questions, answered (.csv, .xlsx)",
          zh: "与 `--from` 同用：填好答复的确认单（.csv、.xlsx）")),
      Option("rubric", .value("RUBRIC"), Wording(en: "the rubric to make it for", zh: "所用的评分细则")),
      Option(
        "out", .value("DIR"), Wording(en: "folder to write to (default: here)", zh: "写到哪个文件夹")),
      .force,
    ],
    example: "hengxing new bundle --rubric rubrics/haining-process.yaml --out out/new-bundle"
  ) { invocation, terminal in
    var diagnostics = Diagnostics()
    var read: [Wording] = []
    do throws(UsageMistake) {
      if invocation.has("from"), invocation.arguments.first != "rubric" {
        throw .fromIsForRubrics
      }
      let (files, language) = try skeleton(invocation, telling: &read, into: &diagnostics)
      let screen = Screen(terminal: terminal, language: language)
      let written = files.flatMap {
        NewFiles.write(
          $0, to: invocation.value("out") ?? ".", replacing: invocation.has("force"),
          into: &diagnostics)
      }
      screen.show(diagnostics)
      guard let written else {
        return diagnostics.meanings.contains(.unreadable) ? .unreadable : .faults
      }
      for path in written { terminal.write(path + "\n") }
      for line in read { screen.say(line) }
      return .done
    } catch {
      return Program.complain(error, verb: "new", in: invocation.language ?? .en, on: terminal)
    }
  }

  private static func skeleton(
    _ invocation: Invocation, telling read: inout [Wording],
    into diagnostics: inout Diagnostics
  ) throws(UsageMistake) -> ([SkeletonFile]?, Language) {
    let words = invocation.arguments
    let path = invocation.value("rubric")
    switch (words.first, words.count) {
    case ("rubric", 2):
      let language = invocation.language ?? .zh
      guard isIdentifier(words[1]) else { throw .notAnID(words[1]) }
      if let sheet = invocation.value("from") {
        guard let answers = SheetAnswers.read(invocation.value("confirmed"), into: &diagnostics),
          !diagnostics.hasErrors
        else { return (nil, language) }
        let written = ScoreSheet.read(
          sheet, id: words[1], confirmed: answers, into: &diagnostics)
        read = (written ?? []).map(NewWording.read)
        return (written?.flatMap(SheetAnswers.files), language)
      }
      return (RubricSkeleton.files(id: words[1], language: language), language)
    case ("bundle", 1):
      guard let path else { throw .missingArgument("new bundle --rubric RUBRIC") }
      let rubric = NewFiles.rubric(path, into: &diagnostics)
      let language = invocation.language ?? rubric?.language ?? .zh
      return (rubric.map { BundleSkeleton(for: $0, language: language).files }, language)
    case ("round", 2):
      guard let path else { throw .missingArgument("new round ID --rubric RUBRIC") }
      guard isIdentifier(words[1]) else { throw .notAnID(words[1]) }
      let rubric = NewFiles.rubric(path, into: &diagnostics)
      let language = invocation.language ?? rubric?.language ?? .zh
      return (
        rubric.map {
          RoundSkeleton.files(
            id: words[1], rubric: $0,
            rubricPath: Files.path(of: path, seenFrom: invocation.value("out") ?? "."),
            language: language)
        }, language
      )
    default:
      throw .missingArgument("new rubric ID | bundle --rubric RUBRIC | round ID --rubric RUBRIC")
    }
  }
}

enum NewWording {
  /// What was read from a score sheet.
  static func read(_ written: ScoreSheet.Written) -> Wording {
    let unread = written.unreadCount
    return Wording(
      en:
        "\(written.id): \(written.itemCount) items, \(written.points) points, \(written.questionCount) questions to confirm"
        + (unread > 0 ? "; \(unread) standards not understood, left to assessors" : ""),
      zh:
        "\(written.id)：\(written.itemCount) 项指标，\(written.points) 分，\(written.questionCount) 处待确认"
        + (unread > 0 ? "；\(unread) 条标准没有读懂，暂由评委打分" : ""))
  }
}

extension UsageMistake {
  fileprivate static let fromIsForRubrics = UsageMistake(
    wording: Wording(
      en: "`--from` reads a rubric: `hengxing new rubric ID --from SHEET`",
      zh: "`--from` 用来读出细则：`hengxing new rubric 标识 --from 评分表`"))

  static func notAnID(_ text: String) -> UsageMistake {
    UsageMistake(
      wording: Wording(
        en: "`\(text)` is no id: letters, digits, `_`, `-` and `.` only",
        zh: "`\(text)` 不能用作标识：只能有字母、数字、`_`、`-`、`.`"
      )
    )
  }
}
