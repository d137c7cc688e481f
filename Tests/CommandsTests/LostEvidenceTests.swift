import Foundation
import TestSupport
import Testing

/// What was handed in and cannot be read makes nobody better or worse than known.
@Suite(.serialized) struct LostEvidenceTests {
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

  @Test func aDocumentThatIsNotAsListedMayOrMayNotCount() throws {
    let rubric = try scratch.write(
      "rubric.yaml",
      """
      rubric: contracts
      edition: "1"
      language: en
      title: Contracts
      subject: station
      documents:
        contract: {accept: [pdf]}
      sections:
        - id: s
          title: S
          points: 10
          items:
            - id: many
              title: Many
              points: 10
              says: two contracts
              basis: {rule: illustrative, points: illustrative}
              score: {check: count(contract) >= 2}
      total: {round: {to: 1, mode: half up}, when closed: zero}
      grades:
        - {id: good, title: Good, at least: 8}
        - {id: poor, title: Poor}

      """)
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
