extension NamedZone {
  /// Reads the bytes of a compiled file of the IANA data base.
  ///
  /// - Returns: `nil` where they are not such a file.
  /// - Source: RFC 8536, sections 3.1 to 3.3.
  package convenience init?(_ name: String, timeZoneFile bytes: [UInt8]) {
    guard let first = TimeZoneBlock(bytes, at: 0, timeSize: 4) else { return nil }
    // Version 1 has times of 32 bits; later ones repeat everything with 64, and add a rule.
    guard first.version >= UInt8(ascii: "2") else {
      guard let history = first.history(in: bytes) else { return nil }
      self.init(name, firstOffset: history.firstOffset, transitions: history.transitions)
      return
    }
    guard let second = TimeZoneBlock(bytes, at: first.end, timeSize: 8),
      let history = second.history(in: bytes)
    else { return nil }
    self.init(
      name, firstOffset: history.firstOffset, transitions: history.transitions,
      rule: second.rule(in: bytes))
  }
}

/// Where the parts of one block of a time zone file lie.
///
///     magic 4 | version 1 | unused 15 | six counts of 4
///     times | a type for each | types of 6: offset 4, is summer 1, name 1 | names | leap seconds | indicators
private struct TimeZoneBlock {
  let version: UInt8
  let end: Int
  private let timeSize: Int
  private let timeCount: Int
  private let typeCount: Int
  private let body: Int

  private static let headerSize = 44
  /// The data base has a few hundred; more is not a file of it.
  private static let maximumCount = 100_000

  init?(_ bytes: [UInt8], at start: Int, timeSize: Int) {
    guard start >= 0, bytes.count - start >= Self.headerSize,
      bytes[start..<(start + 4)].elementsEqual("TZif".utf8)
    else { return nil }
    version = bytes[start + 4]
    let counts = (0..<6).map { Self.integer(bytes, at: start + 20 + 4 * $0, size: 4) }
    guard counts.allSatisfy({ (0...Self.maximumCount).contains($0) }) else { return nil }
    let (universal, standard, leap) = (counts[0], counts[1], counts[2])
    (timeCount, typeCount) = (counts[3], counts[4])
    self.timeSize = timeSize
    body = start + Self.headerSize
    end =
      body + timeCount * (timeSize + 1) + typeCount * 6 + counts[5] + leap * (timeSize + 4)
      + standard + universal
    guard typeCount > 0, end <= bytes.count else { return nil }
  }

  func history(in bytes: [UInt8]) -> (firstOffset: Int, transitions: [NamedZone.Transition])? {
    let types = body + timeCount * timeSize
    let offsets = types + timeCount
    func offset(_ type: Int) -> Int { Self.integer(bytes, at: offsets + 6 * type, size: 4) }
    var transitions: [NamedZone.Transition] = []
    transitions.reserveCapacity(timeCount)
    for index in 0..<timeCount {
      let type = Int(bytes[types + index])
      let instant = Self.integer(bytes, at: body + index * timeSize, size: timeSize)
      guard type < typeCount, transitions.last.map({ $0.instant < instant }) ?? true else {
        return nil
      }
      transitions.append(NamedZone.Transition(instant: instant, offset: offset(type)))
    }
    let all = [offset(0)] + transitions.map(\.offset)
    guard all.allSatisfy({ abs($0) <= 86_400 }) else { return nil }
    return (offset(0), transitions)
  }

  /// The line after the last block.
  func rule(in bytes: [UInt8]) -> YearlyRule? {
    let footer = bytes[end...].dropFirst().prefix { $0 != UInt8(ascii: "\n") }
    return YearlyRule(String(decoding: footer, as: UTF8.self))
  }

  /// Big-endian, signed.
  private static func integer(_ bytes: [UInt8], at start: Int, size: Int) -> Int {
    var bits: UInt64 = 0
    for byte in bytes[start..<(start + size)] { bits = bits << 8 | UInt64(byte) }
    return size == 4 ? Int(Int32(truncatingIfNeeded: bits)) : Int(Int64(bitPattern: bits))
  }
}
