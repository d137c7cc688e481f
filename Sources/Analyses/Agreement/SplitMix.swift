/// A generator of our own, so that one seed draws the same on every machine.
///
/// - Source: SplitMix64; Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195.
struct SplitMix {
  private var state: UInt64

  /// Each `name` has draws of its own, whatever else is drawn.
  init(seed: UInt64, for name: String) {
    // FNV-1a over the bytes of the name.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    state = seed ^ hash
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number from 0 to below `count`, each as likely as any other.
  ///
  /// - Source: Lemire 2019, doi:10.1145/3230636.
  /// - Precondition: `count` is positive.
  mutating func next(below count: Int) -> Int {
    let bound = UInt64(count)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }
}
