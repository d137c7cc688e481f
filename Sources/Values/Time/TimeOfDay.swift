/// A time of day, to the nanosecond, with a zone or without.
package struct TimeOfDay: Sendable, Hashable {
  package let hour: UInt8
  package let minute: UInt8
  package let second: UInt8
  package let nanosecond: Int32
  package let zone: Zone?

  static let dayNanoseconds: Int64 = 86_400_000_000_000

  /// - Returns: `nil` outside 00:00:00 to 23:59:59.999999999.
  package init?(hour: Int, minute: Int, second: Int, nanosecond: Int = 0, zone: Zone? = nil) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
      (0...999_999_999).contains(nanosecond)
    else { return nil }
    self.hour = UInt8(hour)
    self.minute = UInt8(minute)
    self.second = UInt8(second)
    self.nanosecond = Int32(nanosecond)
    self.zone = zone
  }

  /// The time so long after midnight; whole days are taken off.
  package init(nanosecondOfDay: Int64, zone: Zone?) {
    let nanoseconds = nanosecondOfDay.flooredRemainder(by: Self.dayNanoseconds)
    let seconds = nanoseconds / 1_000_000_000
    hour = UInt8(seconds / 3_600)
    minute = UInt8(seconds / 60 % 60)
    second = UInt8(seconds % 60)
    nanosecond = Int32(nanoseconds % 1_000_000_000)
    self.zone = zone
  }

  package static func midnight(in zone: Zone? = nil) -> TimeOfDay {
    TimeOfDay(nanosecondOfDay: 0, zone: zone)
  }

  /// 0 to 86,399.
  package var secondOfDay: Int {
    Int(hour) * 3_600 + Int(minute) * 60 + Int(second)
  }

  package var nanosecondOfDay: Int64 {
    Int64(secondOfDay) * 1_000_000_000 + Int64(nanosecond)
  }

  package func with(_ zone: Zone?) -> TimeOfDay {
    TimeOfDay(nanosecondOfDay: nanosecondOfDay, zone: zone)
  }

  /// The time of day so much later, past midnight as on a clock.
  package func adding(_ duration: DayTimeDuration) -> TimeOfDay {
    let shift = duration.nanoseconds.flooredRemainder(by: Int128(Self.dayNanoseconds))
    return TimeOfDay(nanosecondOfDay: nanosecondOfDay + Int64(shift), zone: zone)
  }
}
