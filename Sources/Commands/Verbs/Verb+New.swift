import Diagnostics
import Hengxing
import Rubrics

extension Verb {
  static let new = Verb(
    "new",
    Wording(
      en: "write a commented skeleton of a rubric, a bundle or a round",
      zh: "写出细则、证据包或一轮评估的骨架，带说明"
    ),
    synopsis: "rubric ID | bundle --rubric RUBRIC | round ID --rubric RUBRIC  [--out DIR]",
    options: [
      Option("rubric", .value("RUBRIC"), Wording(en: "the rubric to make it for", zh: "所用的评分细则")),
      Option(
        "out", .value("DIR"), Wording(en: "folder to write to (default: here)", zh: "写到哪个文件夹")),
    ],
    example: "hengxing new bundle --rubric rubrics/haining-process.yaml --out out/new-bundle"
  ) { invocation, terminal in
    var diagnostics = Diagnostics()
    do throws(UsageMistake) {
      let (files, language) = try skeleton(invocation, into: &diagnostics)
      let screen = Screen(terminal: terminal, language: language)
      let written = files.flatMap {
        NewFiles.write($0, to: invocation.value("out") ?? ".", into: &diagnostics)
      }
      screen.show(diagnostics)
      guard let written else {
        return diagnostics.meanings.contains(.unreadable) ? .unreadable : .faults
      }
      for path in written { terminal.write(path + "\n") }
      return .done
    } catch {
      return Program.complain(error, verb: "new", in: invocation.language ?? .en, on: terminal)
    }
  }

  private static func skeleton(
    _ invocation: Invocation,
    into diagnostics: inout Diagnostics
  ) throws(UsageMistake) -> ([SkeletonFile]?, Language) {
    let words = invocation.arguments
    let path = invocation.value("rubric")
    switch (words.first, words.count) {
    case ("rubric", 2):
      let language = invocation.language ?? .zh
      guard isIdentifier(words[1]) else { throw .notAnID(words[1]) }
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

extension UsageMistake {
  static func notAnID(_ text: String) -> UsageMistake {
    UsageMistake(
      wording: Wording(
        en: "`\(text)` is no id: letters, digits, `_`, `-` and `.` only",
        zh: "`\(text)` 不能用作标识：只能有字母、数字、`_`、`-`、`.`"
      )
    )
  }
}
