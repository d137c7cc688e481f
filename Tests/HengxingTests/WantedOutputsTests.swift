import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Hengxing
@testable import Scoring

/// No run replaces what it reads, nor what somebody else wrote.
@Suite(.timed) struct WantedOutputsTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("facts.csv", "id,rooms\n")
    try scratch.write("old.csv", "subject,score,low,high,grade,stars,status\n")
    try scratch.write("theirs.csv", "name,telephone\n")
    try scratch.write("old.txt", "A · 1\n\nhengxing 0, mode final, rubric SHA-256 00\n")
    try scratch.write("theirs.txt", "notes\n")
    try scratch.write("empty.csv", "")
  }

  private func path(_ name: String) -> String { scratch.folder.appending(path: name).path }

  private func codes(
    _ outputs: [(option: String, name: String, form: WantedOutputs.Form)], force: Bool = false
  ) -> [String] {
    var diagnostics = Diagnostics()
    let wanted = WantedOutputs(
      outputs.map { .init(option: $0.option, path: path($0.name), form: $0.form) },
      besides: [("`--facts`", path("facts.csv"))])
    let isClear = wanted.mayBeWritten(force: force, into: &diagnostics)
    #expect(isClear == diagnostics.isEmpty)
    return diagnostics.all.map(\.code)
  }

  @Test func anInputIsNeverReplacedWhateverItIsCalled() throws {
    try FileManager.default.createSymbolicLink(
      atPath: path("link.csv"), withDestinationPath: "facts.csv")
    try FileManager.default.linkItem(atPath: path("facts.csv"), toPath: path("twin.csv"))
    for name in [
      "facts.csv", "./facts.csv", "../\(scratch.folder.lastPathComponent)/facts.csv", "link.csv",
      "twin.csv",
    ] {
      for force in [true, false] {
        #expect(codes([("out", name, .lines)], force: force) == ["output-is-input"], "\(name)")
      }
    }
  }

  @Test func noTwoOutputsAreTheSameFile() {
    #expect(
      codes([("out", "new.csv", .lines), ("save", "./new.csv", .kept)], force: true)
        == ["output-twice"])
    #expect(
      codes([("out", "new/a.csv", .lines), ("save", "new/../new/a.csv", .kept)])
        == ["output-twice"])
    #expect(codes([("out", "new.csv", .lines), ("save", "new.hxk", .kept)]).isEmpty)
  }

  @Test(arguments: [
    ("old.csv", WantedOutputs.Form.lines, true), ("empty.csv", .lines, true),
    ("nothing.csv", .lines, true), ("theirs.csv", .lines, false), ("old.csv", .kept, false),
    ("old.csv", .results, false), ("old.txt", .summary, true), ("theirs.txt", .summary, false),
  ])
  func onlyEarlierOutputIsReplacedUnasked(name: String, form: WantedOutputs.Form, mayBe: Bool) {
    #expect(codes([("out", name, form)]) == (mayBe ? [] : ["not-our-file"]))
    #expect(codes([("out", name, form)], force: true).isEmpty)
  }

  /// Keys join with other tables, unless the file is for a spreadsheet.
  @Test(arguments: [(false, ["=1+1", "＋x", "-7", "A"]), (true, ["'=1+1", "'＋x", "-7", "A"])])
  func keysAreWrittenAsTheyAre(byteOrderMark: Bool, keys: [String]) throws {
    var request = PortfolioRun.Request(
      rubric: Places.root.appending(path: "samples/portfolio/quick-look.yaml").path)
    request.facts = try scratch.write(
      "keys.csv", "站点编号,开放天数,运行状态\n=1+1,9,正常\n＋x,9,正常\n-7,9,正常\nA,9,正常\n")
    request.without = ["tables"]
    request.options.byteOrderMark = byteOrderMark
    var diagnostics = Diagnostics()
    let text = PortfolioRun.score(request, into: &diagnostics)?.outcome.text ?? ""
    let lines = text.split(separator: "\n").dropFirst()
    #expect(lines.map { String($0.prefix { $0 != "," }) } == keys)
    #expect(diagnostics.all.map(\.code) == (byteOrderMark ? [] : ["keys-like-formulas"]))
  }
}
