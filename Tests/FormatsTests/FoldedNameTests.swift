import Formats
import TestSupport
import Testing

/// What nobody sees in a name makes no other name of it; what one sees does.
@Suite(.timed) struct FoldedNameTests {
  static let alike: [(String, String)] = [
    ("评委01", "评委 01"), ("评委01", "评委  01"), ("评委01", "评委\u{3000}01"), ("评委01", "评委\u{A0}01"),
    ("评委01", "评委\u{200B}01"), ("评委01", "评委０１"), ("评委01", " 评委01\u{FEFF}"), ("5a", "5A"),
    ("5A", "５ａ"), ("站（甲）", "站(甲)"), ("e\u{301}", "\u{E9}"), ("É", "é"), ("甲,乙", "甲，乙"),
    ("王一", "王\u{2F00}"), ("长江", "\u{2ED3}江"), ("龟", "\u{2EF3}"), ("李", "\u{F9E1}"),
    ("一月", "一月\u{3164}"),
    ("一月", "一\u{2800}月"), ("一月", "一月\u{FE0F}"), ("一月", "\u{202A}一月\u{202C}"), ("一月", "一\u{115F}月"),
  ]

  @Test(arguments: alike)
  func foldsWhatNobodySees(one: String, other: String) {
    #expect(FoldedName(one) == FoldedName(other))
    #expect(HeaderName(one) == HeaderName(other))
  }

  static let different: [(String, String)] = [
    ("评委01", "评委1"), ("评委01", "评委01老师"), ("甲²", "甲2"), ("①", "1"), ("站（甲）", "站甲"), ("a", "а"),
    ("甲-1", "甲—1"), ("王一", "王丨"), ("", "甲"),
  ]

  @Test(arguments: different)
  func keepsWhatOneSees(one: String, other: String) {
    #expect(FoldedName(one) != FoldedName(other))
  }

  @Test func aHeaderIsShownAsItWasWritten() {
    #expect(HeaderName.shown(" 月　份（公历）\u{FEFF}") == "月 份(公历)")
  }
}
