extension TableTaker {
  /// Collects pairs of subject and value for all questions about the distinct values of a column.
  func collect(_ declared: Int, _ handfuls: PairHandfuls, _ rowCount: Int) {
    guard let index = plan.places[declared] else { return }
    let column = columns[index]
    let all = plan.questions.conditions.count
    let asked = asked(declared).map { (isIn + ($0.condition ?? all) * capacity, $0.bit) }
    let (payloads, states, codes) = (column.payloads, column.states, column.codes)
    let subjects = keys.subjects
    let (seen, subjectCount) = (seen[declared], subjectCount)
    asked.withUnsafeBufferPointer { asked in
      for row in 0..<rowCount {
        var bits: UInt32 = 0
        for (rows, bit) in asked { bits |= rows[row] != 0 ? bit : 0 }
        let subject = subjects[row]
        guard bits != 0, states[row] != PassColumn.State.open, subject < subjectCount else {
          continue
        }
        if let seen, codes[row] < Self.fewCodes, codes[row] >= 0 {
          // The values of most columns are few: a bit says that a subject has one.
          let words = seen + Int(subject) * asked.count
          for place in asked.indices {
            words[place] |= UInt64(bits >> UInt32(place) & 1) << UInt64(codes[row])
          }
        } else {
          handfuls.add(payloads[row], of: subject, bits: bits)
        }
      }
    }
  }

  /// The questions about the distinct values of a column, by their bits.
  private func asked(_ declared: Int) -> [(condition: Int?, bit: UInt32)] {
    tallies.compactMap { tally -> (condition: Int?, bit: UInt32)? in
      guard tally.column == declared, case .distinct(let bit) = tally.kind else { return nil }
      return (tally.condition, 1 << UInt32(bit))
    }.sorted { $0.bit < $1.bit }
  }

  /// Puts the values that are kept as bits in with the others.
  func finishFew() {
    for (declared, words) in seen {
      guard let index = plan.places[declared], let handfuls = distinct[declared] else { continue }
      let (column, count) = (columns[index], plan.questions.distinctBits[declared] ?? 0)
      for subject in 0..<subjectCount {
        for place in 0..<count {
          var codes = words[subject * count + place]
          while codes != 0 {
            handfuls.add(
              column.payload(of: codes.trailingZeroBitCount),
              of: Int32(truncatingIfNeeded: subject), bits: 1 << UInt32(place))
            codes &= codes - 1
          }
        }
      }
    }
  }
}
