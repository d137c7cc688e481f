import Bundles
import Diagnostics
import Formats
import Platform
import Scoring

/// The bundles of a round, each read once, by subject.
struct Shelf: Sendable {
  struct Place: Sendable {
    /// `nil` where the bundle, or its `bundle.yaml`, cannot be read at all, or is about somebody else.
    let bundle: Bundle?
    let source: EvidenceSource
    let diagnostics: Diagnostics
    /// Before the deadline: nothing has been handed in yet, which is no fault.
    var isAwaited = false
  }

  private var places: [String: Place] = [:]

  /// Tables that no rubric of the library asks for stay closed.
  ///
  /// While files `mayStillCome`, a bundle that is not there is awaited.
  init(
    of round: Round, for library: Library, mayStillCome: Bool = false, threads: Int = 1,
    into diagnostics: inout Diagnostics
  ) {
    let wanted = library.wantedTables
    let read = Parallel.map(round.subjects.count, threads: threads) { index in
      Self.place(of: round.subjects[index], in: round, wanted, mayStillCome: mayStillCome)
    }
    for (subject, place) in zip(round.subjects, read) {
      places[subject.id] = place
      diagnostics.append(place.diagnostics)
    }
  }

  private static func place(
    of subject: Round.Subject, in round: Round, _ wanted: Set<HeaderName>?, mayStillCome: Bool
  ) -> Place {
    let path = Files.path(subject.bundle.text, besides: round.path)
    var found = Diagnostics()
    if mayStillCome, isAwaited(path) {
      found.report(.notHandedInYet(subject.id, at: subject.bundle.place))
      return Place(bundle: nil, source: EvidenceSource(), diagnostics: found, isAwaited: true)
    }
    var bundle = BundleReader.read(
      path, shownAs: subject.bundle.text, wanted: wanted, into: &found)
    // What was found about somebody else is no evidence about this subject.
    if let other = bundle?.subject, other != subject.id {
      found.report(.bundleOfAnother(other, subject.id, at: subject.bundle.place))
      bundle = nil
    }
    return Place(
      bundle: bundle.flatMap { $0.hasManifest ? $0 : nil },
      source: bundle.map(EvidenceSource.init) ?? EvidenceSource(), diagnostics: found)
  }

  /// Nothing stands there, or an empty folder.
  private static func isAwaited(_ path: String) -> Bool {
    !Files.exists(path) || Folders.names(in: path)?.isEmpty == true
  }

  subscript(id: String) -> Place? { places[id] }

  /// Puts another bundle in the place of a subject's.
  mutating func put(_ bundle: Bundle, for id: String) {
    places[id] = Place(
      bundle: bundle, source: EvidenceSource(bundle), diagnostics: Diagnostics())
  }
}
