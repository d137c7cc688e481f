import Bundles
import Decisions
package import Diagnostics
import Formats
package import Rubrics
import Seals
package import Values

/// Everything that can be said about files without writing anything.
///
/// A round is looked at as a run would: every bundle is read by its rubric and scored, and what that finds is told.
package struct Inspection: Sendable {
  /// How much of a rubric rests on a source.
  package struct Sums: Sendable {
    package let rubric: String
    package let edition: String
    package let items: Int
    package let points: Number
    package let sourcedRule: Number
    package let sourcedPoints: Number
    /// Facts and columns where an empty cell counts as a value.
    package let conventions: Int
    /// Figures behind items that do not say where they come from.
    package let figuresWithoutBasis: Int
    package let profile: RubricProfile
  }

  package private(set) var diagnostics = Diagnostics()
  package private(set) var sums: [Sums] = []
  /// The rubrics without errors among the files.
  package private(set) var rubrics: [Rubric] = []
  /// The languages of the rubrics among the files.
  private var languages = Set<Language>()
  /// How many files of a kind that Hengxing knows were read.
  package private(set) var fileCount = 0

  /// Whether a subject of a round could not be scored because of a fault.
  package private(set) var hasRejections = false

  /// Bundles that were looked at, by path: a round may name one that was given too.
  private var bundles = Set<String>()
  /// What was told, so that a file which several others name is told of once.
  private var told = Set<Diagnostic.Identity>()

  package init() {}

  /// The language of all rubrics that were looked at; `nil` where there is none, or they differ.
  package var language: Language? { languages.count == 1 ? languages.first : nil }

  /// As the reader of rubrics has it, also for one with mistakes.
  static func language(of node: Node?) -> Language {
    node?.mapping?["language"]?.scalar.flatMap { Language(rawValue: $0.text) } ?? .zh
  }

  /// Says what only several files together show; called once, when all have been looked at.
  package mutating func finish() {
    let all = rubrics
    tell { found in
      ExcuseLinks.follow(among: all, into: &found)
      TakenLinks.followCircles(among: all, into: &found)
    }
  }

  private mutating func tell<Result>(_ look: (inout Diagnostics) -> Result) -> Result {
    var found = Diagnostics()
    let result = look(&found)
    tell(found.all)
    return result
  }

  private mutating func tell(_ found: [Diagnostic]) {
    for diagnostic in found {
      if told.insert(diagnostic.identity(naming: Files.standardized)).inserted {
        diagnostics.report(diagnostic)
      }
    }
  }

  /// Looks at a file, or at every file below a folder; a bundle is looked at as a whole.
  package mutating func inspect(_ path: String) {
    guard Files.exists(path) else {
      tell { $0.report(.unreadableFile(path, UnreadableWording.missing)) }
      return
    }
    if path.hasSuffix(".zip") || Files.exists(Files.joined(path, "bundle.yaml")) {
      inspectBundle(path)
      return
    }
    guard Files.isFolder(path) else {
      inspectFile(path, isNamed: true)
      return
    }
    let files = tell { Files.yamlFiles(at: path, into: &$0) }
    let bundles = files.filter { $0.hasSuffix("/bundle.yaml") }
      .map { String($0.dropLast("/bundle.yaml".count)) }
    // Rounds first: what is wrong with their bundles they say themselves.
    for file in files where !bundles.contains(where: { file.hasPrefix($0 + "/") }) {
      inspectFile(file, isNamed: false)
    }
    for bundle in bundles { inspectBundle(bundle) }
  }

  private mutating func inspectBundle(_ path: String) {
    guard isNew(path) else { return }
    fileCount += 1
    tell { _ = BundleReader.read(path, shownAs: path, into: &$0) }
  }

  private mutating func isNew(_ bundle: String) -> Bool {
    bundles.insert(Files.standardized(bundle)).inserted
  }

  private mutating func inspectFile(_ path: String, isNamed: Bool) {
    if isNamed, RoundSheets.isWorkbook(path) {
      fileCount += 1
      return inspectRound(path)
    }
    guard let (source, bytes) = tell({ Files.text(path, as: .rules, into: &$0) }) else { return }
    var quiet = Diagnostics()
    let node = YAMLReader.read(source, into: &quiet)
    let digest = Digest.sha256(of: bytes)
    switch FileKind.of(node) {
    case .rubric:
      fileCount += 1
      languages.insert(Self.language(of: node))
      let rubric = tell {
        Rubric.read(source, digest: digest, standingOn: BaseFiles.finder, into: &$0)
      }
      if let rubric { add(rubric) }
    case .policy:
      fileCount += 1
      tell { _ = PolicyReader.read(source, digest: digest, into: &$0) }
    case .round:
      fileCount += 1
      inspectRound(path)
    case .tests:
      fileCount += 1
      if let node { tell { _ = RubricTestSyntax.read(node, into: &$0) } }
    case .unreadable: tell(quiet.all)
    case .bundle, .other:
      if isNamed { tell { $0.report(.nothingToCheck(path)) } }
    }
  }

  /// A round is as good as what a run of it finds.
  private mutating func inspectRound(_ path: String) {
    var quiet = Diagnostics()
    for subject in RoundReader.read(at: path, into: &quiet)?.subjects ?? [] {
      let bundle = Files.path(subject.bundle.text, besides: path)
      if Files.exists(bundle), isNew(bundle) { fileCount += 1 }
    }
    var options = Pipeline.Options(engine: "")
    options.looksOnly = true
    guard let result = tell({ Pipeline.run(path, options, into: &$0) }) else { return }
    tell(result.evidence)
    hasRejections = hasRejections || result.hasRejections
  }

  private mutating func add(_ rubric: Rubric) {
    let basis = rubric.basisSums
    rubrics.append(rubric)
    tell { rubric.lint(into: &$0) }
    sums.append(
      Sums(
        rubric: rubric.id, edition: rubric.edition, items: rubric.everyItem.count,
        points: basis.points, sourcedRule: basis.sourcedRule, sourcedPoints: basis.sourcedPoints,
        conventions: rubric.conventions.count, figuresWithoutBasis: basis.figuresWithoutBasis,
        profile: rubric.profile
      )
    )
  }
}
