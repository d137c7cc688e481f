import TestSupport
import Testing

@testable import Formats

/// The look at a text before it is folded never says that a label is none.
@Suite(.timed) struct PlainTextTests {
  private static let labels = Array(TotalLabel.exact.keys) + TotalLabel.suffixes.map { "东镇" + $0.0 }

  @Test func noLabelOfATotalIsMissed() {
    for label in Self.labels {
      #expect(PlainText(label)?.mayBeTotal ?? true, "\(label)")
      #expect(RowLabels.total(label) != nil, "\(label)")
    }
  }

  @Test func noSpellingOfNothingIsMissed() {
    let denied = RowLabels.denials.map { $0 + "投诉" }
    for text in Array(RowLabels.nothings) + denied + RowLabels.spans.map({ $0 + "无" }) {
      #expect(PlainText(text)?.mayBeNothing ?? true, "\(text)")
      #expect(RowLabels.isNothing(text), "\(text)")
      #expect(RowLabels.isNothing("2024 年" + text) || RowLabels.nothings.contains(text), "\(text)")
    }
  }

  @Test func noNoteIsMissed() {
    let notes =
      Array(RowLabels.ends) + RowLabels.keys.map { $0 + "：甲" }
      + RowLabels.starts.filter { $0.first != "*" }.map { $0 + "甲" }
    for note in notes + RowLabels.signatures.map({ $0 + " 甲" }) {
      #expect(PlainText(note)?.mayBeNote ?? true, "\(note)")
      #expect(RowLabels.isNote(note), "\(note)")
    }
  }

  @Test(arguments: [
    "2024-03-01", "12", "3.5", "甲街道第一社区", "个案 12", "Z0017", "小组活动", "服务对象家属",
  ])
  func ordinaryCellsAreKnownAtOnce(text: String) throws {
    let plain = try #require(PlainText(text))
    #expect(!plain.mayBeNothing)
    #expect(!plain.mayBeNote)
  }

  @Test(arguments: ["", " 12", "-3", "合计：", "（12）", "１２", "£3", "n/a"])
  func whateverIsNotPlainIsFolded(text: String) {
    #expect(PlainText(text) == nil)
  }
}
