import Diagnostics
import Formats
import TestSupport
import Testing

@testable import Rubrics

@Suite(.timed) struct SkeletonTests {
  @Test(arguments: Language.allCases)
  func aNewRubricHasNoDiagnostic(language: Language) throws {
    let files = RubricSkeleton.files(id: "mine", language: language)
    let (rubric, diagnostics) = CheckerTests.check(files[0].text)
    #expect(rubric?.id == "mine")
    #expect(diagnostics.all.map(\.code) == [])
    var found = Diagnostics()
    let node = YAMLReader.read(SourceText(files[1].text, path: files[1].path), into: &found)
    let tests = node.flatMap { RubricTestSyntax.read($0, into: &found) }
    #expect(tests?.cases.count == 2)
    #expect(found.isEmpty)
  }

  @Test(arguments: Language.allCases)
  func aNewBundleAsksForEverythingOnce(language: Language) throws {
    let rubric = try #require(CheckerTests.check(CheckerTests.base).rubric)
    let files = BundleSkeleton(for: rubric, language: language).files
    let all = files.map { "=== \($0.path)\n\($0.text)" }.joined()
    try expectGolden(all, "bundle-skeleton.\(language.rawValue).txt")
  }

  @Test func aNewRoundIsReadableYAML() throws {
    let rubric = try #require(CheckerTests.check(CheckerTests.base).rubric)
    let files = RoundSkeleton.files(
      id: "first", rubric: rubric, rubricPath: "../everything.yaml", language: .en)
    for file in files where file.path.hasSuffix(".yaml") {
      var diagnostics = Diagnostics()
      let node = YAMLReader.read(SourceText(file.text, path: file.path), into: &diagnostics)
      #expect(node?.mapping != nil)
      #expect(diagnostics.isEmpty)
    }
    try expectGolden(files[0].text, "round-skeleton.txt")
  }

  @Test func aNewRoundNamesTheRubricsWhoseResultsAreTakenOver() throws {
    let text = CheckerTests.base.replacing(
      "from: town, take: score", with: "from: round, take: score")
    let rubric = try #require(CheckerTests.check(text).rubric)
    let files = RoundSkeleton.files(
      id: "first", rubric: rubric, rubricPath: "../everything.yaml", language: .en)
    #expect(files[0].text.contains("# rubric: [everything, town-duty]"))
  }
}
