import Foundation
import TestSupport
import Testing

@testable import Papers

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite(.timed) struct PackageTests {
  private static func hostile(_ title: String) -> WordDocument {
    var part = WordDocument.Part()
    part.add(.heading1, title)
    part.add(WordDocument.Table([.init(title, 1), .init("", 2)], [.init([title, title])]))
    return WordDocument(title: title, marks: [title], parts: [part])
  }

  @Test(arguments: [
    "甲站", "<w:p>&amp;</w:p>]]>", "a\u{0}\u{8}\u{1B}b", "\u{202E}左\u{2066}右\u{200F}",
    "\u{FFFE}\u{FFFF}",
    "\u{1FFFE}", "\"'\u{2028}", "=1+1", "", String(repeating: "长", count: 500),
  ])
  func everyPartIsXMLWhateverStandsInIt(title: String) throws {
    for (name, text) in WordPackage.members(of: Self.hostile(title)) {
      let parser = XMLParser(data: Data(text.utf8))
      #expect(parser.parse(), "\(name): \(String(describing: parser.parserError))")
    }
  }

  @Test func nothingTurnsTheDirectionOfWriting() {
    let members = WordPackage.members(of: Self.hostile("\u{202E}左\u{2066}右\u{1B}"))
    for (name, text) in members {
      #expect(
        !text.unicodeScalars.contains { "\u{202E}\u{2066}\u{1B}".unicodeScalars.contains($0) },
        "\(name)")
    }
  }

  @Test func equalResultsGiveEqualBytes() throws {
    let first = PaperPack.papers(about: try SampleResult.station()).map(\.bytes)
    let second = PaperPack.papers(about: try SampleResult.station()).map(\.bytes)
    #expect(first == second)
  }

  @Test func theChecksumIsThatOfZips() {
    #expect(Checksum.crc32(of: Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(Checksum.crc32(of: []) == 0)
  }

  @Test func theDirectoryOfAZipLeadsToEveryMember() throws {
    var zip = StoredZip()
    let members = [("a.xml", "<a/>"), ("文件/b.xml", "乙"), ("empty", "")]
    for (name, text) in members { zip.add(text, as: name) }
    let bytes = zip.finished()
    func number(_ place: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
    let end = bytes.count - 22
    #expect(number(end, 4) == 0x0605_4B50)
    #expect(number(end + 10, 2) == members.count)
    var entry = number(end + 16, 4)
    for (name, text) in members {
      #expect(number(entry, 4) == 0x0201_4B50)
      let (sum, count, length) = (
        number(entry + 16, 4), number(entry + 24, 4), number(entry + 28, 2)
      )
      let start = number(entry + 42, 4)
      #expect(number(start, 4) == 0x0403_4B50)
      let data = start + 30 + length
      #expect(String(decoding: bytes[(start + 30)..<data], as: UTF8.self) == name)
      #expect(Array(bytes[data..<(data + count)]) == Array(text.utf8))
      #expect(sum == Int(Checksum.crc32(of: Array(text.utf8))))
      entry += 46 + length
    }
    #expect(entry == end)
  }

  @Test func columnsFillTheLineAndAHeadStandsOnEveryPage() {
    let text = WordBody.print(Self.hostile("甲"))
    let widths = text.matches(of: /<w:gridCol w:w="(\d+)"/).compactMap { Int($0.1) }
    #expect(widths.reduce(0, +) == WordPaper(isLandscape: false).textWidth)
    #expect(text.contains("<w:tblHeader/>"))
  }

  @Test func theContentsShowEveryHeadingBeforeAnythingIsCalculated() {
    var part = WordDocument.Part()
    part.blocks.append(.contents)
    part.add(.heading1, "一、甲")
    part.add(.heading2, "（一）乙")
    let text = WordBody.print(WordDocument(title: "", parts: [part]))
    #expect(text.contains("TOC \\o"))
    #expect(text.ranges(of: "一、甲").count == 2)
    #expect(text.ranges(of: "（一）乙").count == 2)
    #expect(
      text.ranges(of: "w:fldCharType=\"begin\"").count
        == text.ranges(of: "w:fldCharType=\"end\"").count)
  }
}
