import Diagnostics
import Formats
import TestSupport
import Testing

@Suite(.timed) struct CSVReaderTests {
  @Test func readsQuotedCellsAcrossLines() throws {
    let table = try #require(read("姓名,备注\r\n张三,\"一,\r\n\"\"二\"\"\"\r\n李四,\r\n"))
    #expect(table.header == ["姓名", "备注"])
    #expect(table.row(0) == ["张三", "一,\r\n\"二\""])
    #expect(table.row(1) == ["李四", ""])
    #expect(table.lines == [2, 4])
  }

  @Test(arguments: [
    "a,b\n1,2", "a,b\n1,2\n", "a,b\r1,2\r", "\u{FEFF}a,b\r\n1,2\r\n", "a\tb\n1\t2\n",
    "\n\na,b\n\n1,2\n\n",
  ])
  func readsEachWayToEndALine(text: String) throws {
    let table = try #require(read(text))
    #expect(table.header == ["a", "b"])
    #expect(table.rowCount == 1)
    #expect(table.row(0) == ["1", "2"])
  }

  @Test(arguments: [
    ("a,b\n1,2\n", true), ("a,b\n\"1\n2\",3\n", true), ("a,b\n\"1\"x,3\n", true),
    ("a,b\n1,\"2\n3,4\n", false), ("a,b\n\"1,2\n3\"x,4\n", false),
    ("a,b\n1,\"" + String(repeating: "x", count: 2 << 20) + "\"\n", false),
  ])
  func saysWhetherRowsAreLost(text: String, isWhole: Bool) throws {
    var diagnostics = Diagnostics()
    let table = CSVReader.read(Array(text.utf8), path: "t.csv", into: &diagnostics)
    #expect(try #require(table).isWhole == isWhole)
  }

  @Test func findsAColumnByItsNameInAnyWidth() throws {
    let table = try #require(read(" 年薪（元） ,ＩＤ\n1,2\n"))
    #expect(table.columnIndex(named: ["年薪(元)"]) == 0)
    #expect(table.columnIndex(named: ["id", "ID"]) == 1)
    #expect(table.columnIndex(named: ["姓名"]) == nil)
  }

  // 姓名,持证 / 张三,是
  static let gbk: [UInt8] = [
    0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xB3, 0xD6, 0xD6, 0xA4, 0x0A, 0xD5, 0xC5, 0xC8, 0xFD, 0x2C, 0xCA,
    0xC7, 0x0A,
  ]

  @Test func readsGB18030WhereTheBytesAreNotUTF8() throws {
    var diagnostics = Diagnostics()
    let table = try #require(CSVReader.read(Self.gbk, path: "t.csv", into: &diagnostics))
    #expect(table.encoding == .gb18030)
    #expect(table.header == ["姓名", "持证"])
    #expect(table.row(0) == ["张三", "是"])
    #expect(diagnostics.isEmpty)
  }

