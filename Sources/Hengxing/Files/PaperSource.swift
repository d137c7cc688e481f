package import Reports

/// Where the papers about results come from that stand beside the reports of a round.
package struct PaperSource {
  package typealias File = (name: String, bytes: [UInt8])

  /// Where they stand, below the reports.
  package static let folder = "papers"

  private let about: (Report) -> [File]
  private let aboutRound: ([Report]) -> [File]

  package init(
    about: @escaping (Report) -> [File], aboutRound: @escaping ([Report]) -> [File]
  ) {
    (self.about, self.aboutRound) = (about, aboutRound)
  }

  /// The papers of every subject and of the round, with working papers and the table.
  func write(_ result: RoundResult, _ output: OutputFolder) throws(OutputFolder.Failure) {
    for filed in result.reports {
      let folder = Files.joined(Self.folder, filed.folder)
      for (name, bytes) in about(filed.report) {
        try output.write(bytes, to: Files.joined(folder, name))
      }
      if let workbook = filed.workbook {
        try output.write(workbook.bytes, to: Files.joined(Self.folder, workbook.path))
      }
    }
    for (name, bytes) in aboutRound(result.reports.map(\.report)) {
      try output.write(bytes, to: Files.joined(Self.folder, name))
    }
    if let table = result.table {
      try output.write(table.bytes, to: Files.joined(Self.folder, table.path))
    }
  }
}
