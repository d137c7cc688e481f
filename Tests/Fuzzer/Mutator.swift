/// Makes texts that are almost expressions out of texts that are.
struct Mutator {
  private var state: UInt64
  private let seeds: [[UInt8]]

  /// Pieces that the grammar gives a meaning to.
  private static let pieces = [
    "(", ")", "[", "]", "{", "}", ",", ":", "..", "**", "-", "+", "*", "/", "<=", ">=", "!=", "=",
    "<", ">", "and", "or", "not", "if", "then", "else", "for", "in", "return", "some", "every",
    "satisfies", "between", "instance of", "function", "null", "true", "false", "item", "partial",
    "@\"2024-02-29\"", "@\"P1Y\"", "@\"PT1H\"", "@\"12:00:00@Europe/Paris\"", "\"", "\\u", "1e",
    "0.1", "999999999999999999999999999999999999", "持证", "专职人员", "年薪", "人数", ".", "?", " ",
    "date", "sum", "count", "sort", "replace", "split", "string", "range", "//", "/*", "*/", "（",
    "_", "\u{10FFFF}", "e\u{301}", "list<", "context<", "->", "get value", "substring",
  ].map { Array($0.utf8) }

  init(seed: UInt64, seeds: [String]) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    self.seeds = seeds.map { Array($0.utf8) }
  }

  mutating func next() -> String {
    var text = seeds[random(seeds.count)]
    // Mostly one change, so that many texts still mean something.
    for _ in 0..<(random(3) == 0 ? 2 + random(5) : 1) { mutate(&text) }
    if text.count > 2000 { text.removeSubrange(2000...) }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func mutate(_ text: inout [UInt8]) {
    let place = random(text.count + 1)
    switch random(7) {
    case 0: text.insert(contentsOf: Self.pieces[random(Self.pieces.count)], at: place)
    case 1:
      guard !text.isEmpty else { return }
      let start = random(text.count)
      text.removeSubrange(start..<min(text.count, start + 1 + random(8)))
    case 2:
      guard !text.isEmpty else { return }
      text[random(text.count)] = UInt8(truncatingIfNeeded: random(256))
    case 3:
      let other = seeds[random(seeds.count)]
      guard !other.isEmpty else { return }
      let start = random(other.count)
      text.insert(contentsOf: other[start..<min(other.count, start + 1 + random(20))], at: place)
    case 4:
      let copy = text.prefix(60)
      text.insert(contentsOf: copy, at: place)
    case 5:
      text.insert(contentsOf: Self.pieces[random(Self.pieces.count)], at: place)
      text.insert(contentsOf: [0x20], at: min(place, text.count))
    default:
      let piece = Self.pieces[random(Self.pieces.count)]
      for _ in 0..<(1 + random(12)) { text.insert(contentsOf: piece, at: min(place, text.count)) }
    }
  }

  private mutating func random(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(truncatingIfNeeded: state >> 11) % max(1, bound)
  }
}
