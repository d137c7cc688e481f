import Diagnostics
import Formats
import Hengxing
import Rubrics
import ScoreSheets
import Scoring

/// What `new` was asked to write.
enum NewThing {
  case skeleton([SkeletonFile])
  /// A rubric that was read from a score sheet, with what is to be said of it.
  case rubric([SkeletonFile], said: [Wording])
  /// Cases to be ticked, the folder for them where none is given, and what is to be said.
  case tests([SkeletonFile], home: String, said: [Wording])
  /// Workbooks, and the folder for them where none is given.
  case forms([HandedFile], home: String)

  private static let usage =
    "new rubric ID [--from SHEET] | bundle --rubric RUBRIC | round ID --rubric RUBRIC | marks ROUND --role ROLE --assessor NAME | tests RUBRIC"
  private static let mostSubjects = 10_000

  var said: [Wording] {
    switch self {
    case .rubric(_, let said), .tests(_, _, let said): said
    case .skeleton, .forms: []
    }
  }

  func write(
    to folder: String?, replacing: Bool, into diagnostics: inout Diagnostics
  ) -> [String]? {
    switch self {
    case .skeleton(let files), .rubric(let files, _):
      NewFiles.write(files, to: folder ?? ".", replacing: replacing, into: &diagnostics)
    case .tests(let files, let home, _):
      NewFiles.write(files, to: folder ?? home, replacing: replacing, into: &diagnostics)
    case .forms(let files, let home):
      diagnostics.hasErrors
        ? nil
        : NewFiles.write(
          files.map { ($0.path, $0.bytes) }, to: folder ?? home, replacing: replacing,
          into: &diagnostics)
    }
  }

  /// - Returns: nothing where it cannot be made; that was reported.
  static func wanted(
    by invocation: Invocation, into diagnostics: inout Diagnostics
  ) throws(UsageMistake) -> (NewThing?, Language) {
    let words = invocation.arguments
    if invocation.has("from"), words.first != "rubric" { throw .fromIsForRubrics }
    switch (words.first, words.count) {
    case ("rubric", 2):
      let language = invocation.language ?? .zh
      guard isIdentifier(words[1]) else { throw .notAnID(words[1]) }
      if let sheet = invocation.value("from") {
        return (rubric(words[1], from: sheet, invocation, into: &diagnostics), language)
      }
      return (.skeleton(RubricSkeleton.files(id: words[1], language: language)), language)
    case ("bundle", 1): return try bundle(invocation, into: &diagnostics)
    case ("round", 2): return try round(words[1], invocation, into: &diagnostics)
    case ("marks", 2): return try marks(words[1], invocation, into: &diagnostics)
    case ("tests", 2): return tests(words[1], invocation, into: &diagnostics)
    default: throw .missingArgument(usage)
    }
  }

  private static func rubric(
    _ id: String, from sheet: String, _ invocation: Invocation,
    into diagnostics: inout Diagnostics
  ) -> NewThing? {
    guard let answers = SheetAnswers.read(invocation.value("confirmed"), into: &diagnostics),
      !diagnostics.hasErrors,
      let written = ScoreSheet.read(sheet, id: id, confirmed: answers, into: &diagnostics)
    else { return nil }
    return .rubric(written.flatMap(SheetAnswers.files), said: written.map(NewWording.read))
  }

  private static func tests(
    _ path: String, _ invocation: Invocation, into diagnostics: inout Diagnostics
  ) -> (NewThing?, Language) {
    let rubric = NewFiles.rubric(path, into: &diagnostics)
    let language = invocation.language ?? rubric?.language ?? .zh
    guard let rubric, !diagnostics.hasErrors,
      let ticks = SheetAnswers.ticks(invocation.value("confirmed"), into: &diagnostics),
      !diagnostics.hasErrors
    else { return (nil, language) }
    let made = NewTests.files(
      for: rubric, at: path, ticks: ticks, to: invocation.value("out"), into: &diagnostics)
    return (
      .tests(
        made.files, home: Files.path("", besides: path),
        said: [NewWording.tests(made.cases, ticks)]),
      language
    )
  }

