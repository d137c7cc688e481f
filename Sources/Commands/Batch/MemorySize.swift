import Diagnostics

/// An amount of memory as people write it: `500MB`, `2GB`, `1.5 GiB` not; whole numbers only.
struct MemorySize {
  let byteCount: Int

  private static let units: [(name: String, size: Int)] = [
    ("KIB", 1 << 10), ("MIB", 1 << 20), ("GIB", 1 << 30), ("KB", 1000), ("MB", 1_000_000),
    ("GB", 1_000_000_000), ("K", 1000), ("M", 1_000_000), ("G", 1_000_000_000), ("B", 1), ("", 1),
  ]

  init?(_ text: String) {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = text.dropFirst(digits.count).uppercased()
    guard let count = Int(digits), count > 0,
      let size = Self.units.first(where: { $0.name == unit })?.size
    else { return nil }
    let (product, overflow) = count.multipliedReportingOverflow(by: size)
    guard !overflow else { return nil }
    byteCount = product
  }
}

extension UsageMistake {
  static func notASize(_ text: String) -> UsageMistake {
    UsageMistake(
      wording: Wording(
        en: "`--memory \(text)` is no size: write 500MB or 2GB",
        zh: "`--memory \(text)` 不是大小：请写 500MB 或 2GB"
      )
    )
  }
}
