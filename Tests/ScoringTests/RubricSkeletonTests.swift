import Diagnostics
import Formats
import Rubrics
import TestSupport
import Testing

@testable import Scoring

@Suite(.timed) struct RubricSkeletonTests {
  @Test(arguments: Language.allCases)
  func aNewRubricPassesItsOwnTests(language: Language) throws {
    let files = RubricSkeleton.files(id: "mine", language: language)
    var diagnostics = Diagnostics()
    let rubric = try #require(
      Rubric.read(
        SourceText(files[0].text, path: files[0].path), digest: "", into: &diagnostics))
    let node = try #require(
      YAMLReader.read(SourceText(files[1].text, path: files[1].path), into: &diagnostics))
    let tests = try #require(RubricTestSyntax.read(node, into: &diagnostics))
    _ = RubricTestRunner(rubric).run(tests, into: &diagnostics)
    #expect(diagnostics.all.map(\.headline.en) == [])
  }
}
