import Formats

/// Finds the subject that a key names, by the bytes of the cell.
///
/// A class that owns plain memory, because every row of every table asks it; nothing is changed once it is made, so that
/// all threads may ask at once.
final class SubjectIndex: @unchecked Sendable {
  /// Sixteen bytes, so that the keys of a nation stay near the processor.
  private struct Entry {
    /// The first eight bytes of the key.
    var head: UInt64 = 0
    var count: UInt32 = 0
    /// Counted from 1; 0 where the place is free.
    var subject: Int32 = 0
  }

  private let entries: UnsafeMutablePointer<Entry>
  private let mask: Int
  private var texts: [UInt8] = []
  /// By subject: where its key begins in `texts`; and where the last one ends.
  private var starts: [Int] = [0]

  var count: Int { starts.count - 1 }

  /// The subjects by their ids, which are all different.
  convenience init(_ ids: [String]) {
    self.init(room: ids.count)
    for id in ids { _ = add(id) }
    close()
  }

  /// Room for so many subjects, of whom none is known yet.
  fileprivate init(room: Int) {
    var size = 64
    while size < room * 2 { size *= 2 }
    mask = size - 1
    entries = .allocate(capacity: size)
    entries.initialize(repeating: Entry(), count: size)
    starts.reserveCapacity(room + 1)
  }

  deinit {
    entries.deallocate()
  }

  /// - Returns: the subject that has this key already; `nil` where it is the next one.
  fileprivate func add(_ id: String) -> Int? {
    var id = id
    let start = texts.count
    let count = id.withUTF8 { bytes in
      texts.append(contentsOf: bytes)
      return bytes.count
    }
    // Words are read in one go, also behind the end.
    texts.append(contentsOf: repeatElement(0, count: 16))
    let found = texts.withUnsafeBufferPointer { texts -> Int32 in
      guard let base = texts.baseAddress else { return -1 }
      let words = TextWords(base + start, count)
      var place = place(of: words, at: base + start)
      let found = subject(of: words, at: base + start, from: place)
      guard found < 0 else { return found }
      while entries[place].subject != 0 { place = (place + 1) & mask }
      entries[place] = Entry(
        head: words.head, count: UInt32(truncatingIfNeeded: count),
        subject: Int32(truncatingIfNeeded: starts.count))
      return -1
    }
    texts.removeLast(16)
    if found >= 0 {
      texts.removeLast(count)
      return Int(found)
    }
    starts.append(texts.count)
    return nil
  }

  /// Nobody is added any more.
  fileprivate func close() { texts += [UInt8](repeating: 0, count: Block.margin) }

  /// Where the search for a key begins.
  @inline(__always)
  func place(of words: TextWords, at start: UnsafePointer<UInt8>) -> Int {
    words.hash(start) & mask
  }

  /// Looks at a place, so that it is near when it is asked for.
  @inline(__always)
  func touch(_ place: Int) -> Int32 { entries[place].subject }

  /// - Returns: -1 where no subject has this key.
  @inline(__always)
  func subject(
    of words: TextWords, at start: UnsafePointer<UInt8>, from first: Int
  ) -> Int32 {
    var place = first
    while true {
      let entry = entries[place]
      if entry.subject == 0 { return -1 }
      if entry.head == words.head, Int(entry.count) == words.count,
        words.count <= 8 || isSame(entry, start)
      {
        return entry.subject - 1
      }
      place = (place + 1) & mask
    }
  }

  func subject(of key: String) -> Int32 {
    var bytes = Array(key.utf8)
    let count = bytes.count
    bytes += [UInt8](repeating: 0, count: Block.margin)
    return bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return -1 }
      let words = TextWords(base, count)
      return subject(of: words, at: base, from: place(of: words, at: base))
    }
  }

  private func isSame(_ entry: Entry, _ start: UnsafePointer<UInt8>) -> Bool {
    let own = starts[Int(entry.subject) - 1]
    return texts[own..<own + Int(entry.count)].elementsEqual(
      UnsafeBufferPointer(start: start, count: Int(entry.count)))
  }
}

/// The different keys of a file, in the order in which they come first; empty ones are left out.
struct DistinctKeys {
  /// By subject: the first row with its key.
  private(set) var rows: [Int] = []
  /// By subject whose key comes again: on which row first, and how often.
  private(set) var again: [Int: (row: Int, count: Int)] = [:]
  /// `nil` where nothing had to be looked for.
  let index: SubjectIndex?

  init(_ keys: [String]) {
    rows.reserveCapacity(keys.count)
    // Most files stand in the order of their keys, and then all are different.
    guard !Self.isAscending(keys) else {
      rows.append(contentsOf: keys.indices)
      index = nil
      return
    }
    let index = SubjectIndex(room: keys.count)
    for (row, key) in keys.enumerated() where !key.isEmpty {
      if let subject = index.add(key) {
        again[subject] = (again[subject]?.row ?? row, (again[subject]?.count ?? 0) + 1)
      } else {
        rows.append(row)
      }
    }
    index.close()
    self.index = index
  }

  /// By letters, or by length and then by letters, as numbers without leading zeros do: S99999, S100000.
  private static func isAscending(_ keys: [String]) -> Bool {
    var last = ""
    var (byLetters, byLength) = (true, true)
    for key in keys {
      let follows = last < key
      let (before, now) = (last.utf8.count, key.utf8.count)
      byLetters = byLetters && follows
      byLength = byLength && (before < now || before == now && follows)
      guard byLetters || byLength else { return false }
      last = key
    }
    return true
  }
}
