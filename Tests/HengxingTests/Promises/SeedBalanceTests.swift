import Diagnostics
import Foundation
import Hengxing
import Rubrics
import TestSupport
import Testing
import Values

/// No rubric of a station that was made of the five articles goes without what came of the work and what people say of it.
@Suite(.timed, .serialized) struct SeedBalanceTests {
  /// By which a rubric shows that it was made of them.
  private static let articles: Set = [
    "政社互动下社会工作站建设实践", "共识与特色：乡镇（街道）社工站运营机制探索", "以理性精神推动基层社工平台建设",
    "社工服务，为基层社会治理打通关键点", "社会工作参与基层社会治理的实践逻辑研究",
  ]

  private func stations() throws -> [Rubric] {
    try #require(FileManager.default.changeCurrentDirectoryPath(Places.root.path))
    var inspection = Inspection()
    inspection.inspect("rubrics")
    return inspection.rubrics.filter { rubric in
      rubric.subject.kind == "station"
        && rubric.sources.contains { Self.articles.contains($0.title.zh) }
    }
  }

  @Test func outcomeAndVoiceAreInEach() throws {
    let stations = try stations()
    #expect(
      Set(stations.map(\.id)).isSuperset(of: [
        "haining-process", "haining-maqiao", "hunan-star", "taicang-contract", "dalian-station",
        "guangdong-shuangbai-station",
      ]))
    for rubric in stations {
      for measure in [Measure.outcome, .voice] {
        let points = Number.sum(
          rubric.items.filter { $0.measures == measure }.map(\.points))
        #expect((points ?? .zero) > .zero, "\(rubric.id) has no points for \(measure.rawValue)")
      }
    }
  }
}
