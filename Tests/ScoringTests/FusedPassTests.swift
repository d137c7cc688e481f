import Diagnostics
import Formats
import Foundation
import Rubrics
import TestSupport
import Testing

@testable import Scoring

/// The pass over coded columns against the row evaluator alone, to the byte.
@Suite(.timed) struct FusedPassTests {
  private static let kinds = ["meal", "bath", "clean", "medical", "rehab", "escort"]

  /// The files of a portfolio drawn from a seed; every so many cells are spoilt.
  private struct Files {
    var stations = "station_id,licensed,fire_ok,target_hours,population\n"
    var services = "station_id,date,kind,client_id,hours,satisfaction,documented\n"
    var staff = "station_id,full_time,certified,birth_date,training_hours,supervision_hours\n"

    init(seed: UInt64, spoilt: Int) {
      var numbers = SeededNumbers(seed: seed)
      func pick(_ choices: [String]) -> String { choices.randomElement(using: &numbers) ?? "" }
      func cell(_ choices: [String]) -> String {
        Int.random(in: 0..<1000, using: &numbers) < spoilt
          ? pick(["", "x", "-1", "1.0", " 1", "meal ", "2025-02-30"]) : pick(choices)
      }
      let ids = (0..<40).map { "S\($0)" }
      for id in ids {
        stations += "\(id),\(pick(["true", "false"])),true,\(pick(["40", "250.5"])),30\n"
      }
      let days = (1...12).flatMap {
        [String(format: "2025-%02d-03", $0), String(format: "2025-%02d-28", $0)]
      }
      for _ in 0..<1_500 {
        services +=
          [
            pick(ids + ["S99"]), cell(days), cell(FusedPassTests.kinds),
            cell((0..<30).map { "C\($0)" }),
            cell(["0.5", "1.25", "4", "4.0"]), cell(["", "3", "4", "5"]), cell(["true", "false"]),
          ].joined(separator: ",") + "\n"
      }
      for _ in 0..<90 {
        staff +=
          [
            pick(ids), cell(["true", "false"]), cell(["true", "false"]),
            cell(["1960-12-31", "1990-01-01"]),
            cell(["20", "45"]), cell(["4", "6.5"]),
          ].joined(separator: ",") + "\n"
      }
    }
  }

  /// The same rows with a column in another encoding, so that the file is read as a whole.
  private func inOldLetters(_ text: String) -> [UInt8] {
    var isHeader = true
    return text.split(separator: "\n").flatMap { line in
      defer { isHeader = false }
      return Array(line.utf8) + (isHeader ? Array(",remark".utf8) : [0x2C, 0xB0, 0xA1]) + [0x0A]
    }
  }

  private func score(
    _ files: Files, fuses: Bool, threads: Int = 2, isWhole: Bool = false, mode: ScoringMode
  ) throws -> (text: String, messages: [String]) {
    let path = Places.root.appending(path: "samples/national/deep.yaml")
    var diagnostics = Diagnostics()
    let rubric = try #require(
      Rubric.read(
        SourceText(try String(contentsOf: path, encoding: .utf8), path: "deep.yaml"), digest: "",
        into: &diagnostics))
    let reader = try #require(PortfolioReader(rubric, key: nil, into: &diagnostics))
    var reading = PortfolioReader.Options()
    reading.fuses = fuses
    reading.threads = threads
    let rows = [("services", files.services), ("staff", files.staff)]
    let portfolio = try #require(
      reader.read(
        facts: PortfolioFile("stations", bytes: Array(files.stations.utf8)),
        tables: rows.map { name, text in
          (
            name,
            PortfolioFile(name, bytes: isWhole ? inOldLetters(text) : Array(text.utf8))
          )
        },
        reading, into: &diagnostics))
    var options = Portfolio.Options()
    options.mode = mode
    options.withItems = true
    options.withFigures = true
    options.fuses = fuses
    let messages = diagnostics.all.map { "\($0.place?.description ?? "") \($0.code)" }
    return (portfolio.score(options).text, messages)
  }

  @Test(arguments: [0, 4, 60])
  func agreesWithTheRowEvaluator(spoilt: Int) throws {
    for mode in [ScoringMode.final, .selfAssessment] {
      let files = Files(seed: UInt64(spoilt + 1), spoilt: spoilt)
      let rows = try score(files, fuses: false, mode: mode)
      let fused = try score(files, fuses: true, mode: mode)
      let alone = try score(files, fuses: true, threads: 1, mode: mode)
      let whole = try score(files, fuses: true, isWhole: true, mode: mode)
      #expect(fused.text == rows.text)
      #expect(alone.text == rows.text)
      #expect(whole.text == rows.text)
      #expect(fused.messages == rows.messages)
      #expect(alone.messages == rows.messages)
      if spoilt < 60 { #expect(Set(whole.messages) == Set(rows.messages)) }
      #expect(fused.text.split(separator: "\n").count == 41)
    }
  }

  @Test func fusesEveryAggregateOfTheDeepSample() throws {
    let path = Places.root.appending(path: "samples/national/deep.yaml")
    var diagnostics = Diagnostics()
    let rubric = try #require(
      Rubric.read(
        SourceText(try String(contentsOf: path, encoding: .utf8), path: "deep.yaml"), digest: "",
        into: &diagnostics))
    let fused = FusedFigures(rubric)
    #expect(fused.aggregates.count == 21)
    let tables = rubric.slots.indices.filter { slot in
      if case .table = rubric.slots[slot] { true } else { false }
    }
    #expect(fused.slotsLeft.isDisjoint(with: tables))
  }
}
