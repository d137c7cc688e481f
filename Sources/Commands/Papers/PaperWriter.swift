import Diagnostics
import Hengxing
import Papers
import Reports

/// Writes the papers about results, all of them or none.
///
/// Results are read one after the other: of each nothing stays but what papers about the round look at.
struct PaperWriter {
  let results: FoundResults
  let target: String
  /// Whether papers that stand there are replaced.
  let replaces: Bool
  private(set) var diagnostics = Diagnostics()
  private(set) var written: [String] = []
  private(set) var language: Language?
  /// Whether the system refused to read or to write.
  private(set) var isRefused = false
  private var taken: [String] = []
  private var stale: [String] = []
  private var doubts: [Wording] = []

  init(_ results: FoundResults, to target: String, replaces: Bool) {
    self.results = results
    self.target = target
    self.replaces = replaces
  }

  mutating func write(_ unfinished: Unfinished) {
    let outputs = OutputFiles(unfinished)
    do throws(OutputFiles.Failure) {
      var round: [Brief] = []
      for place in results.places {
        guard let report = results.report(at: place, into: &diagnostics) else {
          isRefused = true
          continue
        }
        if language == nil { language = report.rubric.language }
        if let doubt = PaperPack.doubt(about: report) { doubts.append(doubt) }
        let papers = PaperPack.papers(about: report)
        try write(papers, in: place.folder, outputs)
        let names = Set(papers.map(\.name))
        stale += PaperPack.names.filter { !names.contains($0) }
          .map { Files.joined(place.folder, $0) }.filter(isThere)
        if results.isRound { round.append(Brief(report)) }
      }
      if results.isRound, !round.isEmpty {
        try write(PaperPack.papers(about: round), in: "", outputs)
      }
      guard !refused else {
        written = []
        return
      }
      try outputs.finish()
      tell(PaperPack.people(among: round))
    } catch {
      diagnostics.report(.cannotWrite(error.path, error.reason))
      isRefused = true
      written = []
    }
  }

  private mutating func write(
    _ papers: [PaperPack.Paper], in folder: String, _ outputs: OutputFiles
  ) throws(OutputFiles.Failure) {
    for paper in papers {
      let name = Files.joined(folder, paper.name)
      if !replaces, isThere(name) { taken.append(name) }
      // What will not be written anyway need not be made; the rest is only looked at.
      guard taken.isEmpty, !diagnostics.hasErrors else { continue }
      let path = Files.joined(target, name)
      try outputs.write(paper.bytes, to: path)
      written.append(path)
    }
  }

  private func isThere(_ name: String) -> Bool { Files.exists(Files.joined(target, name)) }

  /// Whether nothing may be written; that was reported.
  private var refused: Bool {
    mutating get {
      if !taken.isEmpty { diagnostics.report(.papersExist(taken, in: target)) }
      return diagnostics.hasErrors
    }
  }

  private mutating func tell(_ people: [Wording]) {
    if !stale.isEmpty { diagnostics.report(.stalePapers(stale, in: target)) }
    if !doubts.isEmpty { diagnostics.report(.noCertificate(doubts, in: target)) }
    if results.isRound, !people.isEmpty { diagnostics.report(.notPutUp(people, in: target)) }
  }
}
