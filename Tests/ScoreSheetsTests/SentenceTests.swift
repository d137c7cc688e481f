import Foundation
import TestSupport
import Testing
import Values

@testable import ScoreSheets

@Suite(.timed) struct SentenceTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  /// Points of the item, then the sentence.
  static let sentences: [(worth: Int, text: String)] = {
    let file = folder.appending(path: "Cases/sentences.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 ? Int(parts[0]).map { ($0, String(parts[1])) } : nil
    }
  }()

  @Test func everySentenceIsReadAsWritten() throws {
    #expect(Self.sentences.count > 60)
    var read = ""
    for (worth, text) in Self.sentences {
      read += "## \(worth) \(text)\n"
      for line in ScoreSheet.sentence(text, worth: worth) { read += "    \(line)\n" }
    }
    try expectGolden(read, "sentences.txt")
  }

  @Test func everyPatternReadsItsExample() {
    for pattern in SentencePattern.all {
      let read = ScoreSheet.sentence(pattern.example, worth: pattern.points)
      #expect(read.first == pattern.id)
      #expect(read.contains { $0.hasPrefix("\(pattern.form):") }, "\(pattern.id)")
    }
  }

  @Test func widthAndBlanksChangeNothing() {
    let plain = ScoreSheet.sentence("满意率90%（含）以上得10分，80%以上得8分，80%以下不得分", worth: 10)
    let other = ScoreSheet.sentence(
      "满意率 ９０％ (含) 以上得 10 分,80%以上 得8分, 80%以下不得分", worth: 10)
    #expect(plain == other)
  }

  @Test func chineseNumeralsAreNumbers() {
    for (text, number, unit) in [
      ("三人", "3", "人"), ("十二次", "12", "次"), ("两名", "2", "名"), ("百分之八十", "80", "%"),
      ("一百二十元", "120", "元"), ("八成", "80", "%"), ("百分之百", "100", "%"), ("0.5小时", "0.5", "小时"),
      ("二十", "20", ""), ("5个百分点", "5", "%"), ("1,200元", "1200", "元"), ("半年", "0.5", "年"),
    ] {
      let read = Numeral(Letters(text), at: 0)
      #expect(read?.value == Number(number), "\(text)")
      #expect(read?.unit == unit, "\(text)")
    }
  }

  @Test func cutAndShuffledSentencesAreReadWithoutATrap() {
    var random = SplitMix(seed: 14)
    let all = Self.sentences.map(\.text)
    for _ in 0..<600 {
      let one = Array(all[Int(random.next() % UInt64(all.count))])
      let other = Array(all[Int(random.next() % UInt64(all.count))])
      let head = one.prefix(Int(random.next() % UInt64(one.count + 1)))
      let tail = other.suffix(Int(random.next() % UInt64(other.count + 1)))
      _ = ScoreSheet.sentence(String(head + tail), worth: Int(random.next() % 30))
      _ = LabelPoints(String(head + tail))
      _ = GradeLines(in: [String(head + tail)])
    }
  }
}

/// A small generator of our own, the same everywhere.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
