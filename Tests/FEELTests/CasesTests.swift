import Diagnostics
import Foundation
import TestSupport
import Testing
import Values

@testable import FEEL

@Suite(.timed) struct CasesTests {
  static let files = Places.files(
    in: Places.root.appending(path: "Tests/FEELTests/Cases"), extension: "cases")

  @Test(arguments: files)
  func everyLineGivesWhatItSays(url: URL) throws {
    let file = try CaseFile(url)
    #expect(!file.cases.isEmpty)
    for one in file.cases { check(one, in: file) }
  }

  private func check(_ one: CaseFile.Case, in file: CaseFile) {
    let name = one.testDescription
    let (plan, slots, diagnostics) = file.plan(one)
    #expect(diagnostics.all.map(Self.short) == one.mistakes, "\(name)")
    guard let plan else {
      #expect(one.value == nil, "\(name) is refused")
      return
    }
    guard let expected = one.value else {
      Issue.record("\(name) is accepted")
      return
    }
    let value = plan.run(slots)
    #expect(value.spelling == expected, "\(name)")
    #expect(plan.explain(slots).value.spelling == value.spelling, "\(name), explained")
    if let reason = one.reason, case .null(let found) = value {
      #expect("\(found.kind)" == reason, "\(name)")
    }
  }

  /// `code at start-end`, with offsets of UTF-8.
  private static func short(_ diagnostic: Diagnostic) -> String {
    guard case .text(_, let span)? = diagnostic.place else { return diagnostic.code }
    return "\(diagnostic.code) at \(span.start)-\(span.end)"
  }
}
