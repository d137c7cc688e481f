import TestSupport
import Testing

@testable import Formats

/// Words that say something of the row in which they stand.
@Suite(.timed) struct RowLabelsTests {
  /// Every word that the sieve knows.
  private static let words: [String] =
    Array(RowLabels.nothings) + Array(RowLabels.headerWords) + Array(RowLabels.ends)
    + RowLabels.keys.map { $0 + "：" } + RowLabels.starts + RowLabels.signatures
    + RowLabels.hints + RowLabels.denials + Array(TotalLabel.exact.keys)
    + TotalLabel.suffixes.map { "东镇" + $0.0 }
    + ["同上", "—", "□", "（人）", "#meta", "示例", "合计165元", "第1页", "共2页", "一、困难家庭"]

  /// A glance must not miss what a close look finds; letters with digits are the usual keys.
  @Test func whatIsSaidDeservesALook() {
    for word in Self.words
    where !(word.utf8.allSatisfy { $0 < 0x80 } && word.contains(where: \.isNumber)) {
      #expect(RowLabels.isWorthALook(word), "\(word)")
    }
  }

  @Test(arguments: ["S00017", "A-7", "东城街道社工站", "青山湖区第三社区", "3301020001"])
  func mostKeysDeserveNone(key: String) {
    #expect(!RowLabels.isWorthALook(key))
  }
}
