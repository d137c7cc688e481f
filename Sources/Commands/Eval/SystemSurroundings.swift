import FEEL
import Hengxing
import Platform
import Synchronization
import Values

extension Surroundings {
  /// What the machine knows: its clock, and the rules of time zones that it carries.
  static func ofThisMachine() -> Surroundings {
    Surroundings(clock: Clock(now: .now), zones: .ofThisMachine())
  }
}

extension DateTime {
  /// This moment, with the offset that the machine's zone has now.
  fileprivate static var now: DateTime {
    var moment = timespec()
    clock_gettime(CLOCK_REALTIME, &moment)
    // The zone is what `TZ` says, or the machine.
    tzset()
    var local = tm()
    localtime_r(&moment.tv_sec, &local)
    let found = DateTime(
      localSecond: moment.tv_sec + local.tm_gmtoff,
      nanosecond: Int32(moment.tv_nsec / 1_000 * 1_000),
      zone: .offset(seconds: Int32(local.tm_gmtoff)))
    guard let found else { preconditionFailure("the clock stands within the calendar") }
    return found
  }
}

extension ZoneRules {
  /// Rules from the machine's copy of the IANA data base; each zone is read once.
  static func ofThisMachine() -> ZoneRules {
    let known = Mutex<[String: NamedZone]>([:])
    return ZoneRules { name in
      if let zone = known.withLock({ $0[name] }) { return zone }
      let zone = read(name) ?? (hasDataBase ? nil : ZoneRules.none.zone(named: name))
      if let zone { known.withLock { $0[name] = zone } }
      return zone
    }
  }

  private static let folders = ["/usr/share/zoneinfo", "/var/db/timezone/zoneinfo"]

  private static var hasDataBase: Bool {
    folders.contains { Files.exists($0 + "/Etc/UTC") }
  }

  private static func read(_ name: String) -> NamedZone? {
    // The name comes from an expression: it must not lead out of the folder.
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isName = parts.allSatisfy { part in
      part.first?.isLetter == true && part.utf8.allSatisfy(isOfName)
    }
    guard isName else { return nil }
    for folder in folders {
      if let bytes = Files.contents(of: "\(folder)/\(name)") {
        return NamedZone(name, timeZoneFile: bytes)
      }
    }
    return nil
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "+"):
      true
    default: false
    }
  }
}