  @Test func aByteThatIsNoLetterHasAPlace() throws {
    var diagnostics = Diagnostics()
    let table = try #require(
      CSVReader.read(Self.gbk + [0xFF, 0x2C, 0xCA, 0xC7], path: "t.csv", into: &diagnostics))
    #expect(table.row(1) == ["\u{FFFD}", "是"])
    #expect(diagnostics.all.map(\.code) == ["undecodable-byte"])
    #expect(diagnostics.all.first?.place?.description == "t.csv:3 (1)")
  }

  /// A file of Chinese letters in UTF-8 with one place that is none, on its third line.
  static let oneBadPlace: [(what: String, bytes: [UInt8], byte: String)] = [
    ("cut inside a letter", [0xE5, 0xBC], "0xE5"), ("é of Latin-1", [0xE9], "0xE9"),
    ("a space of Latin-1", [0xA0], "0xA0"), ("letters of GBK", [0xD5, 0xC5, 0xC8, 0xFD], "0xD5"),
    ("half of a surrogate", [0xED, 0xA0, 0x80], "0xED"),
    ("a point too long", [0xC0, 0xAE], "0xC0"),
  ]

  @Test(arguments: oneBadPlace)
  func aFileIsUTF8ButForOnePlace(what: String, bytes: [UInt8], byte: String) throws {
    let start = Array("单位,姓名,年龄\n甲街道社工站,张三,30\n乙街道社工站,李".utf8)
    let end = Array("四,31\n丙街道社工站,王五,32\n".utf8)
    for mark in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
      var diagnostics = Diagnostics()
      let table = try #require(
        CSVReader.read(mark + start + bytes + end, path: "t.csv", into: &diagnostics), "\(what)")
      #expect(table.encoding == .utf8)
      #expect(table.row(0) == ["甲街道社工站", "张三", "30"])
      #expect(table.row(2) == ["丙街道社工站", "王五", "32"])
      let told = try #require(diagnostics.all.first)
      #expect(diagnostics.all.map(\.code) == ["undecodable-byte"])
      #expect(told.place?.description == "t.csv:3 (9)")
      #expect(told.headline.en == "the byte \(byte) is no letter in UTF-8")
      #expect(told.help?.en.contains("save the file") == false)
    }
  }

  @Test func aFileCutInItsLastLetterIsUTF8() throws {
    var diagnostics = Diagnostics()
    let bytes = Array("单位\n甲街道社工站\n乙街道社工站".utf8).dropLast()
    let table = try #require(CSVReader.read(Array(bytes), path: "t.csv", into: &diagnostics))
    #expect(table.encoding == .utf8)
    #expect(diagnostics.all.map { $0.place?.description } == ["t.csv:3 (6)"])
  }

  @Test func oneLetterOfLatin1AmongASCIIIsNoChinese() throws {
    var diagnostics = Diagnostics()
    let bytes = Array("id,name\n1,Caf".utf8) + [0xE9] + Array("s\n".utf8)
    let table = try #require(CSVReader.read(bytes, path: "t.csv", into: &diagnostics))
    #expect(table.encoding == .utf8)
    #expect(diagnostics.all.map(\.code) == ["undecodable-byte"])
  }

  @Test func aDeclaredEncodingDecides() throws {
    var diagnostics = Diagnostics()
    let table = try #require(
      CSVReader.read(Array("姓名\n".utf8), path: "t.csv", encoding: .gb18030, into: &diagnostics))
    #expect(table.header != ["姓名"])
    _ = CSVReader.read(Self.gbk, path: "t.csv", encoding: .utf8, into: &diagnostics)
    #expect(diagnostics.all.last?.code == "undecodable-byte")
  }

  static let faults: [(text: String, code: String, place: String, rows: Int)] = [
    ("", "empty-table", "t.csv", 0), ("\n\n", "empty-table", "t.csv", 0),
    ("\"\"\n1\n", "empty-table", "t.csv", 0),
    ("a,b\n1,2,3\n4,5\n", "overlong-row", "t.csv:2 (+)", 2),
    ("a,b\n1\n4,5\n", "short-row", "t.csv:2 (b)", 2),
    ("a,a\n1,2\n", "duplicate-header", "t.csv:1 (a)", 1),
    ("a,b\n1,2\n3,\"4\n5,6\n", "unclosed-quote", "t.csv:3 (b)", 1),
    ("a,b\n\"1\"x,2\n", "text-after-quote", "t.csv:2 (a)", 1),
    ("a,b\n,\n1,2\n", "blank-rows", "t.csv:2 (-)", 1),
    ("PK\u{3}\u{4}…", "not-a-table", "t.csv", 0), ("a\u{0}", "not-a-table", "t.csv", 0),
    ("a,b\n1,\"\(String(repeating: "x", count: 40))\"\n", "cell-too-large", "t.csv:2 (b)", 0),
    ("a,b\n1,\(String(repeating: "x", count: 40))\n", "cell-too-large", "t.csv:2 (b)", 0),
    ("a,b\n1,\(String(repeating: "2,", count: 40))\n", "line-too-large", "t.csv:2 (-)", 0),
    (String(repeating: "a\n", count: 100), "file-too-large", "t.csv", 0),
    ("a,b,c,d,e,f,g,h,i\n", "too-many-columns", "t.csv", 0),
  ]

  @Test(arguments: faults)
  func reportsAFaultAndReadsTheRest(text: String, code: String, place: String, rows: Int) {
    var limits = CSVReader.Limits()
    limits.cell = 32
    limits.line = 64
    limits.file = 199
    limits.columns = 8
    var diagnostics = Diagnostics()
    let table = CSVReader.read(Array(text.utf8), path: "t.csv", limits: limits, into: &diagnostics)
    #expect(diagnostics.all.map(\.code) == [code])
    #expect(diagnostics.all.first?.place?.description == place)
    #expect((table?.rowCount ?? 0) == rows)
  }

  @Test func aRowThatIsTooLongIsKnownAsSuch() throws {
    var diagnostics = Diagnostics()
    let text = "a,b\n1,2\n1,200,3\n4,5,,\n"
    let table = try #require(
      CSVReader.read(Array(text.utf8), path: "t.csv", into: &diagnostics))
    #expect(table.overlongRows == [1])
    #expect(table.rowCount == 3)
  }

  @Test func aSecondColumnOfTheSameNameIsNotRead() throws {
    var diagnostics = Diagnostics()
    let table = try #require(
      CSVReader.read(Array("a,a,b\n1,2,3\n".utf8), path: "t.csv", into: &diagnostics))
    #expect(table.header == ["a", "b"])
    #expect(table.row(0) == ["1", "3"])
  }

  @Test func writesWhatItReads() throws {
    var writer = CSVWriter(neutralisesFormulas: false)
    let rows = [["a", "b"], ["一,\r\n\"二\"", ""], ["-1", "=x"]]
    for row in rows { writer.row(row) }
    let table = try #require(read(writer.text))
    #expect([table.header] + (0..<table.rowCount).map(table.row) == rows)
  }

  @Test func aFormulaBecomesText() {
    var writer = CSVWriter()
    writer.row(["=1+1", "-1.5", "-x", "@a", "+86", "a=b", "＝1", "＋x", "－1", "＠a"])
    #expect(writer.text == "'=1+1,-1.5,'-x,'@a,+86,a=b,'＝1,'＋x,－1,'＠a\n")
  }

  @Test func saysEachFaultInBothLanguages() throws {
    let texts = [
      "", "a,b\n1,2,3\n", "a,b\n1\n", "a,a\n", "a\n\"1", "a\n\"1\"x\n", "a,b\n,\n", "PK\u{3}\u{4}",
      "a\u{0}",
    ]
    var diagnostics = Diagnostics()
    for text in texts {
      _ = CSVReader.read(Array(text.utf8), path: "t.csv", into: &diagnostics)
    }
    _ = CSVReader.read([0xFF, 0xFE, 0x41, 0], path: "t.csv", into: &diagnostics)
    _ = CSVReader.read(Array("a\n".utf8) + [0xFF, 0xFF], path: "t.csv", into: &diagnostics)
    var limits = CSVReader.Limits()
    (limits.cell, limits.line, limits.file, limits.columns) = (8, 16, 3 << 20, 4)
    for text in ["a\n123456789\n", "a\n1,2,3,4,5,6,7,8,9,0\n", "a,b,c,d,e\n"] {
      _ = CSVReader.read(Array(text.utf8), path: "t.csv", limits: limits, into: &diagnostics)
    }
    _ = CSVReader.read(
      [UInt8](repeating: 0x61, count: 4 << 20), path: "t.csv", limits: limits, into: &diagnostics)
    limits.rows = 2
    _ = CSVReader.read(
      Array("a\n1\n2\n3\n".utf8), path: "t.csv", limits: limits, into: &diagnostics)
    let screen = Language.allCases.map { DiagnosticRenderer(language: $0).render(diagnostics) }
    try expectGolden(screen.joined(separator: "\n"), "csv.txt")
  }

  private func read(_ text: String) -> CSVTable? {
    var diagnostics = Diagnostics()
    let table = CSVReader.read(Array(text.utf8), path: "t.csv", into: &diagnostics)
    #expect(diagnostics.isEmpty)
    return table
  }
}

