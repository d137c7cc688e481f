import Bundles
import Diagnostics
import Formats
import Foundation
import TestSupport
import Testing
import Values

@Suite(.timed) final class BundleReaderTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  static let main = """
    subject: station-1
    kind: station
    title: {zh: 甲街道社会工作站, en: Station A}
    fictional: true
    region: 某县
    operation: external
    period: {from: 2024-01-01, to: 2024-12-31}
    operator: op-a
    relations: [{who: 张某, to: op-a, kind: 亲属, until: 2023-05-01}]
    facts: {应拨经费: 600000, 实拨经费: "45万", 空的: }
    documents:
      - {file: documents/合同.pdf, kind: 劳动合同, dated: 2024-03-01, pages: 4, serves: [a, b]}
    encoding: {专职人员.csv: gb18030}

    """

  static let panel = """
    by: 评委甲
    role: panel
    date: 2025-01-10
    marks: {a: 8.5, b: {band: high, value: 0.9, reason: 好}, c: {mark: 7}, d: }

    """

  static let findings = """
    - {id: f1, what: 挪用资金, about: station-1, status: alleged, date: 2024-06-01, cite: 某文}
    - {id: f2, what: 伪造材料, status: confirmed}

    """

  /// 姓名,持证 and one row, in GBK.
  static let staff: [UInt8] = [
    0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xB3, 0xD6, 0xD6, 0xA4, 0x0A, 0xD5, 0xC5, 0xC8, 0xFD, 0x2C, 0xCA,
    0xC7, 0x0A,
  ]

  static let whole: [(String, [UInt8])] = [
    ("bundle.yaml", Array(main.utf8)), ("tables/专职人员.csv", staff),
    ("surveys/满意度.csv", Array("评分\n5\n4\n".utf8)), ("documents/合同.pdf", Array("%PDF".utf8)),
    ("judgements/panel.yaml", Array(panel.utf8)), ("findings.yaml", Array(findings.utf8)),
  ]

  @Test func tablesThatNobodyAsksForStayClosed() throws {
    let path = try folder(Self.whole)
    var found = Diagnostics()
    let whole = try #require(BundleReader.read(path, shownAs: "b", into: &found))
    let some = try #require(BundleReader.read(path, shownAs: "b", wanted: [], into: &found))
    #expect(some.tables.isEmpty && some.surveys.isEmpty)
    #expect(some.digest == whole.digest)
    #expect(some.judgements.count == whole.judgements.count)
    let one = try #require(
      BundleReader.read(path, shownAs: "b", wanted: [HeaderName("专职人员.csv")], into: &found))
    #expect(one.tables.map(\.name) == ["专职人员"] && one.surveys.isEmpty)
  }

  @Test func aThousandPapersOfOneAssessorGiveAsManyMessages() throws {
    let papers = (0..<300).map { number in
      ("judgements/\(number).yaml", Array("by: 甲\nrole: panel\nmarks: {a: \(number), b: 1}\n".utf8))
    }
    let (bundle, found) = try readFolder([("bundle.yaml", Array(Self.main.utf8))] + papers)
    #expect(bundle.judgements.count == 300)
    #expect(found.all.count { $0.code == "judgement-twice" } == 299)
  }

  @Test func readsEverything() throws {
    let (bundle, found) = try readFolder(Self.whole)
    #expect(found.all.map(\.code) == [])
    #expect(bundle.subject == "station-1")
    #expect(bundle.title == Wording(en: "Station A", zh: "甲街道社会工作站"))
    #expect(bundle.isFictional)
    #expect(bundle.period?.to == CalendarDate(year: 2024, month: 12, day: 31))
    #expect(bundle.operation?.text == "external")
    #expect(bundle.relations.map(\.who) == ["张某"])
    #expect(bundle.fact(named: ["实拨经费"])?.text == "45万")
    #expect(bundle.fact(named: ["空的"])?.text == "")
    #expect(bundle.fact(named: ["实拨经费"])?.place.description == "b/bundle.yaml:10:29")
    #expect(bundle.table(named: "专职人员")?.content.row(0) == ["张三", "是"])
    #expect(bundle.table(named: "专职人员.csv")?.file == "tables/专职人员.csv")
    #expect(bundle.table(named: "志愿者") == nil)
    #expect(bundle.survey(named: "满意度")?.content.rowCount == 2)
    let document = try #require(bundle.documents.first)
    #expect(document.kind == "劳动合同")
    #expect(document.fileExtension == "pdf")
    #expect(document.pages == 4)
    #expect(document.serves == ["a", "b"])
    let judgement = try #require(bundle.judgements.first)
    #expect(judgement.by == "评委甲")
    #expect(judgement.marks.map(\.item) == ["a", "b", "c"])
    #expect(judgement.marks.map { $0.mark?.description } == ["8.5", nil, "7"])
    #expect(judgement.marks[1].value == Number("0.9"))
    #expect(bundle.findings.map(\.status) == [.alleged, .confirmed])
  }

  @Test func aFolderAndItsZipAreOneBundle() throws {
    let (folder, _) = try readFolder(Self.whole)
    var zip = ZipMaker()
    for (path, bytes) in Self.whole.reversed() {
      zip.add(Array("station-1/\(path)".utf8), .stored(bytes))
    }
    var found = Diagnostics()
    let path = try scratch.write("b.zip", zip.finished)
    let zipped = try #require(BundleReader.read(path, shownAs: "b.zip", into: &found))
    #expect(found.isEmpty)
    #expect(zipped.digest == folder.digest)
    #expect(zipped.table(named: "专职人员")?.content.row(0) == ["张三", "是"])
  }

  static let faults: [(code: String, file: String, text: String)] = [
    ("bundle-unknown-key", "bundle.yaml", "subject: s\nsubjct: t\n"),
    ("bundle-missing-key", "bundle.yaml", "kind: station\n"),
    ("bundle-form", "bundle.yaml", "[a]\n"),
    ("bundle-form", "bundle.yaml", "subject: [a]\n"),
    ("bundle-form", "bundle.yaml", "subject: s\nfacts: [a]\n"),
    ("bundle-form", "bundle.yaml", "subject: s\nfacts: {a: [1]}\n"),
    ("bundle-form", "bundle.yaml", "subject: s\ndocuments: {a: b}\n"),
    ("bundle-value", "bundle.yaml", "subject: s\nfictional: maybe\n"),
    ("bundle-value", "bundle.yaml", "subject: s\nperiod: {from: 2023-02-29, to: 2024-01-01}\n"),
    (
      "bundle-period-backwards", "bundle.yaml",
      "subject: s\nperiod: {from: 2024-02-01, to: 2024-01-01}\n"
    ),
    ("bundle-fact-twice", "bundle.yaml", "subject: s\nfacts: {年薪（元）: 1, 年薪(元): 2}\n"),
    ("former-mode", "bundle.yaml", "subject: s\nmode: outsourced\n"),
    ("former-mode", "bundle.yaml", "subject: s\noperation: 外包\nmode: outsourced\n"),
    ("unknown-operation", "bundle.yaml", "subject: s\noperation: extrenal\n"),
    ("bundle-form", "bundle.yaml", "subject: s\noperation: [external]\n"),
    ("yaml-duplicate-key", "bundle.yaml", "subject: s\nsubject: t\n"),
    ("yaml-empty", "bundle.yaml", ""),
    ("yaml-too-deep", "bundle.yaml", String(repeating: "[", count: 1_000_000)),
    ("not-utf-8", "bundle.yaml", "\u{0}"),
    (
      "document-missing", "bundle.yaml",
      "subject: s\ndocuments: [{file: documents/no.pdf, kind: k}]\n"
    ),
    ("document-outside", "bundle.yaml", "subject: s\ndocuments: [{file: /etc/passwd, kind: k}]\n"),
    (
      "document-outside", "bundle.yaml",
      "subject: s\ndocuments: [{file: documents/../x, kind: k}]\n"
    ),
    (
      "document-empty", "bundle.yaml",
      "subject: s\ndocuments: [{file: documents/empty.pdf, kind: k}]\n"
    ),
    (
      "document-changed", "bundle.yaml",
      "subject: s\ndocuments: [{file: documents/a.pdf, kind: k, sha256: 00}]\n"
    ),
    (
      "document-twice", "bundle.yaml",
      "subject: s\ndocuments: [{file: documents/a.pdf, kind: k}, {file: documents/a.pdf, kind: k}]\n"
    ),
    ("bundle-missing-key", "bundle.yaml", "subject: s\ndocuments: [{file: documents/a.pdf}]\n"),
    (
      "bundle-form", "bundle.yaml",
      "subject: s\ndocuments: [{file: documents/a.pdf, kind: k, pages: 1.5}]\n"
    ),
    ("document-not-listed", "documents/b.pdf", "x"),
    ("encoding-of-nothing", "bundle.yaml", "subject: s\nencoding: {a.csv: utf-8}\n"),
    ("columns-missing-form", "bundle.yaml", "subject: s\ncolumns missing: yes\n"),
    ("columns-missing-of-nothing", "bundle.yaml", "subject: s\ncolumns missing: [a.csv]\n"),
    ("unknown-encoding", "bundle.yaml", "subject: s\nencoding: {a.csv: big5}\n"),
    ("file-not-read", "table/a.csv", "a\n"),
    ("not-a-workbook", "tables/a.xlsx", "a\n"), ("not-a-workbook", "tables/a.et", "a\n"),
    ("empty-table", "tables/a.csv", ""),
    ("not-a-table", "tables/a.csv", "PK\u{3}\u{4}"),
    ("bundle-missing-key", "judgements/a.yaml", "role: panel\nmarks: {a: 1}\n"),
    ("bundle-missing-key", "judgements/a.yaml", "by: a\nrole: panel\n"),
    ("bundle-value", "judgements/a.yaml", "by: a\nrole: panel\nmarks: {a: 约8}\n"),
    ("empty-mark", "judgements/a.yaml", "by: a\nrole: panel\nmarks: {a: {reason: x}}\n"),
    (
      "contradictory-mark", "judgements/a.yaml",
      "by: a\nrole: panel\nmarks: {a: {mark: 3, band: high, value: 0.9}}\n"
    ),
    ("bundle-form", "findings.yaml", "a: b\n"),
    ("finding-status", "findings.yaml", "- {id: a, what: b, status: sure}\n"),
    (
      "finding-twice", "findings.yaml",
      "- {id: a, what: b, status: alleged}\n- {id: a, what: c, status: alleged}\n"
    ),
    ("bundle-missing-key", "findings.yaml", "- {id: a, status: alleged}\n"),
  ]

  @Test(arguments: faults.indices)
  func reportsAFaultAndReadsTheRest(index: Int) throws {
    let fault = Self.faults[index]
    let bytes = fault.code == "not-utf-8" ? [0x61, 0xFF] : Array(fault.text.utf8)
    let (bundle, found) = try readFolder(
      Self.small.filter { $0.0 != fault.file } + [(fault.file, bytes)])
    #expect(
      Set(found.all.map(\.code)).subtracting(["document-not-listed"])
        == Set([fault.code]).subtracting(["document-not-listed"]))
    #expect(bundle.tables.contains { $0.name == "kept" })
  }

  static let small: [(String, [UInt8])] = [
    ("bundle.yaml", Array("subject: s\ndocuments: [{file: documents/a.pdf, kind: k}]\n".utf8)),
    ("tables/kept.csv", Array("a\n1\n".utf8)), ("documents/a.pdf", Array("%PDF".utf8)),
    ("documents/empty.pdf", []),
  ]

  @Test func noMessageShowsWhatAFactHolds() throws {
    let (_, found) = try readFolder([
      ("bundle.yaml", Array("subject: s\nfictional: 张三的秘密\nfacts: {a: @张三的秘密}\n".utf8))
    ])
    for language in Language.allCases {
      #expect(!DiagnosticRenderer(language: language).render(found).contains("张三"))
    }
    #expect(found.hasErrors)
  }

  @Test func aBundleThatIsNoneIsReported() throws {
    var found = Diagnostics()
    #expect(BundleReader.read("/nowhere", shownAs: "nowhere", into: &found) == nil)
    let cut = try scratch.write("cut.zip", "PK\u{3}\u{4}")
    #expect(BundleReader.read(cut, shownAs: "cut.zip", into: &found) == nil)
    #expect(found.all.map(\.code) == ["unreadable-bundle", "unreadable-bundle"])
  }

  @Test func aFileThatLeadsOutIsReportedAndTheRestIsRead() throws {
    var zip = ZipMaker()
    zip.add("bundle.yaml", "subject: s\n")
    zip.add("../../evil", "x")
    zip.add("tables/<script>alert(1)<\u{1B}[31m.csv", "a\n")
    let path = try scratch.write("b.zip", zip.finished)
    var found = Diagnostics()
    let bundle = try #require(BundleReader.read(path, shownAs: "b.zip", into: &found))
    #expect(bundle.subject == "s")
    #expect(found.all.map(\.code) == ["refused-file", "refused-file"])
    #expect(!DiagnosticRenderer(language: .en).render(found).contains("\u{1B}"))
  }

  @Test func twoFilesOfOneNameOrOneAssessorAreReported() throws {
    let judgement = Array("by: a\nrole: panel\nmarks: {a: 1}\n".utf8)
    let (bundle, found) = try readFolder(
      Self.small.dropLast() + [
        ("tables/kept.tsv", Array("a\n1\n2\n".utf8)), ("judgements/1.yaml", judgement),
        ("judgements/2.yaml", judgement),
      ])
    #expect(found.all.map(\.code) == ["table-twice", "judgement-repeated"])
    #expect(bundle.tables.count == 0)
    #expect(bundle.judgements.count == 2)
  }

  @Test func papersOfOneAssessorAreComparedMarkByMark() throws {
    func codes(_ first: String, _ second: String) throws -> [String] {
      let files = [first, second].enumerated().map { index, text in
        ("judgements/\(index).yaml", Array("by: a\nrole: panel\n\(text)\n".utf8))
      }
      let (_, found) = try readFolder([("bundle.yaml", Array("subject: s\n".utf8))] + files)
      return found.all.map {
        "\($0.code) \($0.place?.description.split(separator: "/").last ?? "")"
      }
    }
    #expect(
      try codes("marks: {x: 1, y: 2}", "marks: {x: 1, y: 3}") == ["judgement-twice 1.yaml:3:18"])
    #expect(try codes("marks: {x: 1}", "marks: {x: 1.0}") == ["judgement-repeated 1.yaml:3:12"])
    #expect(try codes("marks: {x: 1}", "marks: {y: 2}") == [])
    #expect(try codes("stage: m\nmarks: {x: 1}", "stage: f\nmarks: {x: 2}") == [])
    #expect(
      try codes("date: 2025-01-02\nmarks: {x: 1}", "date: 2025-01-03\nmarks: {x: 2}")
        == ["judgement-revised 1.yaml:4:12"])
    #expect(
      try codes("date: 2025-01-02\nmarks: {x: 1}", "marks: {x: 2}")
        == ["judgement-twice 1.yaml:3:12"])
    #expect(
      try codes("marks: {x: {band: high, value: 1}}", "marks: {x: {band: low, value: 1}}")
        == ["judgement-twice 1.yaml:3:12"])
  }

  @Test func aJudgementKeepsItsTiesAndWhomItStandsInFor() throws {
    let first = Array("by: a\nrole: panel\ndate: 2025-01-02\nmarks: {a: 1}\n".utf8)
    let later = Array(
      """
      by: a
      role: panel
      date: 2025-01-09
      stands in for: b
      relations: [{employed by: op-a, until: 2023-05-31}, {who: c, to: op-b, kind: family}]
      marks: {a: 2}

      """.utf8)
    let (bundle, found) = try readFolder(
      Self.small + [("judgements/1.yaml", first), ("judgements/2.yaml", later)])
    #expect(found.all.map(\.code).contains("judgement-revised"))
    #expect(bundle.judgements.count == 2)
    #expect(bundle.judgements[1].standsInFor == "b")
    let ties = bundle.judgements[1].relations
    #expect(ties.map(\.who) == ["a", "c"])
    #expect(ties.map(\.to) == ["op-a", "op-b"])
    #expect(ties.map(\.kind) == ["employed", "family"])
    #expect(ties.map(\.until) == [CalendarDate(year: 2023, month: 5, day: 31), nil])
  }

  @Test func saysEachFaultInBothLanguages() throws {
    var all = Diagnostics()
    for fault in Self.faults where !fault.code.hasPrefix("yaml") && fault.code != "not-utf-8" {
      let (_, found) = try readFolder(
        Self.small.filter { $0.0 != fault.file } + [(fault.file, Array(fault.text.utf8))])
      for diagnostic in found.all where diagnostic.code == fault.code { all.report(diagnostic) }
    }
    _ = BundleReader.read("/nowhere", shownAs: "nowhere", into: &all)
    let (_, none) = try readFolder([])
    all.append(none)
    let screen = Language.allCases.map { DiagnosticRenderer(language: $0).render(all) }
    try expectGolden(screen.joined(separator: "\n"), "bundles.txt")
  }

  @Test func changedBytesNeverCrash() throws {
    var random = SeededRandom(seed: 11)
    for _ in 0..<300 {
      var changed = Self.whole
      for _ in 0..<3 {
        let index = Int.random(in: 0..<changed.count, using: &random)
        guard !changed[index].1.isEmpty else { continue }
        let offset = Int.random(in: 0..<changed[index].1.count, using: &random)
        let interesting: [UInt8] = [0, 0x0A, 0x22, 0x2C, 0x3A, 0x5B, 0x7B, 0x80, 0xFF, 0x27, 0x20]
        if Bool.random(using: &random) {
          changed[index].1[offset] = interesting.randomElement(using: &random) ?? 0
        } else {
          changed[index].1.removeSubrange(offset...)
        }
      }
      var zip = ZipMaker()
      for (path, bytes) in changed { zip.add(Array(path.utf8), .stored(bytes)) }
      var found = Diagnostics()
      let path = try scratch.write("changed.zip", zip.finished)
      #expect(BundleReader.read(path, shownAs: "b", into: &found) != nil)
    }
  }

  @Test func everySampleBundleCanBeRead() throws {
    let files = Places.files(in: Places.root.appending(path: "samples"), extension: "yaml")
    for file in files where file.lastPathComponent == "bundle.yaml" {
      let folder = file.deletingLastPathComponent()
      var found = Diagnostics()
      _ = BundleReader.read(folder.path, shownAs: folder.lastPathComponent, into: &found)
      #expect(!found.hasErrors, "\(folder.lastPathComponent)")
    }
  }

  private func folder(_ files: [(String, [UInt8])]) throws -> String {
    let folder = "folder-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      at: scratch.folder.appending(path: folder), withIntermediateDirectories: true)
    for (path, bytes) in files { try scratch.write("\(folder)/\(path)", bytes) }
    return scratch.folder.appending(path: folder).path
  }

  private func readFolder(_ files: [(String, [UInt8])]) throws -> (Bundles.Bundle, Diagnostics) {
    let location = try folder(files)
    var found = Diagnostics()
    let bundle = BundleReader.read(location, shownAs: "b", into: &found)
    return (try #require(bundle), found)
  }
}
