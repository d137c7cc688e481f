import Decisions
package import Diagnostics
import Formats
import Rubrics
package import Scoring
import Seals

/// Runs files of rubric tests and policy tests.
package struct Proofing: Sendable {
  /// What one file of tests came to.
  package struct Tally: Sendable {
    package let path: String
    package let tested: String
    package let caseCount: Int
    package let passedCount: Int
    /// Cases that nobody has ticked; they are no tests yet, and not among `caseCount`.
    package let toTickCount: Int
    /// Rubrics only: which items and lines the tests reach.
    package let coverage: RubricCoverage?
  }

  package private(set) var tallies: [Tally] = []
  package private(set) var diagnostics = Diagnostics()

  /// The languages of the rubrics that were tested.
  private var languages = Set<Language>()
  /// The language of all of them; `nil` where there is none, or they differ.
  package var language: Language? { languages.count == 1 ? languages.first : nil }

  package init() {}

  /// Runs the tests in a file, or in every `*.tests.yaml` below a folder.
  package mutating func run(_ path: String) {
    guard Files.exists(path) else {
      diagnostics.report(.unreadableFile(path, UnreadableWording.missing))
      return
    }
    let files = Files.yamlFiles(at: path, into: &diagnostics).filter {
      !Files.isFolder(path) || $0.hasSuffix(".tests.yaml") || $0.hasSuffix(".tests.yml")
    }
    if files.isEmpty { diagnostics.report(.noTests(path)) }
    for file in files { runFile(file) }
  }

  private mutating func runFile(_ path: String) {
    guard let (source, _) = Files.text(path, as: .rules, into: &diagnostics),
      let node = YAMLReader.read(source, into: &diagnostics),
      let file = RubricTestSyntax.read(node, into: &diagnostics)
    else { return }
    let tested = Files.path(file.path, besides: path)
    guard let (text, bytes) = Files.text(tested, as: .rules, into: &diagnostics) else { return }
    var quiet = Diagnostics()
    let digest = Digest.sha256(of: bytes)
    switch FileKind.of(YAMLReader.read(text, into: &quiet)) {
    case .policy(let id, _):
      guard let policy = PolicyReader.read(text, digest: digest, into: &diagnostics) else { return }
      let passed = PolicyTestRunner(policy).run(file, into: &diagnostics)
      tallies.append(
        Tally(
          path: path, tested: id, caseCount: file.cases.count { !$0.isToTick },
          passedCount: passed, toTickCount: file.cases.count(where: \.isToTick), coverage: nil
        )
      )
    default:
      var found = Diagnostics()
      let rubric = Rubric.read(
        text, digest: digest, standingOn: BaseFiles.finder, into: &found)
      // What is merely remarkable about a rubric is what `check` says.
      for diagnostic in found.all where diagnostic.severity == .error {
        diagnostics.report(diagnostic)
      }
      guard let rubric else { return }
      languages.insert(rubric.language)
      let (outcomes, coverage) = RubricTestRunner(rubric).run(file, into: &diagnostics)
      tallies.append(
        Tally(
          path: path, tested: rubric.id, caseCount: outcomes.count { !$0.isToTick },
          passedCount: outcomes.count { $0.passes },
          toTickCount: outcomes.count(where: \.isToTick), coverage: coverage
        )
      )
    }
  }
}
