/// Which two scalars are put together into one.
enum Compositions {
  private static let wholes: [UInt64: Unicode.Scalar] = {
    var wholes: [UInt64: Unicode.Scalar] = [:]
    // What has three parts comes of what two of them come to.
    for (whole, parts) in MappingTable.canonical.compositions {
      guard var first = parts.first, let last = parts.last else { continue }
      for part in parts.dropFirst().dropLast() { first = wholes[key(first, part)] ?? first }
      wholes[key(first, last)] = whole
    }
    return wholes
  }()

  /// - Returns: `nil` where both stay as they are.
  static func whole(of first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
    wholes[key(first, second)]
  }

  private static func key(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    UInt64(first.value) << 32 | UInt64(second.value)
  }
}
