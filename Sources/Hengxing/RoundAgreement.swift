package import Analyses
import Bundles
package import Diagnostics
import Formats
package import Reports
import Rubrics
import Scoring
import Values

/// How well the assessors of a round agree, rubric by rubric.
enum RoundAgreement {
  /// One a rubric that people judged by, in the order of the round.
  static func of(
    _ entries: [RoundEntry], in round: Round, _ shelf: Shelf,
    _ options: Agreement.Options = Agreement.Options()
  ) -> [AgreementFace] {
    var rubrics: [Rubric] = []
    var evidence: [String: [Evidence]] = [:]
    for entry in entries {
      guard let rubric = entry.rubric, let place = shelf[entry.subject.id],
        let bundle = place.bundle, !place.source.marks.isEmpty
      else { continue }
      if evidence[rubric.path] == nil { rubrics.append(rubric) }
      let setting = round.setting(for: entry.subject, bundle: bundle, shelf: shelf)
      evidence[rubric.path, default: []].append(
        EvidenceReader(rubric).read(place.source.marksAlone, in: setting))
    }
    return rubrics.compactMap { rubric in
      Agreement.of(evidence[rubric.path] ?? [], under: rubric, options).map(AgreementFace.init)
    }
  }
}

extension Pipeline {
  /// The agreement of a round's assessors.
  ///
  /// - Returns: `nil` where there is no round; that was reported.
  package static func agreement(
    ofRound path: String, _ options: Agreement.Options, into diagnostics: inout Diagnostics
  ) -> (faces: [AgreementFace], language: Language)? {
    guard let round = RoundReader.read(at: path, into: &diagnostics) else { return nil }
    let library = Library(of: round, into: &diagnostics)
    let shelf = Shelf(of: round, for: library, into: &diagnostics)
    let entries = round.subjects.flatMap { subject in
      subject.rubrics.map { name in
        RoundEntry(
          subject: subject, name: name,
          rubric: library.rubric(for: name, besides: round.path, into: &diagnostics))
      }
    }
    return (RoundAgreement.of(entries, in: round, shelf, options), round.language)
  }

  /// The agreement of the assessors of bundles under one rubric file.
  ///
  /// - Returns: `nil` where the rubric cannot be used; that was reported.
  package static func agreement(
    ofBundles paths: [String], rubric rubricPath: String, _ options: Agreement.Options,
    into diagnostics: inout Diagnostics
  ) -> (faces: [AgreementFace], language: Language)? {
    var library = Library()
    library.add(rubricPath, into: &diagnostics)
    guard let entry = library.rubrics.first else {
      if !diagnostics.hasErrors { diagnostics.report(.notARubric(rubricPath)) }
      return nil
    }
    guard let rubric = entry.content else { return nil }
    let reader = EvidenceReader(rubric)
    let evidence = paths.compactMap { path -> Evidence? in
      guard let bundle = BundleReader.read(path, shownAs: path, wanted: [], into: &diagnostics)
      else {
        return nil
      }
      let subject = EvaluatedSubject(
        id: bundle.subject ?? bundle.path, title: bundle.title, kind: bundle.kind,
        isFictional: bundle.isFictional, region: bundle.region)
      let setting = EvidenceSetting(
        subject: subject, period: bundle.period.map { Period($0.from, $0.to) })
      return reader.read(EvidenceSource(bundle).marksAlone, in: setting)
    }
    let faces = Agreement.of(evidence, under: rubric, options).map { [AgreementFace($0)] } ?? []
    return (faces, rubric.language)
  }

  /// Whether a file is a round.
  package static func isRound(_ path: String) -> Bool {
    var unused = Diagnostics()
    guard let (source, _) = Files.text(path, as: .rules, into: &unused) else { return false }
    if case .round = FileKind.of(YAMLReader.read(source, into: &unused)) { return true }
    return false
  }
}

extension EvidenceSource {
  /// Only what assessors said, and who is tied to whom.
  fileprivate var marksAlone: EvidenceSource {
    var source = EvidenceSource()
    source.marks = marks
    source.lostMarks = lostMarks
    source.ties = ties
    source.operatorName = operatorName
    return source
  }
}
