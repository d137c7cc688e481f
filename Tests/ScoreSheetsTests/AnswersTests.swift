import Diagnostics
import Foundation
import TestSupport
import Testing
import Values

@testable import ScoreSheets

@Suite(.timed) struct AnswersTests {
  private func read(_ answers: [[String]]) -> (ScoreSheet.Written?, Diagnostics) {
    var diagnostics = Diagnostics()
    // The question in the other language is nobody's key.
    let filled = answers.map { Array($0.prefix(3)) + [""] + $0.dropFirst(3) }
    let rows = ([Answers.heads] + filled).map { (place: Place.file("answers.csv"), cells: $0) }
    let given = Answers(rows: rows, into: &diagnostics)
    let path = SheetTests.folder.appending(path: "project.xlsx").path
    return (
      ScoreSheet.read(path, id: "project", confirmed: given, into: &diagnostics)?.first, diagnostics
    )
  }

  @Test func aYesClosesItsQuestionAndNoOther() throws {
    let open = try #require(read([]).0)
    let (written, diagnostics) = read([["item-2-3", "满意度", "含不含正好 90%？（暂按含）", " 含 "]])
    #expect(diagnostics.isEmpty)
    #expect(written?.questionCount == open.questionCount - 1)
    #expect(written?.text.contains("at least: {90: 20, 80: 15}") == true)
  }

  @Test func aLineThatDoesNotBelongIsMoved() throws {
    let (written, _) = read([["item-2-3", "满意度", "含不含正好 90%？（暂按含）", "不含"]])
    #expect(written?.text.contains(#"lines: {"> 90": 20, "[80..90]": 15, "< 80": 0}"#) == true)
    // The words of the sheet stay.
    #expect(written?.text.contains("满意率90%以上得20分") == true)
  }

  @Test func otherWordsStayWithTheirQuestion() throws {
    let (written, _) = read([["item-1-2", "人员配备", "不足一人的怎么算？（暂按不计）", "半职按半人"]])
    #expect(written?.text.contains("不足一人的怎么算？（暂按不计）（答复：半职按半人；请改写规则）") == true)
  }

  @Test func anAnswerToNothingIsTold() throws {
    let (_, diagnostics) = read([["item-9-9", "", "还有什么？", "没有"]])
    #expect(diagnostics.all.map(\.code) == ["answers-nothing"])
  }

  @Test func twoDifferentAnswersLeaveTheirQuestionOpen() throws {
    let open = try #require(read([]).0)
    let question = "含不含正好 90%？（暂按含）"
    let (written, diagnostics) = read([
      ["item-2-3", "满意度", question, "含"], ["item-2-3", "满意度", question, "不含"],
      ["item-2-3", "满意度", question, "含"],
    ])
    #expect(diagnostics.all.map(\.code) == ["answers-differ"])
    #expect(written?.text == open.text)
    // The same answer twice is one.
    #expect(read([["item-2-3", "", question, "含"], ["item-2-3", "", question, "含"]]).1.isEmpty)
  }

  @Test func aFileWithoutTheHeadsIsRefused() {
    var diagnostics = Diagnostics()
    _ = Answers(rows: [(Place.file("x.csv"), ["姓名"])], into: &diagnostics)
    #expect(diagnostics.all.map(\.code) == ["no-answers"])
  }
}
