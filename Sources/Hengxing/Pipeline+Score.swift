import Bundles
package import Diagnostics
package import Reports
import Rubrics
import Scoring
import Values

extension Pipeline {
  /// Everything that a run gives for one subject of a round, the same bytes: with its peers, those below it, the
  /// results that it takes over and what its parties are charged with.
  ///
  /// - Returns: its reports, one a rubric, with their folders in a run; `nil` where there is no such subject or no
  ///   round; that was reported.
  package static func score(
    subject id: String, ofRound path: String, _ options: Options,
    into diagnostics: inout Diagnostics
  ) -> [RoundResult.Filed]? {
    guard var round = RoundReader.read(at: path, into: &diagnostics) else { return nil }
    guard round.subjects.contains(where: { $0.id == id }) else {
      diagnostics.report(.unknownSubject(id, path, among: round.subjects.map(\.id).sorted()))
      return nil
    }
    let library = Library(of: round, into: &diagnostics)
    round.weighFindings(by: library, into: &diagnostics)
    guard library.isConfirmed(for: options.mode, in: round, into: &diagnostics) else { return nil }
    // What is wrong with the bundles of others is what `run` says.
    var others = Diagnostics()
    let shelf = Shelf(
      of: round, for: library, mayStillCome: options.mode == .selfAssessment, into: &others)
    if let own = shelf[id]?.diagnostics { diagnostics.append(own) }
    let pipeline = Pipeline(round: round, library: library, shelf: shelf, options: options)
    let entries = pipeline.entries(into: &diagnostics)
    let (filed, _, evaluations) = pipeline.file(entries, into: &diagnostics)
    let own = entries.indices.filter { entries[$0].subject.id == id }
    for found in evidence(own.map { evaluations[$0] }) { diagnostics.report(found) }
    return own.map { filed[$0] }
  }

  /// One bundle under one rubric file; the round, where one is given, adds its references, parties and clock.
  ///
  /// - Returns: `nil` where there is nothing to score with; that was reported.
  package static func score(
    _ path: String, rubric rubricPath: String, round roundPath: String?, _ options: Options,
    into diagnostics: inout Diagnostics
  ) -> Report? {
    filed(path, rubric: rubricPath, round: roundPath, options, into: &diagnostics)?.report
  }

  /// The same with what stands beside the report, filed in no folder.
  package static func filed(
    _ path: String, rubric rubricPath: String, round roundPath: String?, _ options: Options,
    into diagnostics: inout Diagnostics
  ) -> RoundResult.Filed? {
    var library = Library()
    library.add(rubricPath, into: &diagnostics)
    guard let entry = library.rubrics.first else {
      if !diagnostics.hasErrors { diagnostics.report(.notARubric(rubricPath)) }
      return nil
    }
    guard let rubric = entry.content, rubric.isConfirmed(for: options.mode, into: &diagnostics)
    else { return nil }
    let round = roundPath.flatMap { RoundReader.read(at: $0, into: &diagnostics) }
    if roundPath != nil && round == nil { return nil }
    var found = Diagnostics()
    // In a round others may ask for more of its tables.
    let bundle = BundleReader.read(
      path, shownAs: path, wanted: round == nil ? rubric.wantedTables : nil, into: &found)
    diagnostics.append(found)
    guard let bundle, bundle.hasManifest else { return nil }
    let evaluation: Evaluation
    let evidence: Evidence?
    if let round, let id = bundle.subject, round.subjects.contains(where: { $0.id == id }) {
      guard
        let scored = Self.score(
          bundle, of: id, by: rubric, among: round, options, into: &diagnostics)
      else { return nil }
      (evaluation, evidence) = scored
    } else {
      if let round { diagnostics.report(.notInRound(bundle.subject ?? "", round.path)) }
      let setting = Self.setting(for: bundle, asOf: round?.asOf)
      let read = EvidenceReader(rubric).read(EvidenceSource(bundle), in: setting)
      evaluation = Scorer(rubric).score(read, mode: options.mode)
      evidence = read
    }
    diagnostics.append(evaluation.diagnostics)
    let report = ReportBuilder.build(
      evaluation,
      round: round.map(face),
      seal: .init(
        engine: options.engine, rubricDigest: rubric.digest, bases: rubric.sealedBases,
        bundleDigest: bundle.digest,
        mode: options.mode.rawValue, asOf: evaluation.asOf.map { "\($0)" }
      ),
      files: EvidenceFiles.list(bundle, for: rubric),
      decision: nil,
      alsoNoting: found
    )
    var filed = RoundResult.Filed(folder: "", report: report)
    if options.makesWorkbooks, let evidence {
      filed.workbook = HandedFile(
        workingPaper: evaluation, evidence, in: "", engine: options.engine, into: &diagnostics)
    }
    return filed
  }

  /// A bundle in the place of its subject's own, with its peers, those below it and whose results it takes over.
  private static func score(
    _ bundle: Bundle, of id: String, by rubric: Rubric, among round: Round, _ options: Options,
    into diagnostics: inout Diagnostics
  ) -> (Evaluation, Evidence?)? {
    // What is wrong with the files of others is what `run` says.
    var others = Diagnostics()
    let library = Library(of: round, into: &others)
    var round = round
    round.weighFindings(by: library, into: &diagnostics)
    var shelf = Shelf(of: round, for: library, into: &others)
    shelf.put(bundle, for: id)
    let pipeline = Pipeline(round: round, library: library, shelf: shelf, options: options)
    // The rubric that was given stands for the same edition wherever the round names it.
    var entries = pipeline.entries(into: &others).map { entry in
      entry.rubric?.id == rubric.id && entry.rubric?.edition == rubric.edition
        ? RoundEntry(subject: entry.subject, name: entry.name, rubric: rubric) : entry
    }
    let own = entries.firstIndex {
      $0.subject.id == id && $0.rubric?.id == rubric.id && $0.rubric?.edition == rubric.edition
    }
    if own == nil, let subject = round.subjects.first(where: { $0.id == id }),
      let name = subject.rubrics.first
    {
      entries.append(RoundEntry(subject: subject, name: name, rubric: rubric))
    }
    let index = own ?? entries.count - 1
    var scoring = RoundScoring(entries, of: round, shelf: shelf, mode: options.mode)
    scoring.score(only: index, into: &diagnostics)
    return scoring.evaluations[index].map { ($0, scoring.evidence(of: index)) }
  }

  private static func setting(for bundle: Bundle, asOf: CalendarDate?) -> EvidenceSetting {
    let operation = StatedOperation(
      bundle.operation.map { [($0.text, $0.place)] } ?? [],
      home: .file(Files.joined(bundle.path, "bundle.yaml")))
    var setting = EvidenceSetting(
      subject: EvaluatedSubject(
        id: bundle.subject ?? bundle.path, title: bundle.title, kind: bundle.kind,
        isFictional: bundle.isFictional, region: bundle.region, operation: operation.agreed
      ),
      period: bundle.period.map { Period($0.from, $0.to) },
      asOf: asOf
    )
    setting.operation = operation
    return setting
  }

  private static func face(_ round: Round) -> Report.Round {
    .init(id: round.id, title: round.title, period: "\(round.period.from) – \(round.period.to)")
  }
}
