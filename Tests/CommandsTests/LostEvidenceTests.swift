import Foundation
import TestSupport
import Testing

/// What was handed in and cannot be read makes nobody better or worse than known.
@Suite(.timed, .serialized) struct LostEvidenceTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func score(_ example: String, mode: String) -> String {
    let rubric = Places.root.appending(path: "docs/examples/\(example).yaml").path
    return Session.screen(of: [
      "score", "--rubric", rubric, scratch.folder.path, "--mode", mode, "--lang", "en",
    ]).joined(separator: "\n")
  }

  private func gates(findings: String?) throws -> String {
    try scratch.write(
      "bundle.yaml",
      "subject: a\nfacts: {评估得分: 960, 已建党组织: 是, 上年度参加年检: 是, 正在被立案调查: 否}\n")
    if let findings { try scratch.write("findings.yaml", findings) }
    return score("gates", mode: "self")
  }

  @Test func withoutFindingsNoVetoIsOpen() throws {
    let screen = try gates(findings: nil)
    #expect(!screen.contains("What is missing"), "\(screen)")
  }

  @Test(arguments: [
    "- {id: f", "a: 1\n", "- {what: 挪用资金}\n", "- [x]\n", "",
    "- {id: f, what: 别的, status: dismissed}\n- 3\n",
  ])
  func brokenFindingsLeaveTheVetoOpen(findings: String) throws {
    let screen = try gates(findings: findings)
    #expect(screen.contains("`挪用资金` cannot be read"), "\(screen)")
    #expect(screen.contains("Status: open"), "\(screen)")
  }

  @Test func aReadableConfirmedFindingFiresBesidesABrokenOne() throws {
    let screen = try gates(findings: "- {id: f, what: 挪用资金, status: confirmed}\n- 3\n")
    #expect(!screen.contains("Status: open"), "\(screen)")
  }

  private func judge(last: String) throws -> String {
    try scratch.write("bundle.yaml", "subject: a\n")
    for name in ["a", "b", "c"] {
      try scratch.write("judgements/\(name).yaml", "by: \(name)\nrole: panel\nmarks: {talk: 80}\n")
    }
    try scratch.write("judgements/d.yaml", last)
    return score("judge", mode: "final")
  }

  @Test func fourMarksAreCombined() throws {
    let screen = try judge(last: "by: d\nrole: panel\nmarks: {talk: 90}\n")
    #expect(!screen.contains("cannot be read"), "\(screen)")
  }

  @Test(arguments: [
    "by: d\nrole: panel\nmarks: {talk: [90}\n", "by: d\nmarks: {talk: 90}\n",
    "by: d\nrole: panel\nmarks: {talk: 九十}\n", "by: d\nrole: panel\n", "",
  ])
  func aMarkThatCannotBeReadLeavesTheItemOpen(last: String) throws {
    let screen = try judge(last: last)
    #expect(screen.contains("`talk` cannot be read"), "\(screen)")
  }

  @Test func aMarkOfAnotherRoleDoesNotMatter() throws {
    let screen = try judge(last: "by: d\nrole: self\nmarks: {talk: 九十}\n")
    #expect(!screen.contains("`talk` cannot be read"), "\(screen)")
  }

  private func rubric(_ inputs: String, _ condition: String) throws -> String {
    try scratch.write(
      "rubric.yaml",
      """
      rubric: counted
      edition: "1"
      language: en
      title: Counted
      subject: station
      \(inputs)
      sections:
        - id: s
          title: S
          points: 10
          items:
            - id: many
              title: Many
              points: 10
              says: two of them
              basis: {rule: illustrative, points: illustrative}
              score: {check: \(condition)}
      total: {round: {to: 1, mode: half up}, when closed: zero}
      grades:
        - {id: good, title: Good, at least: 8}
        - {id: poor, title: Poor}

      """)
  }

  @Test(arguments: [("", "Status: evaluated"), ("a,3,4\n", "Status: open")])
  func aRowOfATownThatMayBeAnybodysIsOpen(more: String, status: String) throws {
    let rubric = try rubric(
      "tables: {paid: {from: town, columns: {amount: {type: number}}}}", "count(paid) >= 2")
    try scratch.write(
      "round.yaml",
      """
      round: r
      title: R
      period: {from: 2024-01-01, to: 2024-12-31}
      as of: 2025-01-15
      rubrics: [rubric.yaml]
      subjects:
        - {id: a, rubric: counted, bundle: a, parties: {town: t}}
        - {id: t, rubric: counted, bundle: t}

      """)
    try scratch.write("a/bundle.yaml", "subject: a\n")
    try scratch.write("t/bundle.yaml", "subject: t\n")
    try scratch.write("t/tables/paid.csv", "subject,amount\na,1\nb,2\n" + more)
    let folder = scratch.folder
    let screen = Session.screen(of: [
      "score", "--rubric", rubric, folder.appending(path: "a").path,
      "--round", folder.appending(path: "round.yaml").path, "--lang", "en",
    ]).joined(separator: "\n")
    #expect(screen.contains(status), "\(screen)")
  }

  @Test func aDocumentThatIsNotAsListedMayOrMayNotCount() throws {
    let rubric = try rubric("documents: {contract: {accept: [pdf]}}", "count(contract) >= 2")
    try scratch.write(
      "b/bundle.yaml",
      """
      subject: a
      documents:
        - {file: documents/1.pdf, kind: contract}
        - {file: documents/2.pdf, kind: contract, sha256: 00}

      """)
    try scratch.write("b/documents/1.pdf", "1")
    try scratch.write("b/documents/2.pdf", "2")
    let screen = Session.screen(of: [
      "score", "--rubric", rubric, scratch.folder.appending(path: "b").path, "--lang", "en",
    ]).joined(separator: "\n")
    #expect(screen.contains("[document-changed]"), "\(screen)")
    #expect(screen.contains("Status: open"), "\(screen)")
  }
}
