import Formats
import Rubrics
import Values

/// Which texts of a column differ in nothing one sees, so that nobody knows whether they are one.
struct AlikeTexts {
  /// By value: the number of its group, -1 for a text that is like no other; empty where there are no groups.
  let groups: [Int32]
  /// The first two values that are alike.
  let firstPair: (first: Int, other: Int)?

  init(of declaration: Declaration, _ values: [Value]) {
    self.init(declaration.mayHoldAlikeTexts ? values : [])
  }

  init(_ values: [Value]) {
    // By bytes: for Swift, a letter in one character and in two are one text.
    var seen: [[UInt8]: Int] = [:]
    var texts: [(text: String, first: Int)] = []
    let numbers = values.enumerated().map { place, value -> Int in
      guard case .string(let text) = value else { return -1 }
      let bytes = Array(text.utf8)
      if let number = seen[bytes] { return number }
      seen[bytes] = texts.count
      texts.append((text, place))
      return texts.count - 1
    }
    var first: [FoldedName: Int] = [:]
    var groupOf = [Int32](repeating: -1, count: texts.count)
    var pair: (first: Int, other: Int)?
    for (number, entry) in texts.enumerated() {
      guard let known = first.updateValue(number, forKey: FoldedName(entry.text)) else { continue }
      first[FoldedName(entry.text)] = known
      groupOf[known] = Int32(truncatingIfNeeded: known)
      groupOf[number] = Int32(truncatingIfNeeded: known)
      if pair == nil { pair = (texts[known].first, entry.first) }
    }
    firstPair = pair
    groups = pair == nil ? [] : numbers.map { $0 < 0 ? -1 : groupOf[$0] }
  }
}

extension Declaration {
  /// Whether two of its texts may be one although they differ: nobody has said in what they may.
  var mayHoldAlikeTexts: Bool {
    guard allowed == nil, same?.isEmpty != true, case .string = CellKind(shape) else {
      return false
    }
    return true
  }
}
