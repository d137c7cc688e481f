/// Makes inputs that are almost right out of some that are.
struct Mutator {
  private var state: UInt64
  private let seeds: [[UInt8]]
  private let pieces: [[UInt8]]
  private let longest: Int

  init(seed: UInt64, seeds: [[UInt8]], pieces: [String], longest: Int) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    self.seeds = seeds.isEmpty ? [[]] : seeds
    self.pieces = pieces.map { Array($0.utf8) }
    self.longest = longest
  }

  mutating func next() -> [UInt8] {
    var bytes = seeds[random(seeds.count)]
    // Mostly one change, so that many inputs still mean something.
    for _ in 0..<(random(3) == 0 ? 2 + random(5) : 1) { mutate(&bytes) }
    if bytes.count > longest { bytes.removeSubrange(longest...) }
    return bytes
  }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    let place = random(bytes.count + 1)
    switch random(9) {
    case 0: bytes.insert(contentsOf: piece(), at: place)
    case 1:
      guard !bytes.isEmpty else { return }
      let start = random(bytes.count)
      bytes.removeSubrange(start..<min(bytes.count, start + 1 + random(8)))
    case 2:
      guard !bytes.isEmpty else { return }
      bytes[random(bytes.count)] = UInt8(truncatingIfNeeded: random(256))
    case 3:
      let other = seeds[random(seeds.count)]
      guard !other.isEmpty else { return }
      let start = random(other.count)
      bytes.insert(contentsOf: other[start..<min(other.count, start + 1 + random(20))], at: place)
    case 4: bytes.insert(contentsOf: Array(bytes.prefix(60)), at: place)
    case 5: bytes.insert(contentsOf: piece() + [0x20], at: place)
    case 6:
      // Counts and lengths of binary formats, little end first.
      guard bytes.count >= 4 else { return }
      let start = random(bytes.count - 3)
      let number = [0, 1, 0x7F, 0xFF, 0x7FFF_FFFF, 0xFFFF_FFFF, bytes.count][random(7)]
      for index in 0..<4 { bytes[start + index] = UInt8(truncatingIfNeeded: number >> (index * 8)) }
    case 7: bytes.removeSubrange(place...)
    default:
      let piece = piece()
      for _ in 0..<(1 + random(12)) { bytes.insert(contentsOf: piece, at: place) }
    }
  }

  private mutating func piece() -> [UInt8] { pieces.isEmpty ? [0] : pieces[random(pieces.count)] }

  private mutating func random(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(truncatingIfNeeded: state >> 11) % max(1, bound)
  }
}
