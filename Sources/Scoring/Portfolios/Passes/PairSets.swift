import Synchronization

/// Which values each subject has been seen with, by which of some questions; shared by all threads.
///
/// A pair is a subject and a value of 64 bits. Pairs are spread over partitions, each a table of its own that stays near
/// the processor while a thread puts a few hundred pairs into it, so that a file of millions of pairs costs no more for
/// each than a small one, and memory grows with the pairs and not with the threads.
///
///     pair     value 64   subject 32   bits 32      bits 0: the place is free
final class PairSets: Sendable {
  struct Pair {
    var value: Int64
    var subject: Int32
    /// Which questions the pair answers, one bit each; or how often it was seen.
    var bits: UInt32
  }

  static let partitionCount = 512
  /// Pairs that a thread collects for a partition before it puts them in.
  static let handful = 128

  /// A value inside its lock, so that nothing needs to ask at every pair whether it may be changed.
  private struct Partition: @unchecked Sendable {
    var pairs: UnsafeMutablePointer<Pair>
    var mask = 63
    var count = 0
    /// Keeps the first round of insertions from being left out.
    var touched: UInt32 = 0

    init() {
      pairs = .allocate(capacity: mask + 1)
      pairs.initialize(repeating: Pair(value: 0, subject: 0, bits: 0), count: mask + 1)
    }
  }

  /// Bits are added up instead of joined.
  private let counts: Bool
  private let partitions: [Locked<Partition>]
  private let pairCount = Atomic<Int>(0)

  init(counts: Bool) {
    self.counts = counts
    partitions = (0..<Self.partitionCount).map { _ in Locked<Partition>(Partition()) }
  }

  deinit {
    for partition in partitions { partition.mutex.withLock { $0.pairs.deallocate() } }
  }

  /// How many bytes it takes, more or less.
  var byteCount: Int { pairCount.load(ordering: .relaxed) * MemoryLayout<Pair>.stride * 2 }

  @inline(__always)
  static func hash(_ value: Int64, _ subject: Int32) -> UInt64 {
    var hash = UInt64(bitPattern: value) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 29) ^ UInt64(UInt32(bitPattern: subject))) &* 0xD6E8_FEB8_6659_FD93
    return hash ^ (hash >> 32)
  }

  @inline(__always)
  static func partition(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 55) }

  /// Puts pairs of one partition in.
  func insert(_ pairs: UnsafeBufferPointer<Pair>, into partition: Int) {
    let added = partitions[partition].mutex.withLock { partition in
      let before = partition.count
      // Fetches many places at the same time, because the round behind waits for each.
      var seen: UInt32 = 0
      for pair in pairs {
        seen |=
          partition.pairs[
            Int(truncatingIfNeeded: Self.hash(pair.value, pair.subject)) & partition.mask
          ].bits
      }
      partition.touched = seen
      for pair in pairs { Self.insert(pair, into: &partition, counts: counts) }
      return partition.count - before
    }
    pairCount.wrappingAdd(added, ordering: .relaxed)
  }

  @inline(__always)
  private static func insert(_ pair: Pair, into partition: inout Partition, counts: Bool) {
    let (table, mask) = (partition.pairs, partition.mask)
    var place = Int(truncatingIfNeeded: hash(pair.value, pair.subject)) & mask
    while true {
      let found = table[place]
      if found.bits == 0 {
        table[place] = pair
        partition.count += 1
        if partition.count * 4 > mask * 3 { grow(&partition) }
        return
      }
      if found.value == pair.value, found.subject == pair.subject {
        if counts {
          table[place].bits =
            found.bits.addingReportingOverflow(pair.bits).overflow
            ? .max : found.bits &+ pair.bits
        } else if found.bits | pair.bits != found.bits {
          table[place].bits = found.bits | pair.bits
        }
        return
      }
      place = (place + 1) & mask
    }
  }

  private static func grow(_ partition: inout Partition) {
    let (old, size) = (partition.pairs, partition.mask + 1)
    partition.mask = size * 2 - 1
    partition.pairs = .allocate(capacity: size * 2)
    partition.pairs.initialize(
      repeating: Pair(value: 0, subject: 0, bits: 0), count: size * 2)
    for place in 0..<size where old[place].bits != 0 {
      var target =
        Int(truncatingIfNeeded: hash(old[place].value, old[place].subject)) & partition.mask
      while partition.pairs[target].bits != 0 { target = (target + 1) & partition.mask }
      partition.pairs[target] = old[place]
    }
    old.deallocate()
  }

  /// Every pair once, in no order that means anything.
  func forEach(_ body: (Pair) -> Void) {
    for box in partitions {
      box.mutex.withLock { partition in
        for place in 0...partition.mask where partition.pairs[place].bits != 0 {
          body(partition.pairs[place])
        }
      }
    }
  }
}

/// The pairs that one thread has collected and not yet put in.
final class PairHandfuls: @unchecked Sendable {
  private let sets: PairSets
  private let pairs: UnsafeMutablePointer<PairSets.Pair>
  private let counts: UnsafeMutablePointer<Int32>

  init(_ sets: PairSets) {
    self.sets = sets
    pairs = .allocate(capacity: PairSets.partitionCount * PairSets.handful)
    counts = .allocate(capacity: PairSets.partitionCount)
    counts.initialize(repeating: 0, count: PairSets.partitionCount)
  }

  deinit {
    pairs.deallocate()
    counts.deallocate()
  }

  @inline(__always)
  func add(_ value: Int64, of subject: Int32, bits: UInt32) {
    let partition = PairSets.partition(PairSets.hash(value, subject))
    let count = Int(counts[partition])
    pairs[partition * PairSets.handful + count] = PairSets.Pair(
      value: value, subject: subject, bits: bits)
    counts[partition] = Int32(truncatingIfNeeded: count + 1)
    if count + 1 == PairSets.handful { give(partition) }
  }

  private func give(_ partition: Int) {
    let own = UnsafeBufferPointer(
      start: pairs + partition * PairSets.handful, count: Int(counts[partition]))
    sets.insert(own, into: partition)
    counts[partition] = 0
  }

  /// Puts in what is left.
  func finish() {
    for partition in 0..<PairSets.partitionCount where counts[partition] > 0 { give(partition) }
  }
}
