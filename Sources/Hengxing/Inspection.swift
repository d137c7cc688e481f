import Bundles
import Decisions
package import Diagnostics
import Formats
package import Rubrics
import Seals
package import Values

/// Everything that can be said about files without scoring anybody.
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
    package let profile: RubricProfile
  }

  package private(set) var diagnostics = Diagnostics()
  package private(set) var sums: [Sums] = []
  /// The rubrics without errors among the files.
  package private(set) var rubrics: [Rubric] = []
  /// How many files of a kind that Hengxing knows were read.
  package private(set) var fileCount = 0

  /// Bundles that were looked at, by path: a round may name one that was given too.
  private var bundles = Set<String>()

  package init() {}

  /// Says what only several files together show; called once, when all have been looked at.
  package mutating func finish() {
    ExcuseLinks.follow(among: rubrics, into: &diagnostics)
    TakenLinks.followCircles(among: rubrics, into: &diagnostics)
  }

  /// Looks at a file, or at every file below a folder; a bundle is looked at as a whole.
  package mutating func inspect(_ path: String) {
    guard Files.exists(path) else {
      diagnostics.report(.unreadableFile(path, UnreadableWording.missing))
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
    let files = Files.yamlFiles(at: path, into: &diagnostics)
    let bundles = files.filter { $0.hasSuffix("/bundle.yaml") }
      .map { String($0.dropLast("/bundle.yaml".count)) }
    for bundle in bundles { inspectBundle(bundle) }
    for file in files
    where !bundles.contains(where: { file.hasPrefix($0 + "/") }) {
      inspectFile(file, isNamed: false)
    }
  }

  private mutating func inspectBundle(_ path: String) {
    guard bundles.insert(path).inserted else { return }
    fileCount += 1
    _ = BundleReader.read(path, shownAs: path, into: &diagnostics)
  }

  private mutating func inspectFile(_ path: String, isNamed: Bool) {
    guard let (source, bytes) = Files.text(path, into: &diagnostics) else { return }
    var quiet = Diagnostics()
    let node = YAMLReader.read(source, into: &quiet)
    let digest = Digest.sha256(of: bytes)
    switch FileKind.of(node) {
    case .rubric:
      fileCount += 1
      if let rubric = Rubric.read(source, digest: digest, into: &diagnostics) { add(rubric) }
    case .policy:
      fileCount += 1
      _ = PolicyReader.read(source, digest: digest, into: &diagnostics)
    case .round:
      fileCount += 1
      inspectRound(source, isNamed: isNamed)
    case .tests:
      fileCount += 1
      if let node { _ = RubricTestSyntax.read(node, into: &diagnostics) }
    case .unreadable: diagnostics.append(quiet)
    case .bundle, .other:
      if isNamed { diagnostics.report(.nothingToCheck(path)) }
    }
  }

  /// A round is as good as the files that it names; rubrics that stand beside it are looked at once.
  ///
  /// Its bundles are looked at where the round itself was given; below a folder they are found anyway.
  private mutating func inspectRound(_ source: SourceText, isNamed: Bool) {
    guard let round = RoundReader.read(source, into: &diagnostics) else { return }
    var found = Diagnostics()
    let library = Library(of: round, into: &found)
    var rubrics: [String: [Rubric]] = [:]
    var entries: [RoundEntry] = []
    for subject in round.subjects {
      for name in subject.rubrics {
        let rubric = library.rubric(for: name, besides: round.path, into: &diagnostics)
        entries.append(RoundEntry(subject: subject, name: name, rubric: rubric))
        if let rubric { rubrics[subject.id, default: []].append(rubric) }
      }
      let bundle = Files.path(subject.bundle.text, besides: round.path)
      if !Files.exists(bundle) {
        diagnostics.report(.pathNotFound(subject.bundle.text, at: subject.bundle.place))
      } else if isNamed {
        inspectBundle(bundle)
      }
    }
    for diagnostic in found.all where ["path-not-found", "left-out"].contains(diagnostic.code) {
      diagnostics.report(diagnostic)
    }
    var links = ExcuseLinks(rubrics)
    links.follow(from: round, into: &diagnostics)
    var results = ResultLinks(entries, library)
    results.follow(into: &diagnostics)
    var taken = TakenLinks(entries, library)
    taken.follow(into: &diagnostics)
    TakenSources(entries).report(
      RoundOrder(entries, round.hierarchy).circles, into: &diagnostics)
  }

  private mutating func add(_ rubric: Rubric) {
    let basis = rubric.basisSums
    rubrics.append(rubric)
    rubric.lint(into: &diagnostics)
    sums.append(
      Sums(
        rubric: rubric.id, edition: rubric.edition, items: rubric.everyItem.count,
        points: basis.points, sourcedRule: basis.sourcedRule, sourcedPoints: basis.sourcedPoints,
        conventions: rubric.conventions.count, profile: rubric.profile
      )
    )
  }
}
