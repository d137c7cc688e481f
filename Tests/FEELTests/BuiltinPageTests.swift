import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import FEEL

@Suite(.timed) struct BuiltinPageTests {
  /// `UPDATE_GOLDEN=1 swift test` writes the pages anew.
  @Test(arguments: [(Language.en, "functions.md"), (Language.zh, "functions.zh.md")])
  func thePageIsWhatTheFunctionsSay(language: Language, name: String) throws {
    let file = Places.root.appending(path: "docs/\(name)")
    let page = Builtins.page(in: language)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(page.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == page)
  }

  @Test func everyFunctionHasASummaryAndAnExample() {
    for (name, overloads) in Dictionary(grouping: Builtins.all, by: \.name) {
      // What the clock says cannot be an example.
      if name == "now" || name == "today" { continue }
      #expect(overloads.contains { !$0.examples.isEmpty }, "\(name)")
      #expect(overloads.allSatisfy { !$0.summary.en.isEmpty && !$0.summary.zh.isEmpty }, "\(name)")
    }
  }

  @Test func onlyLastParametersMayBeLeftOutOrRepeated() {
    for builtin in Builtins.all {
      let optional = builtin.parameters.map(\.isOptional)
      #expect(optional == optional.sorted { !$0 && $1 }, "\(builtin.signature)")
      let isRepeatedEarly = builtin.parameters.dropLast().contains { $0.isVariadic }
      #expect(!isRepeatedEarly, "\(builtin.signature)")
    }
  }
}
