import Bundles
import Diagnostics
import Formats
import Foundation
import Rubrics
import TestSupport
import Testing
import Values
import WorkbookWriting

@testable import Handouts

/// Forms for evidence, as they are handed out.
@Suite(.timed) struct BundleFormTests {
  private static func shipped() throws -> [Rubric] {
    try ["rubrics", "samples", "docs/examples"].flatMap { folder in
      try Places.files(in: Places.root.appending(path: folder), extension: "yaml").compactMap {
        let bytes = Array(try Data(contentsOf: $0))
        var found = Diagnostics()
        guard let source = TextReader.read(bytes, path: $0.path, into: &found) else { return nil }
        return Rubric.read(source, digest: "0", into: &found)
      }
    }
  }

  private func read(_ bytes: [UInt8], for rubric: Rubric) throws -> (Bundles.Bundle, [String]) {
    let scratch = try Scratch()
    try scratch.write("b/bundle.xlsx", bytes)
    let names = (rubric.tables + rubric.surveys).map { HeaderName($0.fileName) }
    var found = Diagnostics()
    let bundle = BundleReader.read(
      scratch.folder.appending(path: "b").path, shownAs: "b", wanted: Set(names), into: &found)
    return (try #require(bundle), found.all.map(\.code))
  }

  @Test func anUntouchedFormOfEveryRubricSaysNothing() throws {
    let rubrics = try Self.shipped()
    #expect(rubrics.count > 20)
    for rubric in rubrics {
      for language in Language.allCases {
        let face = BundleForm.Face(id: "s-1", kind: rubric.subject.kind, title: "甲站")
        let form = BundleForm(FormContent([.init(rubric)]), for: face, language: language)
        let (bundle, codes) = try read(form.workbook.bytes(), for: rubric)
        #expect(codes == [], "\(rubric.id)")
        #expect(bundle.hasManifest && bundle.subject == "s-1")
        #expect(bundle.title?.zh == "甲站")
        #expect(bundle.tables.isEmpty && bundle.surveys.isEmpty && bundle.documents.isEmpty)
        let asked = rubric.facts.filter { $0.origin == .bundle }.count
        #expect(bundle.facts.count == asked, "\(rubric.id)")
        #expect(bundle.facts.allSatisfy { $0.text.isEmpty })
        #expect(bundle.isFictional == rubric.isFictional)
      }
    }
  }

  @Test func aFormSaysWhatItWasMadeFor() throws {
    let rubric = try #require(Self.shipped().first { $0.tables.count > 1 })
    let face = BundleForm.Face(id: "s-1", kind: "station", title: "")
    let workbook = BundleForm(FormContent([.init(rubric)]), for: face, language: .zh).workbook
    #expect(workbook.names.map(\.name) == [FormMarker.cellName])
    let hidden = try #require(workbook.sheets.last)
    #expect(hidden.isHidden && hidden.name == FormMarker.sheetName)
    #expect(workbook.sheets.map(\.name).prefix(1) == ["基本情况"])
    #expect(workbook.sheets.dropLast().map(\.name).suffix(2) == ["材料清单", "填表说明"])
    #expect(workbook.sheets.dropLast().allSatisfy { $0.isProtected && !$0.isHidden })
  }

  @Test func boundsAreReadWhereNothingElseIsSaid() {
    let bounds: [(String, EntryRule.Bound?, EntryRule.Bound?)] = [
      ("[0..100]", .reaching("0"), .reaching("100")), ("(0..1]", .beyond("0"), .reaching("1")),
      ("[0..5)", .reaching("0"), .beyond("5")), ("]0..1[", .beyond("0"), .beyond("1")),
      (">= 0", .reaching("0"), nil), ("> 0", .beyond("0"), nil), ("<=100", nil, .reaching("100")),
      ("< 10", nil, .beyond("10")), ("[0..limit]", nil, nil), ("not(0)", nil, nil),
      (">= 0 and <= 5", nil, nil), ("", nil, nil), ("[..]", nil, nil),
      ("[-5..-1]", .reaching("-5"), .reaching("-1")),
    ]
    for (text, low, high) in bounds {
      let read = WrittenBounds(text)
      #expect(read?.low == low && read?.high == high, "\(text)")
    }
  }
}
