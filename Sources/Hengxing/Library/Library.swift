package import Decisions
package import Diagnostics
import Formats
package import Rubrics
import Seals

/// The rubrics and policies that a run may use, by id and edition.
package struct Library: Sendable {
  package struct Entry<Content: Sendable>: Sendable {
    package let path: String
    package let id: String
    package let edition: String
    /// `nil` where the file has errors.
    package let content: Content?

    func isCalled(_ name: String) -> Bool {
      id == name || "\(id)@\(edition)" == name || path == name
    }
  }

  package private(set) var rubrics: [Entry<Rubric>] = []
  package private(set) var policies: [Entry<Policy>] = []

  package init() {}

  /// Reads the rubric or policy at `path`; other files are passed over.
  package mutating func add(
    _ path: String, orPipe: Bool = false, into diagnostics: inout Diagnostics
  ) {
    guard let (source, bytes) = Files.text(path, as: .rules, orPipe: orPipe, into: &diagnostics)
    else { return }
    var quiet = Diagnostics()
    let digest = Digest.sha256(of: bytes)
    let node = YAMLReader.read(source, into: &quiet)
    switch FileKind.of(node) {
    case .rubric(let id, let edition):
      guard !rubrics.contains(where: { $0.path == path }) else { return }
      let rubric = node.flatMap {
        Rubric.read(
          $0, after: quiet, digest: digest, standingOn: BaseFiles.finder, into: &diagnostics)
      }
      rubrics.append(Entry(path: path, id: id, edition: edition, content: rubric))
    case .policy(let id, let edition):
      guard !policies.contains(where: { $0.path == path }) else { return }
      let policy = PolicyReader.read(source, digest: digest, into: &diagnostics)
      policies.append(Entry(path: path, id: id, edition: edition, content: policy))
    case .unreadable: diagnostics.append(quiet)
    case .round, .tests, .bundle, .other: break
    }
  }

  /// The rubric called `name`: an id, `id@edition`, or a path that was added.
  ///
  /// - Returns: every entry that fits; more than one where editions stand side by side.
  package func rubrics(called name: String) -> [Entry<Rubric>] {
    rubrics.filter { $0.isCalled(name) }
  }

  package var rubricNames: [String] {
    rubrics.map { entry in
      rubrics.count { $0.id == entry.id } > 1 ? "\(entry.id)@\(entry.edition)" : entry.id
    }
  }

  /// The policies that speak about results of `rubric`.
  package func policies(for rubric: Rubric) -> [Policy] {
    policies.compactMap(\.content).filter { $0.appliesTo.contains(rubric.id) }
  }

  /// The file names of the tables and surveys that its rubrics read.
  var wantedTables: Set<HeaderName> {
    rubrics.compactMap(\.content).reduce(into: []) { $0.formUnion($1.wantedTables) }
  }
}

extension Rubric {
  /// The file names of the tables and surveys that it reads.
  var wantedTables: Set<HeaderName> {
    Set((tables + surveys).flatMap(\.fileNames).map(HeaderName.init))
  }
}
