import Bundles
import Diagnostics
import Formats
import Scoring

/// The bundles of a round, each read once, by subject.
struct Shelf: Sendable {
  struct Place: Sendable {
    /// `nil` where the bundle, or its `bundle.yaml`, cannot be read at all, or is about somebody else.
    let bundle: Bundle?
    let source: EvidenceSource
    let diagnostics: Diagnostics
  }

  private var places: [String: Place] = [:]

  /// Tables that no rubric of the library asks for stay closed.
  init(of round: Round, for library: Library, into diagnostics: inout Diagnostics) {
    let wanted = library.wantedTables
    for subject in round.subjects {
      let path = Files.path(subject.bundle.text, besides: round.path)
      var found = Diagnostics()
      var bundle = BundleReader.read(
        path, shownAs: subject.bundle.text, wanted: wanted, into: &found)
      // What was found about somebody else is no evidence about this subject.
      if let other = bundle?.subject, other != subject.id {
        found.report(.bundleOfAnother(other, subject.id, at: subject.bundle.place))
        bundle = nil
      }
      places[subject.id] = Place(
        bundle: bundle.flatMap { $0.hasManifest ? $0 : nil },
        source: bundle.map(EvidenceSource.init) ?? EvidenceSource(),
        diagnostics: found
      )
      diagnostics.append(found)
    }
  }

  subscript(id: String) -> Place? { places[id] }

  /// Puts another bundle in the place of a subject's.
  mutating func put(_ bundle: Bundle, for id: String) {
    places[id] = Place(
      bundle: bundle, source: EvidenceSource(bundle), diagnostics: Diagnostics())
  }
}
