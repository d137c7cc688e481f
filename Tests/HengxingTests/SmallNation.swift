import Foundation
import TestSupport

/// A few stations for `samples/national/deep.yaml`, with skew, empty cells, bad cells and rows of strangers.
struct SmallNation {
  static let rubric = Places.root.appending(path: "samples/national/deep.yaml").path

  let scratch: Scratch
  let stations: String
  let services: String
  let staff: String
  let ids: [String]

  init(stationCount: Int = 40, rowCount: Int = 3000, seed: UInt64 = 11) throws {
    var random = SeededRandom(seed: seed)
    func pick<T>(_ values: [T]) -> T { values[Int.random(in: values.indices, using: &random)] }
    let ids = (1...stationCount).map { "S\($0)" }
    var stations = "station_id,region,licensed,fire_ok,target_hours,population\n"
    for id in ids {
      let population = pick(["20", "75", "300", "", "a few"])
      stations += "\(id),\(pick(["north", "south", "east"])),\(pick(["true", "true", "false"])),"
      stations += "true,\(Int.random(in: 40...400, using: &random)),\(population)\n"
    }
    var services = "station_id,date,kind,client_id,hours,satisfaction,documented\n"
    for _ in 0..<rowCount {
      // A few stations have most of the rows, and the last has none.
      let id = pick([ids[0], pick(Array(ids.dropLast())), pick(ids.dropLast() + ["stranger"])])
      let month = Int.random(in: 10...12, using: &random)
      services += "\(id),2025-\(month)-1\(pick(["0", "7"])),"
      services += "\(pick(["meal", "bath", "medical", "rehab", "dance"])),"
      services += "C\(Int.random(in: 0..<400, using: &random)),\(pick(["0.5", "1.25", "4", "x"])),"
      services += "\(pick(["", "3", "5"])),\(pick(["true", "false"]))\n"
    }
    var staff = "station_id,full_time,certified,birth_date,training_hours,supervision_hours\n"
    for _ in 0..<stationCount * 4 {
      staff += "\(pick(ids)),true,\(pick(["true", "false"])),19\(pick(["58", "80"]))-05-06,"
      staff += "\(Int.random(in: 0...80, using: &random)),\(pick(["4", "6.5"]))\n"
    }
    scratch = try Scratch()
    self.ids = ids
    self.stations = try scratch.write("stations.csv", stations)
    self.services = try scratch.write("services.csv", services)
    self.staff = try scratch.write("staff.csv", staff)
  }
}
