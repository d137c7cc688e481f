import Foundation
import TestSupport
import Testing

@testable import Commands

/// The version stands in one place, and the changelog tells what it means for results.
@Suite(.timed) struct VersionTests {
  private struct Release {
    let version: String
    let date: String
    let text: String
  }

  private static let releases: [Release] = {
    let page = Places.root.appending(path: "CHANGELOG.md")
    guard let text = try? String(contentsOf: page, encoding: .utf8) else { return [] }
    return text.components(separatedBy: "\n## ").dropFirst().map { section in
      let heading = section.prefix { $0 != "\n" }.split(separator: ":")[0]
      let parts = heading.split(separator: ", ", maxSplits: 1)
      return Release(
        version: String(parts[0]), date: parts.count > 1 ? String(parts[1]) : "", text: section)
    }
  }()

  private static func numbers(_ version: String) -> [Int] {
    version.split(separator: ".").compactMap { Int($0) }
  }

  @Test func theChangelogBeginsWithTheVersionThatIsBuilt() throws {
    let first = try #require(Self.releases.first)
    #expect(
      first.version == Program.version,
      """
      the first heading of CHANGELOG.md must be `## \(Program.version), unreleased` or its date; \
      see docs/releasing.md
      """)
    #expect(Self.numbers(Program.version).count == 3)
  }

  @Test func everyReleaseSaysWhatItMeansForResults() {
    for release in Self.releases {
      #expect(
        release.text.contains("\n### Results\n"),
        "\(release.version) in CHANGELOG.md lacks `### Results`: which results changed and why")
      #expect(!release.date.isEmpty, "\(release.version) in CHANGELOG.md has no date")
    }
    #expect(Self.releases.dropFirst().allSatisfy { $0.date != "unreleased" })
  }

  @Test func versionsOnlyRise() {
    for (newer, older) in zip(Self.releases, Self.releases.dropFirst()) {
      #expect(
        Self.numbers(older.version).lexicographicallyPrecedes(Self.numbers(newer.version)),
        "\(newer.version) stands above \(older.version) in CHANGELOG.md")
    }
  }

  /// A line of the history of speeds belongs to a release, or to the one being made.
  @Test func theHistoryOfSpeedsNamesVersionsThatAre() throws {
    let page = Places.root.appending(path: "docs/performance-history.csv")
    let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
    let width = try #require(lines.first).split(separator: ",").count
    let versions = Set(Self.releases.map(\.version))
    for line in lines.dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      #expect(cells.count == width, "\(line)")
      #expect(versions.contains(String(cells[0])), "\(cells[0]) is in no heading of CHANGELOG.md")
    }
    #expect(lines.count > 1)
  }
}