  private static func bundle(
    _ invocation: Invocation, into diagnostics: inout Diagnostics
  ) throws(UsageMistake) -> (NewThing?, Language) {
    guard let path = invocation.value("rubric") else {
      throw .missingArgument("new bundle --rubric RUBRIC")
    }
    let rubric = NewFiles.rubric(path, into: &diagnostics)
    let language = invocation.language ?? rubric?.language ?? .zh
    guard let rubric else { return (nil, language) }
    guard invocation.has("xlsx") else {
      return (.skeleton(BundleSkeleton(for: rubric, language: language).files), language)
    }
    return (
      .forms(NewForms.bundle(for: rubric, language: language, into: &diagnostics), home: "."),
      language
    )
  }

  private static func round(
    _ id: String, _ invocation: Invocation, into diagnostics: inout Diagnostics
  ) throws(UsageMistake) -> (NewThing?, Language) {
    guard let path = invocation.value("rubric") else {
      throw .missingArgument("new round ID --rubric RUBRIC")
    }
    guard isIdentifier(id) else { throw .notAnID(id) }
    let count = try number(invocation.value("count"), in: 1...mostSubjects, "count")
    let year = try number(invocation.value("year"), in: 1950...2999, "year") ?? 2024
    let rubric = NewFiles.rubric(path, into: &diagnostics)
    let language = invocation.language ?? rubric?.language ?? .zh
    guard let rubric else { return (nil, language) }
    let rubricPath = Files.path(of: path, seenFrom: invocation.value("out") ?? ".")
    guard invocation.has("xlsx") else {
      return (
        .skeleton(
          RoundSkeleton.files(
            id: id, rubric: rubric, rubricPath: rubricPath, language: language)), language
      )
    }
    let kind = rubric.subject.kind
    let list = invocation.value("list").map {
      SubjectList.read($0, kind: kind, into: &diagnostics)
    }
    guard let subjects = list ?? SubjectList.numbered(count ?? 1, kind: kind) else {
      return (nil, language)
    }
    return (
      .forms(
        NewForms.round(
          id: id, rubric: rubric, rubricPath: rubricPath, subjects: subjects, year: year,
          language: language, into: &diagnostics), home: "."), language
    )
  }

  private static func marks(
    _ path: String, _ invocation: Invocation, into diagnostics: inout Diagnostics
  ) throws(UsageMistake) -> (NewThing?, Language) {
    let assessors = invocation.values(of: "assessor")
      .flatMap { $0.split { ",，、".contains($0) } }.map { HeaderName.shown(String($0)) }
      .filter { !$0.isEmpty }
    guard let role = invocation.value("role"), !assessors.isEmpty else {
      throw .missingArgument("new marks ROUND --role ROLE --assessor NAME")
    }
    let file = Files.isFolder(path) ? Files.joined(path, "round.yaml") : path
    let forms = RoundForms(file, into: &diagnostics)
    let language = invocation.language ?? forms?.language ?? .zh
    guard let forms else { return (nil, language) }
    var seen: Set<String> = []
    let files = forms.marks(
      by: assessors.filter { seen.insert($0).inserted }, role: role,
      stage: invocation.value("stage"), into: &diagnostics)
    // Beside the round, where `collect` looks who was asked.
    return (files.isEmpty ? nil : .forms(files, home: Files.path("", besides: file)), language)
  }

  private static func number(
    _ text: String?, in range: ClosedRange<Int>, _ option: String
  ) throws(UsageMistake) -> Int? {
    guard let text else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw UsageMistake(
        wording: Wording(
          en:
            "`--\(option)` takes a whole number from \(range.lowerBound) to \(range.upperBound)",
          zh: "`--\(option)` 须为 \(range.lowerBound) 到 \(range.upperBound) 之间的整数"))
    }
    return number
  }
}
