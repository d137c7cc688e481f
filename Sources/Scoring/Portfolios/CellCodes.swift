/// Numbers the distinct texts of cells, in the order of their first appearance.
///
/// Texts stay in the bytes of the file, which every call is given again. Up to sixteen bytes are compared as two words,
/// because a column of millions of cells holds few texts that are longer, and asks for each of them here.
struct CellCodes: Sendable {
  private struct Entry: Sendable {
    let head: UInt64
    let tail: UInt64
    let start: Int
    let count: Int
  }

  private var entries: [Entry] = []
  /// By place in the table: code + 1, or 0 where it is free; a power of two of them.
  private var places = [UInt32](repeating: 0, count: 64)

  var count: Int { entries.count }

  /// The bytes of the text with this code.
  func range(of code: Int) -> Range<Int> {
    entries[code].start..<entries[code].start + entries[code].count
  }

  /// The code of the text in `range`, a new one where it has not been seen.
  mutating func code(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let (start, count) = (range.lowerBound, range.count)
    let head = Self.word(bytes, start, min(8, count))
    let tail = count > 8 ? Self.word(bytes, start + count - 8, 8) : 0
    var hash = (head ^ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 32) ^ tail) &* 0xD6E8_FEB8_6659_FD93
    if count > 16 { hash ^= Self.rest(bytes, start + 8, count - 16) }
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: hash >> 20) & mask
    while places[place] != 0 {
      let code = Int(places[place]) - 1
      let entry = entries[code]
      if entry.head == head, entry.tail == tail, entry.count == count,
        count <= 16 || bytes[entry.start..<entry.start + count].elementsEqual(bytes[range])
      {
        return code
      }
      place = (place + 1) & mask
    }
    entries.append(Entry(head: head, tail: tail, start: start, count: count))
    places[place] = UInt32(entries.count)
    if entries.count * 2 > places.count { grow(bytes) }
    return entries.count - 1
  }

  private mutating func grow(_ bytes: UnsafeBufferPointer<UInt8>) {
    let old = entries
    entries = []
    entries.reserveCapacity(old.count * 2)
    places = [UInt32](repeating: 0, count: places.count * 4)
    for entry in old { _ = code(of: entry.start..<entry.start + entry.count, in: bytes) }
  }

  private static func word(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int
  ) -> UInt64 {
    if count == 0 { return 0 }
    if start + 8 <= bytes.count {
      let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: start, as: UInt64.self)
      return UInt64(littleEndian: word) & (UInt64.max >> UInt64(64 - count * 8))
    }
    var word: UInt64 = 0
    for index in (0..<count).reversed() { word = word << 8 | UInt64(bytes[start + index]) }
    return word
  }

  /// FNV-1a over the bytes between the first and the last eight.
  private static func rest(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int
  ) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in start..<start + count { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return hash
  }
}
