import Formats

/// Numbers the distinct texts of cells, in the order of their first appearance.
///
/// Up to sixteen bytes are compared as two words, because a column of millions of cells holds few texts that are longer.
/// A class that owns plain memory: every cell of a file is looked up here, and checks of bounds and of exclusive
/// access take as long as the lookup (Scripts/bench, job deep).
final class TextCodes: @unchecked Sendable {
  private struct Entry {
    let head: UInt64
    let tail: UInt64
    let start: Int
    let count: Int
  }

  private var entries: UnsafeMutablePointer<Entry>
  private var capacity = 64
  /// By place in the table: code + 1, or 0 where it is free; a power of two of them.
  private var places: UnsafeMutablePointer<UInt32>
  private var mask = 127
  private(set) var count = 0
  /// The texts, end to end.
  private var texts: [UInt8] = []

  init() {
    entries = .allocate(capacity: capacity)
    places = .allocate(capacity: mask + 1)
    places.initialize(repeating: 0, count: mask + 1)
  }

  deinit {
    entries.deallocate()
    places.deallocate()
  }

  /// How many bytes it takes.
  var byteCount: Int {
    capacity * MemoryLayout<Entry>.stride + (mask + 1) * 4 + texts.capacity
  }

  var textByteCount: Int { texts.count }

  /// What the texts are made of.
  var signs: TextSigns {
    var signs = TextSigns()
    texts.withUnsafeBufferPointer { signs.look(at: $0) }
    return signs
  }

  func text(of code: Int) -> String {
    let entry = entries[code]
    return String(decoding: texts[entry.start..<entry.start + entry.count], as: UTF8.self)
  }

  /// The code of the text in `range`, a new one where it has not been seen.
  func code(of range: Range<Int>, in bytes: UnsafePointer<UInt8>) -> Int {
    let words = TextWords(bytes + range.lowerBound, range.count)
    return code(of: words, at: bytes + range.lowerBound)
  }

  /// The codes of all cells of a column of a batch.
  func codes(
    of cells: RowBatch.Cells, in batch: RowBatch, into codes: UnsafeMutablePointer<Int32>
  ) {
    let bytes = batch.bytes
    var last = TextWords.none
    var lastCode: Int32 = 0
    var row = 0
    var repeats = 0
    // Rows often stand in the order of a column; where they do not, a look at the last cell is in vain half of the time,
    // and what nobody can foresee costs more than the lookup.
    while row < batch.rowCount, row < 64 || repeats * 4 > row * 3 {
      let (start, count) = cells.extent(row)
      let words = TextWords(bytes + start, count)
      if words.isShort, words == last {
        repeats += 1
      } else {
        lastCode = Int32(truncatingIfNeeded: code(of: words, at: bytes + start))
        last = words
      }
      codes[row] = lastCode
      row += 1
    }
    while row < batch.rowCount {
      let (start, count) = cells.extent(row)
      let words = TextWords(bytes + start, count)
      codes[row] = Int32(truncatingIfNeeded: code(of: words, at: bytes + start))
      row += 1
    }
  }

  @inline(__always)
  private func code(of words: TextWords, at start: UnsafePointer<UInt8>) -> Int {
    let (entries, places, mask) = (entries, places, mask)
    var place = words.hash(start) & mask
    while true {
      let found = Int(places[place])
      if found == 0 { return insert(words, at: start) }
      let entry = entries[found - 1]
      if entry.head == words.head, entry.tail == words.tail, entry.count == words.count,
        words.isShort || isSame(entry, start)
      {
        return found - 1
      }
      place = (place + 1) & mask
    }
  }

  /// Forgets all texts but the first ones.
  func forget(after kept: Int) {
    guard count > kept else { return }
    texts.removeLast(texts.count - entries[kept].start)
    count = kept
    places.update(repeating: 0, count: mask + 1)
    for code in 0..<count { place(code) }
  }

  private func isSame(_ entry: Entry, _ start: UnsafePointer<UInt8>) -> Bool {
    texts[entry.start..<entry.start + entry.count].elementsEqual(
      UnsafeBufferPointer(start: start, count: entry.count))
  }

  private func insert(_ words: TextWords, at start: UnsafePointer<UInt8>) -> Int {
    if count == capacity {
      let larger = UnsafeMutablePointer<Entry>.allocate(capacity: capacity * 2)
      larger.moveInitialize(from: entries, count: count)
      entries.deallocate()
      entries = larger
      capacity *= 2
    }
    (entries + count).initialize(
      to: Entry(
        head: words.head, tail: words.tail, start: texts.count, count: words.count))
    texts.append(contentsOf: UnsafeBufferPointer(start: start, count: words.count))
    count += 1
    if count * 2 > mask {
      grow()
    } else {
      place(count - 1)
    }
    return count - 1
  }

  private func grow() {
    places.deallocate()
    mask = mask * 4 + 3
    places = .allocate(capacity: mask + 1)
    places.initialize(repeating: 0, count: mask + 1)
    for code in 0..<count { place(code) }
  }

  private func place(_ code: Int) {
    let entry = entries[code]
    let words = TextWords(head: entry.head, tail: entry.tail, count: entry.count)
    // Of no text at all there are no bytes to look at.
    let hash = texts.withUnsafeBufferPointer { texts in
      words.hash(
        texts.baseAddress.map { UnsafeRawPointer($0 + entry.start) } ?? UnsafeRawPointer(entries))
    }
    var place = hash & mask
    while places[place] != 0 { place = (place + 1) & mask }
    places[place] = UInt32(truncatingIfNeeded: code + 1)
  }
}

/// A text as words: its first eight bytes, its last eight, its length.
struct TextWords: Equatable {
  let head: UInt64
  let tail: UInt64
  let count: Int

  /// Equal to no text.
  static let none = TextWords(head: 0, tail: 0, count: -1)

  init(head: UInt64, tail: UInt64, count: Int) {
    (self.head, self.tail, self.count) = (head, tail, count)
  }

  /// Eight bytes behind the text may be read.
  @inline(__always)
  init(_ start: UnsafePointer<UInt8>, _ count: Int) {
    let raw = UnsafeRawPointer(start)
    self.count = count
    let first = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
    if count >= 8 {
      head = first
      tail = UInt64(
        littleEndian: raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    } else {
      // A shift by 64 is zero: of no bytes nothing is kept.
      head = first & ~(UInt64.max << UInt64(count * 8))
      tail = 0
    }
  }

  /// The two words say everything.
  var isShort: Bool { count <= 16 }

  @inline(__always)
  func hash(_ start: UnsafeRawPointer) -> Int {
    var hash = (head ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 32) ^ tail) &* 0xD6E8_FEB8_6659_FD93
    if count > 16 { hash ^= Self.rest(start + 8, count - 16) }
    return Int(truncatingIfNeeded: (hash ^ (hash >> 29)) >> 8)
  }

  /// FNV-1a over the bytes between the first and the last eight.
  private static func rest(_ start: UnsafeRawPointer, _ count: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in 0..<count {
      hash =
        (hash ^ UInt64(start.load(fromByteOffset: offset, as: UInt8.self)))
        &* 0x100_0000_01B3
    }
    return hash
  }
}
