import Foundation
import TestSupport
import Testing

/// A bundle that is not what it should be, and what is said about it.
struct HostileCase: Sendable, CustomTestStringConvertible {
  enum Fate: Sendable {
    /// Nothing is scored.
    case rejected
    /// What the bundle should have told is not known.
    case unknown
    /// Everything that counts could be read.
    case scored
  }

  let name: String
  let code: String
  let fate: Fate
  let bundle: String
  let make: @Sendable (HostileRound) throws -> Void

  init(
    _ name: String, _ code: String, _ fate: Fate, bundle: String = "bundles/bad",
    _ make: @escaping @Sendable (HostileRound) throws -> Void
  ) {
    self.name = name
    self.code = code
    self.fate = fate
    self.bundle = bundle
    self.make = make
  }

  var testDescription: String { name }

  static let main = "subject: bad\nkind: station\n"
  static let table = "姓名,持证,督导小时\n甲,是,26\n乙,是,22\n丙,是,21\n丁,是,20\n"

  /// A folder with a good `bundle.yaml` and this table.
  private static func staff(_ bytes: [UInt8]) -> @Sendable (HostileRound) throws -> Void {
    { round in
      try round.scratch.write("bundles/bad/bundle.yaml", main)
      try round.scratch.write("bundles/bad/tables/专职人员.csv", bytes)
    }
  }

  private static func staff(_ text: String) -> @Sendable (HostileRound) throws -> Void {
    staff(Array(text.utf8))
  }

  /// A whole good bundle and one more file.
  private static func beside(
    _ path: String, _ text: String
  ) -> @Sendable (HostileRound) throws -> Void {
    { round in
      try staff(table)(round)
      try round.scratch.write("bundles/bad/\(path)", text)
    }
  }

  private static func zip(
    _ change: @escaping @Sendable (inout ZipMaker) -> Void,
    finish: @escaping @Sendable ([UInt8]) -> [UInt8] = { $0 }
  ) -> @Sendable (HostileRound) throws -> Void {
    { round in
      var zip = ZipMaker()
      zip.add("bundle.yaml", main)
      zip.add("tables/专职人员.csv", table)
      change(&zip)
      try round.scratch.write("bundles/bad.zip", finish(zip.finished))
    }
  }

  static let all: [HostileCase] = [
    HostileCase("no bundle at all", "unreadable-bundle", .rejected) { _ in },
    HostileCase("no bundle.yaml", "no-bundle-file", .rejected) {
      try $0.scratch.write("bundles/bad/tables/专职人员.csv", table)
    },
    HostileCase("an empty bundle.yaml", "yaml-empty", .rejected, beside("bundle.yaml", "")),
    HostileCase(
      "a million brackets", "yaml-too-deep", .rejected,
      beside("bundle.yaml", "facts: " + String(repeating: "[", count: 1_000_000))),
    HostileCase(
      "a bundle.yaml that breaks off", "yaml-unclosed-bracket", .rejected,
      beside("bundle.yaml", "subject: bad\nfacts: {a: 1\n")),
    HostileCase(
      "the bundle of another", "bundle-of-another", .rejected,
      beside("bundle.yaml", "subject: good\nkind: station\n")),
    HostileCase("an empty table", "empty-table", .unknown, staff("")),
    HostileCase(
      "a cell over the limit", "cell-too-large", .unknown,
      staff(table + "戊,\"" + String(repeating: "x", count: 3 << 20) + "\",1\n")),
    HostileCase(
      "a line over the limit", "line-too-large", .unknown,
      staff(
        table + "戊,"
          + String(repeating: String(repeating: "x", count: 1 << 19) + ",", count: 40) + "\n")),
    HostileCase(
      "a quote that never closes", "unclosed-quote", .unknown, staff(table + "\"戊,否,0\n己,否,0\n")),
    HostileCase(
      "a quote that closes rows later", "text-after-quote", .unknown,
      staff(table + "\"戊,否,0\n\"己\",否,0\n")),
    HostileCase("too many cells", "overlong-row", .unknown, staff(table + "戊,是,1,200,5\n")),
    HostileCase(
      "UTF-16", "not-a-table", .unknown,
      staff(
        [0xFF, 0xFE]
          + table.utf16.flatMap { unit in
            [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
          })),
    HostileCase(
      "bytes of no encoding", "undecodable-byte", .unknown,
      staff(
        Array(table.utf8) + [0xFF, 0x2C, 0xCA, 0xC7, 0x2C, 0x32, 0x32, 0x0A])),
    HostileCase(
      "a broken file of findings", "yaml-unclosed-bracket", .scored,
      beside("findings.yaml", "- {id: a")),
    HostileCase(
      "a workbook that is none", "not-a-workbook", .scored,
      beside("tables/staff.xlsx", "PK")),
    HostileCase("a link", "refused-file", .unknown) { round in
      try round.scratch.write("bundles/bad/bundle.yaml", main)
      let secret = try round.scratch.write("secret.csv", table)
      let tables = round.scratch.folder.appending(path: "bundles/bad/tables")
      try FileManager.default.createDirectory(at: tables, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: tables.appending(path: "专职人员.csv").path, withDestinationPath: secret)
    },
    HostileCase(
      "a zip that is cut off", "unreadable-bundle", .rejected, bundle: "bundles/bad.zip",
      zip({ _ in }, finish: { Array($0.prefix($0.count / 2)) })),
    HostileCase(
      "a zip with a byte changed", "unreadable-evidence", .rejected, bundle: "bundles/bad.zip",
      zip(
        { _ in },
        finish: { bytes in
          var bytes = bytes
          bytes[30 + "bundle.yaml".utf8.count] ^= 1
          return bytes
        })),
    HostileCase(
      "a zip that leads out", "refused-file", .scored, bundle: "bundles/bad.zip",
      zip { $0.add("../../../out/evil.csv", table) }),
    HostileCase(
      "a zip that explodes", "unreadable-bundle", .rejected, bundle: "bundles/bad.zip",
      zip { $0.add(Array("documents/zeros".utf8), .stored([0]), declared: 60 << 20) }),
    HostileCase(
      "one name twice in a zip", "refused-file", .unknown, bundle: "bundles/bad.zip",
      zip { $0.add("tables/专职人员.csv", "姓名,持证,督导小时\n") }),
  ]
}
