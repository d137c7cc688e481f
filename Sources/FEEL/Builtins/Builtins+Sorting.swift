import Diagnostics
import Values

extension Builtins {
  static let sorting: [Builtin] = [sort, listReplace, listReplaceWhere]

  private static let sort = Builtin(
    "sort",
    [
      .one("list", .list(.any)),
      .optional("precedes", .function(parameters: [.any, .any], result: .boolean)),
    ],
    gives: { ($0.first ?? .list(.any)).orNull },
    summary: Wording(
      en:
        "The members in order: by a function that says whether its first argument comes first, or ascending.",
      zh: "把成员排序：由函数判断前者是否在先；不给函数则由小到大。"),
    examples: [
      ("sort([3, 1, 5, 4], function(x, y) x > y)", "[5, 4, 3, 1]"),
      ("sort([3, 1, 2])", "[1, 2, 3]"),
      ("sort([3, \"a\"])", "null"), ("sort([3, 1], function(x, y) 7)", "null"),
    ],
    bounds: { $0.withFixedMembership { inOrder($0) } }
  ) { inOrder($0) }

  private static func inOrder(_ call: Call) -> Value {
    let members = call.members(0)
    var answer = Truth(false)
    // A member stays before its equals: the later one has to precede to be put first.
    let sorted = sorted(members) { one, other in
      answer = call.precedes(other, one)
      return answer.may == .isTrue ? true : answer.may == .isFalse ? false : nil
    }
    return sorted.map { .list(.values($0)) }
      ?? (answer.isKnown ? call.null(.notComparable) : call.nothingKnown)
  }

  private static let listReplace = Builtin(
    "list replace", [.one("list", .list(.any)), .one("position", .number), .one("newItem", .any)],
    gives: { shapes in
      .optional(.list([shapes.first?.member ?? .any, shapes.last ?? .any].sharedMember))
    },
    summary: Wording(en: "The list with the member at a position replaced.", zh: "替换某位置上的成员。"),
    examples: [
      ("list replace([2, 4, 7, 8], 3, 6)", "[2, 4, 6, 8]"), ("list replace([1, 2], 3, 6)", "null"),
    ],
    bounds: { $0.withFixedMembership { $0.editing { $0[$1] = $2 } } }
  ) { $0.editing { $0[$1] = $2 } }

  private static let listReplaceWhere = Builtin(
    "list replace",
    [
      .one("list", .list(.any)),
      .one("match", .function(parameters: [.any, .any], result: .boolean)), .one("newItem", .any),
    ],
    gives: { shapes in
      .optional(.list([shapes.first?.member ?? .any, shapes.last ?? .any].sharedMember))
    },
    summary: Wording(
      en: "The list with every member replaced for which a function of it and the new one is true.",
      zh: "凡函数（成员，新成员）为真者，换成新成员。"),
    examples: [
      ("list replace([2, 4, 7, 8], function(item, newItem) item < newItem, 5)", "[5, 5, 7, 8]")
    ],
    bounds: { $0.withFixedMembership { replacing($0) } }
  ) { replacing($0) }

  private static func replacing(_ call: Call) -> Value {
    guard case .function(let match) = call[1] else { return call.null() }
    var members = call.members(0)
    for index in members.indices {
      switch Truth(call.setting.apply(match, [members[index], call[2]])).may {
      case .isTrue: members[index] = call[2]
      case .isFalse: break
      case .isNull: return call.null()
      default: return call.nothingKnown
      }
    }
    return .list(.values(members))
  }

  /// A stable merge sort that survives an order which contradicts itself.
  ///
  /// `isAfter` tells whether the later of two has to come before the earlier.
  ///
  /// - Returns: `nil` where two members cannot be ordered.
  static func sorted(_ values: [Value], isAfter: (Value, Value) -> Bool?) -> [Value]? {
    var sorted = values
    var merged: [Value] = []
    var width = 1
    while width < sorted.count {
      merged.removeAll(keepingCapacity: true)
      merged.reserveCapacity(sorted.count)
      for start in stride(from: 0, to: sorted.count, by: 2 * width) {
        var left = start
        let middle = Swift.min(start + width, sorted.count)
        var right = middle
        let end = Swift.min(start + 2 * width, sorted.count)
        while left < middle && right < end {
          guard let isAfter = isAfter(sorted[left], sorted[right]) else { return nil }
          merged.append(sorted[isAfter ? right : left])
          if isAfter { right += 1 } else { left += 1 }
        }
        merged.append(contentsOf: sorted[left..<middle])
        merged.append(contentsOf: sorted[right..<end])
      }
      swap(&sorted, &merged)
      width *= 2
    }
    return sorted
  }
}

extension Call {
  /// Whether one member comes before another: by the function at 1, or by the order of values.
  fileprivate func precedes(_ one: Value, _ other: Value) -> Truth {
    guard case .function(let precedes) = self[1] else { return Value.compare(.less, one, other) }
    return Truth(setting.apply(precedes, [one, other]))
  }
}
