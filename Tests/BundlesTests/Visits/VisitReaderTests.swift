import Bundles
import Diagnostics
import Foundation
import TestSupport
import Testing

/// The papers of visits: what they found, and what became of it.
@Suite(.timed) struct VisitReaderTests {
  private func read(_ visits: [String]) throws -> (Bundles.Bundle, [String]) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "visits-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "visits"), withIntermediateDirectories: true)
    try Data("subject: s\n".utf8).write(to: folder.appending(path: "bundle.yaml"))
    for (index, text) in visits.enumerated() {
      try Data("by: a\nrole: panel\n\(text)\n".utf8)
        .write(to: folder.appending(path: "visits/\(index).yaml"))
    }
    var found = Diagnostics()
    let bundle = BundleReader.read(folder.path, shownAs: "b", into: &found)
    return (try #require(bundle), found.all.map { "\($0.code) \($0.place?.description ?? "")" })
  }

  @Test func aVisitIsAPaperWithFaultsFollowUpsFindingsAndAdvice() throws {
    let (bundle, found) = try read([
      """
      stage: visit
      date: 2024-01-10
      marks: {x: 6}
      faults: [{id: f-1, item: x, says: 结案没有复核, due: 2024-02-10}]
      advice: [加强回访, {to: town, item: x, says: 按时拨款}]
      """,
      """
      stage: visit
      date: 2024-02-12
      marks: {x: 8}
      follow-ups: [{fault: f-1, state: 已整改, says: 补了复核单}]
      findings: [{id: w-1, what: 服务记录造假, status: alleged}]
      """,
    ])
    #expect(found == [])
    #expect(bundle.judgements.map(\.marks.count) == [1, 1])
    #expect(bundle.faults.map(\.id) == ["f-1"])
    #expect(bundle.followUps.map(\.state) == [.done])
    #expect(bundle.findings.map(\.what) == ["服务记录造假"])
    #expect(bundle.findings.first?.date.map { "\($0)" } == "2024-02-12")
    #expect(bundle.advice.map(\.to) == [nil, "town"])
  }

  @Test(arguments: [
    ("stage: visit\nmarks: {}", ["bundle-missing-key b/visits/0.yaml:1:1"]),
    ("date: 2024-01-10", ["bundle-missing-key b/visits/0.yaml:1:1"]),
    (
      "stage: v\ndate: 2024-01-10\nfaults: [{id: a, says: A}, {id: a, says: B}]",
      ["fault-twice b/visits/0.yaml:5:28"]
    ),
    (
      "stage: v\ndate: 2024-01-10\nfaults: [{id: a, says: A, due: 2024-01-01}]",
      ["due-before-found b/visits/0.yaml:5:32"]
    ),
    (
      "stage: v\ndate: 2024-01-10\nfollow-ups: [{fault: b, state: done}]",
      ["follow-up-of-nothing b/visits/0.yaml:5:14"]
    ),
    (
      "stage: v\ndate: 2024-01-10\nfollow-ups: [{fault: b, state: perhaps}]",
      ["follow-up-state b/visits/0.yaml:5:32"]
    ),
  ])
  func whatDoesNotFitIsTold(text: String, codes: [String]) throws {
    #expect(try read([text]).1 == codes)
  }

  @Test func aFollowUpBeforeItsFaultIsToldWithBothPlaces() throws {
    let (_, found) = try read([
      "stage: v\ndate: 2024-03-10\nfaults: [{id: a, says: A}]",
      "stage: v\ndate: 2024-02-10\nfollow-ups: [{fault: a, state: done}]",
    ])
    #expect(found == ["follow-up-before b/visits/1.yaml:5:14"])
  }

  @Test func whatCannotBeReadLeavesMarksAndFaultsOpen() throws {
    let (bundle, _) = try read(["stage: v\ndate: 2024-03-10\nfaults: [{id: a}]"])
    #expect(bundle.faults.isEmpty)
    #expect(bundle.lostMarks.count == 1)
  }
}
