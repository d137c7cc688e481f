import Foundation
import TestSupport
import Testing

/// Words between 「」 in a citation stand so in the article that is cited, but for spaces, widths and punctuation.
@Suite(.timed, .enabled(if: Places.shared != nil, "the folder of outside material is absent"))
struct SeedQuotationTests {
  struct Quotation: Sendable, CustomTestStringConvertible {
    let place: String
    let article: String
    let words: String

    var testDescription: String { "\(place) \(words)" }
  }

  /// The articles by the id of their source, and by the titles that citations use after a semicolon.
  private static let articles = [
    "rational": "000", "platform": "001", "yangao2026": "002", "yan2021": "003", "jin": "004",
    "以理性精神推动基层社工平台建设": "000", "社工服务，为基层社会治理打通关键点": "001", "共识与特色": "002",
    "政社互动下社会工作站建设实践": "003", "社会工作参与基层社会治理的实践逻辑研究": "004",
  ]

  static let quotations: [Quotation] = {
    let folder = Places.root.appending(path: "rubrics")
    return Places.files(in: folder, extension: "yaml").flatMap { file in
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap {
        quotations(of: String($1), at: "\(file.lastPathComponent):\($0 + 1)")
      }
    }
  }()

  private static func quotations(of line: String, at place: String) -> [Quotation] {
    guard let cited = line.firstMatch(of: /cite: (\w+), (.*)/),
      var article = articles[String(cited.1)]
    else { return [] }
    var found: [Quotation] = []
    for match in cited.2.matches(of: /；《([^》]+)》|「([^」]+)」/) {
      if let title = match.1 { article = articles[String(title)] ?? article }
      if let words = match.2 {
        found.append(Quotation(place: place, article: article, words: String(words)))
      }
    }
    return found
  }

  private static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.precomposedStringWithCompatibilityMapping.unicodeScalars.filter {
          CharacterSet.alphanumerics.contains($0) || $0 == "%"
        }))
  }

  private static let texts: [String: String] = {
    guard let folder = Places.shared?.appending(path: "seeds") else { return [:] }
    let files = Places.files(in: folder, extension: "txt")
    return Dictionary(
      files.map { file in
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return (String(file.lastPathComponent.prefix(3)), plain(text))
      }, uniquingKeysWith: { first, _ in first })
  }()

  @Test func theArticlesAreQuotedOften() {
    #expect(Self.quotations.count > 200)
  }

  @Test(arguments: quotations)
  func aQuotationStandsInItsArticle(quotation: Quotation) throws {
    let text = try #require(Self.texts[quotation.article])
    for part in quotation.words.split(separator: "……") {
      #expect(text.contains(Self.plain(String(part))), "\(quotation.place): 「\(part)」")
    }
  }
}
