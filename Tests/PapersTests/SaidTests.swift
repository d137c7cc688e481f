import Diagnostics
import TestSupport
import Testing
import Values

@testable import Papers
@testable import Reports

@Suite(.timed) struct SaidTests {
  private static func number(_ text: String) -> Number { Number(text) ?? .zero }

  @Test(arguments: [
    ("300000", "30 万元"), ("224000", "22.4 万元"), ("0", "0 元"), ("1234567", "1,234,567 元"),
    ("305", "305 元"), ("-1234567", "−1234567 元"),
  ])
  func moneyIsWrittenAsPeopleWriteIt(amount: String, words: String) {
    #expect(Money.words(Self.number(amount), "CNY") == words)
  }

  @Test(arguments: [
    ("2025-01-15", "2025年1月15日"), ("2025-01", "2025-01"), ("soon", "soon"), ("--", "--"),
  ])
  func daysAreChineseAndTheRestStays(text: String, words: String) {
    #expect(Said.day(text) == words)
  }

  @Test(arguments: [
    ("选项 `无`", "选项“无”"), ("（2025-02-14 前）", "（2025年2月14日前）"), ("a ` b", "a ` b"),
    ("by 2025-02-14", "by 2025-02-14"), ("", ""),
  ])
  func sentencesHaveNoMarksOfCode(text: String, words: String) {
    #expect(Said.words(Wording(text)) == words)
  }

  @Test(arguments: [
    ("7.5", "7.5", "7.5", "7.5"), ("23.1111111", "23.1111111", "23.1111…", "23.11"),
    ("1", "2.345", "1 – 2.345", "1 – 2.35（待定）"), ("-2", "-2", "−2", "−2"),
  ])
  func scoresHaveTwoDecimalsAndBoundsGiveWayOutwards(
    low: String, high: String, text: String, words: String
  ) {
    let amount = Report.Amount(low: Self.number(low), high: Self.number(high), text: text)
    #expect(Said.score(amount) == words)
  }
}
