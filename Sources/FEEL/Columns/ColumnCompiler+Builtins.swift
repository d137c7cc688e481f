import Diagnostics
import Values

extension ColumnCompiler {
  mutating func call(
    _ overloads: Builtin.Overloads, _ steps: [Step], at place: Place?,
    _ assembler: inout ColumnAssembler
  ) throws(ColumnRefusal) -> LaneValue {
    var arguments: [Compiled] = []
    for step in steps { arguments.append(try compiled(step, &assembler)) }
    assembler.place = place
    let name = overloads.name
    if let mode = Self.roundings[name] {
      return try round(
        arguments, mode, isScaleOptional: name == "floor" || name == "ceiling",
        &assembler)
    }
    switch name {
    case "not", "abs":
      guard arguments.count == 1, case .value(let value) = arguments[0] else { break }
      return name == "not" ? try assembler.not(value) : try assembler.magnitude(value)
    case "min", "max", "sum", "mean":
      let members = Self.members(of: arguments)
      // The overloads tell apart what these do not: no arguments, and lists among others.
      guard let members else { break }
      switch name {
      case "sum": return try sum(members, &assembler)
      case "mean": return try mean(members, &assembler)
      default: return try extreme(members, isGreatest: name == "max", &assembler)
      }
    case "count":
      guard arguments.count == 1, case .list(let members) = arguments[0] else { break }
      return try count(members, &assembler)
    default: break
    }
    throw assembler.refuse(.function(name))
  }

  private static let roundings: [String: RoundingMode] = [
    "decimal": .halfEven, "floor": .floor, "ceiling": .ceiling, "round up": .up,
    "round down": .down, "round half up": .halfUp, "round half down": .halfDown,
  ]

  private func round(
    _ arguments: [Compiled], _ mode: RoundingMode, isScaleOptional: Bool,
    _ assembler: inout ColumnAssembler
  ) throws(ColumnRefusal) -> LaneValue {
    guard case .value(let value)? = arguments.first, value.isNumeric || value.isNull else {
      throw assembler.refuse(.kindOfValue)
    }
    var scale = 0
    if arguments.count == 2 {
      guard case .value(let written) = arguments[1],
        case .constant(.number(let number)) = written.form, let whole = number.intValue
      else { throw assembler.refuse(.kindOfValue) }
      scale = whole
    } else if !isScaleOptional || arguments.count != 1 {
      throw assembler.refuse(.kindOfValue)
    }
    guard !value.isNull else { return value }
    return try assembler.rounded(value, toScale: scale, mode)
  }

  /// The members of the one list, or the arguments themselves.
  private static func members(of arguments: [Compiled]) -> [Member]? {
    if arguments.count == 1, case .list(let members) = arguments[0] { return members }
    let values = arguments.compactMap { argument -> Member? in
      if case .value(let value) = argument { Member(value: value) } else { nil }
    }
    return values.isEmpty || values.count < arguments.count ? nil : values
  }

  private func count(
    _ members: [Member], _ assembler: inout ColumnAssembler
  ) throws(ColumnRefusal) -> LaneValue {
    var terms: [LaneValue] = []
    for member in members {
      terms.append(member.present.map { assembler.count($0) } ?? .constant(1))
    }
    return try assembler.total(terms)
  }

  /// Where a member is there and null, and where none is there: the figures of such lists are null.
  private func nulls(
    _ members: [Member], _ assembler: inout ColumnAssembler
  ) -> LaneID? {
    var nulls: LaneID?
    var anyPresent: LaneID?
    var isAlwaysPresent = false
    for member in members {
      if let present = member.present {
        anyPresent = assembler.either(anyPresent, present)
        if let null = member.value.nulls {
          nulls = assembler.either(nulls, assembler.both(null, present))
        }
      } else {
        isAlwaysPresent = true
        nulls = assembler.either(nulls, member.value.nulls)
      }
    }
    if isAlwaysPresent { return nulls }
    let nobody = anyPresent.map { assembler.opposite($0) } ?? assembler.opposite(assembler.none)
    return assembler.either(nulls, nobody)
  }

  private func areNumbers(
    _ members: [Member], _ assembler: ColumnAssembler
  ) throws(ColumnRefusal) {
    guard !members.isEmpty, members.allSatisfy(\.value.isNumeric) else {
      throw assembler.refuse(.kindOfValue)
    }
  }

  /// The members, with zero where they are not there.
  private func present(
    _ members: [Member], _ assembler: inout ColumnAssembler
  ) throws(ColumnRefusal) -> [LaneValue] {
    var terms: [LaneValue] = []
    for member in members {
      guard let present = member.present else {
        terms.append(member.value)
        continue
      }
      terms.append(
        try assembler.choose(present, member.value.withNulls(nil), .constant(.zero)))
    }
    return terms
  }

  private func sum(
    _ members: [Member], _ assembler: inout ColumnAssembler
  ) throws(ColumnRefusal) -> LaneValue {
    try areNumbers(members, assembler)
    let nulls = nulls(members, &assembler)
    return try assembler.null(where: nulls, try assembler.total(try present(members, &assembler)))
  }

  private func mean(
    _ members: [Member], _ assembler: inout ColumnAssembler
  ) throws(ColumnRefusal) -> LaneValue {
    try areNumbers(members, assembler)
    let nulls = nulls(members, &assembler)
    let terms = try present(members, &assembler)
    let mean = try assembler.mean(terms, count: try count(members, &assembler))
    return try assembler.null(where: nulls, mean)
  }

  private func extreme(
    _ members: [Member], isGreatest: Bool, _ assembler: inout ColumnAssembler
  ) throws(ColumnRefusal) -> LaneValue {
    if members.contains(where: \.value.isNull) { return .constant(.null) }
    try areNumbers(members, assembler)
    let nulls = nulls(members, &assembler)
    // Where a member is not there stands what no other can lie beyond.
    let ends = members.map { isGreatest ? $0.value.bounds.low : $0.value.bounds.high }
    let known = ends.compactMap(\.self)
    var best: LaneValue?
    for member in members {
      var value = member.value.withNulls(nil)
      if let present = member.present {
        guard known.count == ends.count, let end = isGreatest ? known.min() : known.max() else {
          throw assembler.refuse(.function(isGreatest ? "max" : "min"))
        }
        value = try assembler.choose(present, value, .constant(end))
      }
      if let found = best {
        best = try assembler.extreme(found, value, isGreatest: isGreatest)
      } else {
        best = value
      }
    }
    return try assembler.null(where: nulls, best ?? .constant(.null))
  }
}
