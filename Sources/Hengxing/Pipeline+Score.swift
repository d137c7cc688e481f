import Bundles
package import Diagnostics
package import Reports
import Rubrics
import Scoring
import Values

extension Pipeline {
  /// One bundle under one rubric file; the round, where one is given, adds its references, parties and clock.
  ///
  /// - Returns: `nil` where there is nothing to score with; that was reported.
  package static func score(
    _ path: String, rubric rubricPath: String, round roundPath: String?, _ options: Options,
    into diagnostics: inout Diagnostics
  ) -> Report? {
    var library = Library()
    library.add(rubricPath, into: &diagnostics)
    guard let entry = library.rubrics.first else {
      if !diagnostics.hasErrors { diagnostics.report(.notARubric(rubricPath)) }
      return nil
    }
    guard let rubric = entry.content else { return nil }
    let round = roundPath.flatMap { path in
      Files.text(path, into: &diagnostics).flatMap {
        RoundReader.read($0.source, into: &diagnostics)
      }
    }
    if roundPath != nil && round == nil { return nil }
    var found = Diagnostics()
    let bundle = BundleReader.read(path, shownAs: path, into: &found)
    diagnostics.append(found)
    guard let bundle, bundle.hasManifest else { return nil }
    let setting = setting(for: bundle, in: round, into: &diagnostics)
    let evidence = EvidenceReader(rubric).read(EvidenceSource(bundle), in: setting)
    let evaluation = Scorer(rubric).score(evidence, mode: options.mode)
    diagnostics.append(evaluation.diagnostics)
    return ReportBuilder.build(
      evaluation,
      round: round.map(face),
      seal: .init(
        engine: options.engine, rubricDigest: rubric.digest, bundleDigest: bundle.digest,
        mode: options.mode.rawValue, asOf: setting.asOf.map { "\($0)" }
      ),
      files: EvidenceFiles.list(bundle, for: rubric),
      decision: nil,
      alsoNoting: found
    )
  }

  private static func setting(
    for bundle: Bundle, in round: Round?, into diagnostics: inout Diagnostics
  ) -> EvidenceSetting {
    if let round {
      if let subject = round.subjects.first(where: { $0.id == bundle.subject }) {
        var others = Diagnostics()
        return round.setting(for: subject, bundle: bundle, shelf: Shelf(of: round, into: &others))
      }
      diagnostics.report(.notInRound(bundle.subject ?? "", round.path))
    }
    return EvidenceSetting(
      subject: EvaluatedSubject(
        id: bundle.subject ?? bundle.path, title: bundle.title, kind: bundle.kind,
        isFictional: bundle.isFictional, region: bundle.region, operatingMode: bundle.mode
      ),
      period: bundle.period.map { Period($0.from, $0.to) },
      asOf: round?.asOf
    )
  }

  private static func face(_ round: Round) -> Report.Round {
    .init(id: round.id, title: round.title, period: "\(round.period.from) – \(round.period.to)")
  }
}
