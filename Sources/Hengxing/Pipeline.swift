import Bundles
import Decisions
package import Diagnostics
import Formats
import Platform
import Reports
import Rubrics
package import Scoring
import Values

/// The main job: a round in; a report for every subject, and a recommended decision, out.
///
///     round.yaml -> Round
///     rubrics, policies -> Library
///     bundles -> Shelf
///     for every subject and rubric, after those whose results it looks at:
///       evidence -> evaluation -> decision -> report
///     reports -> index
package struct Pipeline {
  /// What a run is told from outside; nothing else enters.
  package struct Options: Sendable {
    package var mode: ScoringMode = .final
    package var engine: String
    /// How many may score and write at the same time; no result depends on it.
    package var threads = 1
    /// Goes on where a rubric is not confirmed, to tell what else there is; nothing of it is written.
    package var looksOnly = false
    /// Whether the working paper of each result, and the table of a round, are made too.
    package var makesWorkbooks = false

    package init(engine: String) {
      self.engine = engine
    }
  }

  let round: Round
  let library: Library
  let shelf: Shelf
  let options: Options

  /// - Returns: `nil` where there is no round to score; that was reported.
  package static func run(
    _ path: String,
    _ options: Options,
    into diagnostics: inout Diagnostics
  ) -> RoundResult? {
    guard var round = RoundReader.read(at: path, into: &diagnostics) else { return nil }
    let library = Library(of: round, into: &diagnostics)
    round.weighFindings(by: library, into: &diagnostics)
    guard
      library.isConfirmed(for: options.mode, in: round, into: &diagnostics) || options.looksOnly
    else { return nil }
    let shelf = Shelf(
      of: round, for: library, mayStillCome: options.mode == .selfAssessment,
      threads: options.threads, into: &diagnostics)
    let pipeline = Pipeline(round: round, library: library, shelf: shelf, options: options)
    return pipeline.run(into: &diagnostics)
  }

  private func run(into diagnostics: inout Diagnostics) -> RoundResult {
    let entries = entries(into: &diagnostics)
    let (filed, agreement, evaluations) = file(entries, into: &diagnostics)
    var losses = RoundIndex.Losses()
    for filed in filed { losses.count(filed.report) }
    let index = RoundIndex(
      engine: options.engine, round: face, language: round.language, asOf: "\(round.asOf)",
      isFictional: round.isFictional,
      rows: zip(filed, entries).map { filed, entry in
        RoundIndex.Row(
          filed.report, folder: filed.folder, level: round.hierarchy.depth(of: entry.subject.id),
          parent: round.hierarchy.parent(of: entry.subject.id))
      },
      notices: diagnostics.all.filter { $0.severity != .note }, agreement: agreement,
      progress: options.mode == .selfAssessment ? progress(of: filed.map(\.report)) : nil,
      feedback: filed.compactMap { filed in
        filed.feedback.map { RoundIndex.FeedbackRow($0, folder: filed.folder) }
      }, weak: losses.weak, objections: round.objections?.face
    )
    return RoundResult(
      index: index, reports: filed, evidence: Self.evidence(evaluations),
      table: options.makesWorkbooks
        ? table(of: index, filed, evaluations, into: &diagnostics) : nil)
  }

  /// How far the round is before its deadline.
  private func progress(of reports: [Report]) -> RoundIndex.Progress {
    let awaited = Set(
      reports.filter { $0.verdict.status == .notHandedIn }.map(\.subject.id))
    return RoundIndex.Progress(
      subjects: round.subjects.count, handedIn: round.subjects.count - awaited.count,
      complete: Set(
        reports.filter { $0.verdict.status != .notHandedIn && $0.missing.isEmpty }
          .map(\.subject.id)
      ).subtracting(
        reports.filter { !$0.missing.isEmpty || $0.verdict.status == .rejected }.map(\.subject.id)
      ).count,
      missing: reports.reduce(0) { $0 + $1.missing.count })
  }

  /// Every subject under every one of its rubrics, in the order of the round.
  func entries(into diagnostics: inout Diagnostics) -> [RoundEntry] {
    round.subjects.flatMap { subject in
      subject.rubrics.map { name in
        RoundEntry(
          subject: subject, name: name,
          rubric: library.rubric(for: name, besides: round.path, into: &diagnostics)
        )
      }
    }
  }

  /// The report of every entry.
  func file(
    _ entries: [RoundEntry], into diagnostics: inout Diagnostics
  ) -> (
    filed: [RoundResult.Filed], agreement: [AgreementFace], evaluations: [Evaluation?]
  ) {
    var links = ResultLinks(entries, library)
    links.follow(into: &diagnostics)
    var taken = TakenLinks(entries, library)
    taken.follow(into: &diagnostics)
    var excuses = ExcuseLinks(
      Dictionary(
        grouping: entries.compactMap { entry in entry.rubric.map { (entry.subject.id, $0) } },
        by: \.0
      ).mapValues { $0.map(\.1) })
    excuses.follow(from: round, into: &diagnostics)
    var course = RoundScoring(
      entries, of: round, shelf: shelf, mode: options.mode, threads: options.threads)
    course.score(into: &diagnostics)
    let scoring = course
    let folders = entries.folders
    let charges = Responsibilities(entries, scoring.evaluations, folders: folders)
    let decided = RoundDeciding(entries, scoring, in: round, shelf, library)
    diagnostics.append(decided.diagnostics)
    let agreement = RoundAgreement.of(entries, in: round, shelf)
    let standings = round.standings.flatMap {
      RoundStandings.read(
        Files.path($0.text, besides: round.path), of: round.id, at: $0.place, into: &diagnostics)
    }
    let reports = Parallel.map(entries.count, threads: options.threads) { index in
      var report = report(on: index, entries, scoring, decided, charges.lines[index])
      report.agreement = agreement.first {
        $0.rubric == report.rubric.id && $0.edition == report.rubric.edition
      }?.about(entries[index].subject.id)
      report.surroundings = round.surroundings(
        of: entries[index].subject, entries[index].rubric, folder: folders[index],
        names: decided.names, standings)
      return RoundResult.Filed(folder: folders[index], report: report)
    }
    var filed = RoundResult.Filed.related(reports, entries, round.hierarchy)
    RoundFeedback.file(
      &filed, entries, scoring.evaluations, in: round, shelf, engine: options.engine,
      into: &diagnostics)
    if options.makesWorkbooks {
      for index in filed.indices {
        filed[index].workbook = scoring.workbook(
          of: index, in: filed[index].folder, engine: options.engine, into: &diagnostics)
      }
    }
    return (filed, agreement, scoring.evaluations)
  }

  /// What two rubrics find in one bundle is told once.
  static func evidence(_ evaluations: [Evaluation?]) -> [Diagnostic] {
    var seen = Set<Diagnostic.Identity>()
    return evaluations.compactMap { $0 }.flatMap(\.diagnostics.all).filter { diagnostic in
      seen.insert(diagnostic.identity).inserted
    }
  }

  private func report(
    on index: Int, _ entries: [RoundEntry], _ scoring: RoundScoring, _ decided: RoundDeciding,
    _ charges: [Report.ChargeLine]
  ) -> Report {
    let entry = entries[index]
    let subject = entry.subject
    let name = entry.name.text
    guard let rubric = entry.rubric else {
      return rejected(subject, name, because: RoundWording.noRubric(name))
    }
    guard let shelved = shelf[subject.id], let bundle = shelved.bundle,
      let evaluation = scoring.evaluations[index]
    else {
      return rejected(
        subject, rubric.id,
        because: shelf[subject.id]?.isAwaited == true
          ? RoundWording.awaited : RoundWording.noBundle,
        notices: shelf[subject.id]?.diagnostics ?? Diagnostics(), rubric: rubric,
        isAwaited: shelf[subject.id]?.isAwaited == true
      )
    }
    var notes = shelved.diagnostics
    notes.append(decided.notes[index])
    return ReportBuilder.build(
      evaluation, round: face, seal: seal(rubric, bundle.digest),
      files: EvidenceFiles.list(bundle, for: rubric), decision: decided.decisions[index],
      names: decided.names, alsoNoting: notes, responsibility: charges
    )
  }

  private var face: Report.Round {
    .init(id: round.id, title: round.title, period: "\(round.period.from) – \(round.period.to)")
  }

  private func seal(_ rubric: Rubric?, _ bundleDigest: String?) -> Report.Seal {
    .init(
      engine: options.engine, rubricDigest: rubric?.digest ?? "", bases: rubric?.sealedBases,
      bundleDigest: bundleDigest,
      mode: options.mode.rawValue, asOf: "\(round.asOf)"
    )
  }

  private func rejected(
    _ subject: Round.Subject, _ rubricName: String, because reason: Wording,
    notices: Diagnostics = Diagnostics(), rubric: Rubric? = nil, isAwaited: Bool = false
  ) -> Report {
    ReportBuilder.rejected(
      subject: .init(
        id: subject.id, title: subject.title ?? Wording(subject.id), kind: subject.kind ?? "",
        region: nil, isFictional: round.isFictional
      ),
      rubric: rubric, named: rubricName, language: round.language, because: reason,
      notices: notices, round: face, seal: seal(rubric, nil), isAwaited: isAwaited
    )
  }
}
