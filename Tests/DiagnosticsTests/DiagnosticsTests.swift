import Diagnostics
import TestSupport
import Testing

@Suite(.timed) struct DiagnosticsTests {
  private func diagnostics(_ severities: [Severity]) -> Diagnostics {
    var all = Diagnostics()
    for (number, severity) in severities.enumerated() {
      all.report(
        Diagnostic("case-\(number)", severity, at: nil, Wording(en: "fact", zh: "事实")))
    }
    return all
  }

  private let most = Diagnostics.maximumCount

  @Test func anErrorIsListedHoweverManyWarningsStandAboveIt() {
    let warnings = [Severity](repeating: .warning, count: most + 5)
    let all = diagnostics(warnings + [.error])
    #expect(all.all.last?.severity == .error)
    #expect(all.all.count == most + 1)
    #expect(all.omittedCount == 5)
    #expect(all.errorCount == 1)
  }

  @Test func warningsAreListedHoweverManyErrorsStandAboveThem() {
    let all = diagnostics([Severity](repeating: .error, count: most + 2) + [.note, .warning])
    #expect(all.all.suffix(2).map(\.severity) == [.note, .warning])
    #expect(all.omittedCount == 2)
    #expect(all.errorCount == most + 2)
  }

  /// Lists that are put together say the same as one list.
  @Test func listsTogetherKeepWhatOneListKeeps() {
    let first = [Severity](repeating: .warning, count: most - 1) + [.error]
    let second = [Severity](repeating: .warning, count: most) + [.error, .note]
    var joined = diagnostics(first)
    joined.append(diagnostics(second))
    let one = diagnostics(first + second)
    #expect(joined.all.map(\.severity) == one.all.map(\.severity))
    #expect(joined.omittedCount == one.omittedCount)
    #expect(joined.errorCount == one.errorCount)
  }
}
