import Diagnostics
import Foundation
import Hengxing
import Reports
import TestSupport
import Testing

/// The sample in workbooks is the round of the sample in text, to the last point.
@Suite(.timed) struct SampleWorkbooksTests {
  private func run(_ path: String) throws -> RoundResult {
    var found = Diagnostics()
    let file = Places.root.appending(path: "samples/\(path)").path
    let result = Pipeline.run(file, Pipeline.Options(engine: "test"), into: &found)
    #expect(found.all.map(\.code) == [])
    return try #require(result)
  }

  @Test func workbooksGiveTheResultsOfTheSameRoundInText() throws {
    let (books, texts) = (try run("workbooks/round.xlsx"), try run("from-word/round.yaml"))
    #expect(books.evidence.isEmpty)
    #expect(books.reports.count == texts.reports.count)
    for (book, text) in zip(books.reports, texts.reports) {
      #expect(book.report.verdict == text.report.verdict)
      #expect(book.report.subject.isFictional)
      #expect(book.report.sections.map(\.earned) == text.report.sections.map(\.earned))
    }
  }
}