@Suite(.timed) struct CSVCursorTests {
  @Test func walksOverRecordsWithoutATable() {
    let text = "a,\"b,\"\"c\"\n\n\"\"\"\"x,,\"\"\n"
    let records = Array(text.utf8).withUnsafeBufferPointer { bytes in
      var cursor = CSVCursor(bytes, separator: 0x2C, limits: .init())
      var records: [[String]] = []
      while cursor.next() {
        records.append(
          (0..<cursor.cellCount).map { String(decoding: cursor.cell($0), as: UTF8.self) })
      }
      #expect(cursor.stop == .endOfText)
      return records
    }
    #expect(records == [["a", "b,\"c"], [""], ["\"x", "", ""]])
  }

  @Test func aMillionCommasAreOneRowAndLittleMemory() {
    var limits = CSVReader.Limits()
    limits.columns = 10
    let text = "a\n" + String(repeating: ",", count: 1_000_000) + "x\n1\n"
    var found = Diagnostics()
    let table = CSVReader.read(Array(text.utf8), path: "t.csv", limits: limits, into: &found)
    #expect(found.all.map(\.code) == ["overlong-row"])
    #expect(table?.rowCount == 2)
  }

  @Test func aTableWithMoreRowsThanAnySubjectHasIsNotReadInPart() {
    var limits = CSVReader.Limits()
    limits.rows = 3
    func read(_ text: String) -> (CSVTable?, Diagnostics) {
      var found = Diagnostics()
      return (CSVReader.read(Array(text.utf8), path: "t.csv", limits: limits, into: &found), found)
    }
    let (whole, nothing) = read("a\n1\n2\n3\n\n")
    #expect(whole?.isWhole == true && nothing.isEmpty)
    let (cut, found) = read("a\n1\n2\n3\n4\n5\n")
    #expect(cut?.isWhole == false)
    #expect(found.all.map(\.code) == ["too-many-rows"])
    #expect(found.all.first?.place?.description == "t.csv:5 (-)")
  }

  @Test func ofVeryManyBrokenRowsNoneIsKept() {
    func brokenRows(_ count: Int) -> [BrokenRow]? {
      var found = Diagnostics()
      let text = "a\n" + String(repeating: "1,2\n", count: count)
      let table = CSVReader.read(Array(text.utf8), path: "t.csv", into: &found)
      #expect(table?.overlongRows.count == count)
      return table?.brokenRows
    }
    #expect(brokenRows(1000)?.count == 1000)
    #expect(brokenRows(1001) == nil)
  }
}
