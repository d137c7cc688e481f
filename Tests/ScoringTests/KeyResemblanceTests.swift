import TestSupport
import Testing

@testable import Scoring

/// What spreadsheets do to keys, told and never mended.
@Suite(.timed) struct KeyResemblanceTests {
  private let ids = ["007", "011", "51330000500000123X", "430000000000000123", "A-1", "甲 站", "0"]

  @Test(arguments: [
    ("7", "007", KeyResemblance.Change.zeros), ("11", "011", .zeros), ("7.0", "007", .zeros),
    ("51330000500000123x", "51330000500000123X", .spelling),
    ("4.3E+17", "430000000000000123", .shortened), ("4.30E+17", "430000000000000123", .shortened),
    ("430000000000000000", "430000000000000123", .shortened), ("ａ-1", "A-1", .spelling),
    ("甲站", "甲 站", .spelling), ("00", "0", .spelling),
  ])
  func aChangedKeyIsRecognised(key: String, id: String, change: KeyResemblance.Change) {
    #expect(KeyResemblance(ids).nearest(to: key) == .init(id: id, change: change))
  }

  @Test(arguments: ["8", "乙站", "", "4.3E+18", "5.1E+17", "E5", "1e", "..", "A1"])
  func anotherKeyIsNot(key: String) {
    #expect(KeyResemblance(ids).nearest(to: key) == nil)
  }
}
