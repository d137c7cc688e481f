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
  private let texts: [UInt8]
  /// By subject: where its key begins in `texts`.
  private let starts: [Int]
  let count: Int

  /// The subjects by their ids, which are all different.
  init(_ ids: [String]) {
    count = ids.count
    var size = 64
    while size < ids.count * 2 { size *= 2 }
    mask = size - 1
    entries = .allocate(capacity: size)
    entries.initialize(repeating: Entry(), count: size)
    var texts: [UInt8] = []
    var starts: [Int] = []
    for id in ids {
      starts.append(texts.count)
      texts += id.utf8
    }
    let end = texts.count
    texts += [UInt8](repeating: 0, count: Block.margin)
    self.texts = texts
    self.starts = starts
    for subject in ids.indices {
      let start = starts[subject]
      let length = (subject + 1 < starts.count ? starts[subject + 1] : end) - start
      insert(start, length, Int32(truncatingIfNeeded: subject + 1))
    }
  }

  deinit {
    entries.deallocate()
  }

  private func insert(_ start: Int, _ count: Int, _ subject: Int32) {
    texts.withUnsafeBufferPointer { texts in
      guard let base = texts.baseAddress else { return }
      let words = TextWords(base + start, count)
      var place = words.hash(base + start) & mask
      while entries[place].subject != 0 { place = (place + 1) & mask }
      entries[place] = Entry(
        head: words.head, count: UInt32(truncatingIfNeeded: count), subject: subject)
    }
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

  private func isSame(_ entry: Entry, _ start: UnsafePointer<UInt8>) -> Bool {
    let own = starts[Int(entry.subject) - 1]
    return texts[own..<own + Int(entry.count)].elementsEqual(
      UnsafeBufferPointer(start: start, count: Int(entry.count)))
  }
}
