import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Reports

@Suite(.timed) struct HTMLPageTests {
  @Test(arguments: Language.allCases)
  func thePageIsTheSameDownToTheByte(language: Language) throws {
    try expectGolden(
      HTMLPage.print(SampleReport.report, in: language), "page.\(language.rawValue).html"
    )
  }

  @Test func namesCannotSmuggleMarkup() {
    let page = HTMLPage.print(SampleReport.report, in: .zh)
    #expect(page.contains("资料齐全 &lt;b&gt;&amp;"))
    #expect(!page.contains("<script"))
    #expect(!page.contains("http-equiv"))
  }

  @Test func everyLinkLeadsToAnElementOfThePage() {
    let page = HTMLPage.print(SampleReport.report, in: .zh)
    let targets = Set(page.matches(of: /\bid="([^"]+)"/).map { String($0.1) })
    for link in page.matches(of: /href="#([^"]+)"/) {
      #expect(targets.contains(String(link.1)), "no element for \(link.1)")
    }
  }

  @Test(arguments: Language.allCases)
  func theScreenLinesUp(language: Language) throws {
    try expectGolden(
      TextReport.print(SampleReport.report, in: language), "screen.\(language.rawValue).txt"
    )
  }
}
