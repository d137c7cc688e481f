import Formats
import Platform

/// Finds the subject that a key names, by the bytes of the cell.
///
/// A class that owns plain memory, because every row of every table asks it; nothing is changed once it is made, so that
/// all threads may ask at once.
final class SubjectIndex: @unchecked Sendable {
  /// Sixteen bytes, so that the keys of a nation stay near the processor.
  fileprivate struct Entry {
    /// The first eight bytes of the key.
    var head: UInt64 = 0
    var count: UInt32 = 0
    /// Counted from 1; 0 where the place is free.
    var subject: Int32 = 0
  }

  private let entries: UnsafeMutablePointer<Entry>
  private let mask: Int
  // Not to be changed, because an array that may change is asked for leave at every row.
  private let texts: [UInt8]
  /// By subject: where its key begins in `texts`; and where the last one ends.
  private let starts: [Int]

  var count: Int { starts.count - 1 }

  /// The subjects by their ids, which are all different.
  convenience init(_ ids: [String]) {
    var draft = SubjectDraft(room: ids.count)
    for id in ids { _ = draft.add(id) }
    self.init(draft)
  }

  init(_ draft: consuming SubjectDraft) {
    (entries, mask) = (draft.entries, draft.mask)
    texts = draft.texts + [UInt8](repeating: 0, count: Block.margin)
    starts = draft.starts
  }

  deinit {
    entries.deallocate()
  }

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

  /// The key of a subject.
  func id(of subject: Int) -> String {
    String(decoding: texts[starts[subject]..<starts[subject + 1]], as: UTF8.self)
  }

  private func isSame(_ entry: Entry, _ start: UnsafePointer<UInt8>) -> Bool {
    let own = starts[Int(entry.subject) - 1]
    return texts[own..<own + Int(entry.count)].elementsEqual(
      UnsafeBufferPointer(start: start, count: Int(entry.count)))
  }
}

/// An index to which keys are added; it is made into one, once.
struct SubjectDraft: ~Copyable {
  fileprivate let entries: UnsafeMutablePointer<SubjectIndex.Entry>
  fileprivate let mask: Int
  fileprivate var texts: [UInt8] = []
  fileprivate var starts: [Int] = [0]

  /// Room for so many subjects.
  init(room: Int) {
    var size = 64
    while size < room * 2 { size *= 2 }
    mask = size - 1
    entries = .allocate(capacity: size)
    entries.initialize(repeating: SubjectIndex.Entry(), count: size)
    starts.reserveCapacity(room + 1)
  }

  /// - Returns: the subject that has this key already; `nil` where it is the next one.
  mutating func add(_ id: String) -> Int? {
    let start = texts.count
    var id = id
    let count = id.withUTF8 { bytes in
      texts.append(contentsOf: bytes)
      return bytes.count
    }
    // Words are read in one go, also behind the end.
    texts.append(contentsOf: repeatElement(0, count: 16))
    let (found, place, head) = place(of: start, count)
    texts.removeLast(found == nil ? 16 : 16 + count)
    guard found == nil else { return found }
    entries[place] = SubjectIndex.Entry(
      head: head, count: UInt32(truncatingIfNeeded: count),
      subject: Int32(truncatingIfNeeded: starts.count))
    starts.append(texts.count)
    return nil
  }

  /// Where the key is that begins at `start`, and whose; where it is nobody's the place is free.
  private func place(of start: Int, _ count: Int) -> (subject: Int?, place: Int, head: UInt64) {
    texts.withUnsafeBufferPointer { texts in
      guard let base = texts.baseAddress else { return (nil, 0, 0) }
      let words = TextWords(base + start, count)
      var place = words.hash(base + start) & mask
      while entries[place].subject != 0 {
        let subject = Int(entries[place].subject) - 1
        if entries[place].head == words.head, Int(entries[place].count) == count,
          memcmp(base + starts[subject], base + start, count) == 0
        {
          return (subject, place, words.head)
        }
        place = (place + 1) & mask
      }
      return (nil, place, words.head)
    }
  }
}

/// The different keys of a file, in the order in which they come first; empty ones are left out.
struct DistinctKeys: Sendable {
  /// By row; empty where the cell is.
  let texts: [String]
  /// By subject: the first row with its key.
  private(set) var rows: [Int] = []
  /// By subject whose key comes again: on which row first, and how often.
  private(set) var again: [Int: (row: Int, count: Int)] = [:]
  /// `nil` where nothing had to be looked for.
  let index: SubjectIndex?

  init(_ keys: [String]) {
    texts = keys
    rows.reserveCapacity(keys.count)
    // Most files stand in the order of their keys, and then all are different.
    guard !Self.isAscending(keys) else {
      rows.append(contentsOf: keys.indices)
      index = nil
      return
    }
    var draft = SubjectDraft(room: keys.count)
    for (row, key) in keys.enumerated() where !key.isEmpty {
      if let subject = draft.add(key) {
        again[subject] = (again[subject]?.row ?? row, (again[subject]?.count ?? 0) + 1)
      } else {
        rows.append(row)
      }
    }
    index = SubjectIndex(draft)
  }

  /// The same without the keys of some rows, which name nobody.
  func without(_ rows: Set<Int>) -> DistinctKeys {
    guard !rows.isEmpty else { return self }
    var texts = texts
    for row in rows { texts[row] = "" }
    return DistinctKeys(texts)
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
