import Formats

/// Finds subjects who have texts in one column that differ in nothing one sees: their rows have to be looked at one by one.
///
/// Few columns hold such texts. Where there is no blank, no sign of another width, and letters of one case alone, none can
/// (`SignsAtAGlance` says so for most), and nothing more is looked at.
struct AlikeValues {
  let sets: PairSets
  let identities: TextIdentities

  /// By subject: the questions, as bits, whose texts are alike.
  var subjects: [Int32: UInt32] {
    guard mayBeAlike else { return [:] }
    // Two texts with one hash that are not alike only cost a look at rows.
    var first: [UInt64: Int64] = [:]
    var alike = Set<UInt64>()
    sets.forEach { pair in
      guard let hash = hash(of: pair.value) else { return }
      if let known = first[hash] {
        if known != pair.value { alike.insert(hash) }
      } else {
        first[hash] = pair.value
      }
    }
    guard !alike.isEmpty else { return [:] }
    var seen: [Int32: [UInt64: UInt32]] = [:]
    var found: [Int32: UInt32] = [:]
    sets.forEach { pair in
      guard let hash = hash(of: pair.value), alike.contains(hash) else { return }
      let bits = seen[pair.subject]?[hash] ?? 0
      if bits & pair.bits != 0 { found[pair.subject, default: 0] |= bits & pair.bits }
      seen[pair.subject, default: [:]][hash] = bits | pair.bits
    }
    return found
  }

  private var mayBeAlike: Bool {
    var signs = identities.signs
    if signs.mayDiffer { return true }
    sets.forEach { signs.look(at: $0.value) }
    return signs.mayDiffer
  }

  private func hash(of identity: Int64) -> UInt64? {
    guard let text = identities.text(of: identity) else { return nil }
    return FoldedName(text).text.utf8.reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
  }
}
