/// How much of private cells a value lets out.
package enum Disclosure: Sendable, Comparable {
  /// Nothing: it rests on none, or they are only tested.
  case nothing
  /// A sum, a mean, a count of rows that private cells have chosen: as much as there are few rows.
  case aggregate
  /// A cell itself, or what follows from one alone.
  case given
}

/// What of private cells may stand in a value.
struct Taint: Sendable, Hashable {
  var level = Disclosure.nothing
  /// Of rows and contexts: how much each of their entries lets out.
  var entries: [String: Disclosure] = [:]
  /// It was taken from single rows, so that a sum over it may be the sum of one.
  var isPicked = false
  /// Private cells have decided which rows are in it.
  var isChosen = false
  /// Private columns over which numbers were made that are in it.
  var columns: Set<String> = []

  static let none = Taint()

  func joined(_ other: Taint) -> Taint {
    Taint(
      level: max(level, other.level),
      entries: entries.merging(other.entries, uniquingKeysWith: max),
      isPicked: isPicked || other.isPicked, isChosen: isChosen || other.isChosen,
      columns: columns.union(other.columns))
  }

  /// The entry of this name of a context, or of each in a list of them.
  func entry(_ name: String) -> Taint {
    // What stands in an entry may be a context again.
    Taint(
      level: max(level, entries[name] ?? .nothing), entries: entries, isPicked: isPicked,
      isChosen: isChosen, columns: entries[name] == .given ? columns.union([name]) : columns)
  }

  /// Without entries, of which none is left in it.
  var alone: Taint {
    Taint(level: level, isPicked: isPicked, isChosen: isChosen, columns: columns)
  }

  /// One of a list, or what comes of looking through it for one.
  var picked: Taint {
    var taint = self
    taint.isPicked = true
    return taint
  }

  /// As one text or number, in which every entry may stand.
  var flattened: Taint {
    Taint(
      level: ([level] + entries.values).max() ?? level, isPicked: isPicked, isChosen: isChosen,
      columns: columns)
  }

  /// A number over all of it.
  var aggregated: Taint {
    let flat = flattened
    if flat.level == .given {
      return Taint(level: isPicked ? .given : .aggregate, isPicked: isPicked, columns: columns)
    }
    return Taint(level: max(flat.level, isChosen ? .aggregate : .nothing), columns: columns)
  }

  /// Of two numbers over one private column, of which one is taken from the other: what is left may be of a single row.
  func differing(from other: Taint) -> Taint {
    var taint = joined(other).flattened
    if flattened.level == .aggregate, other.flattened.level == .aggregate,
      !columns.isDisjoint(with: other.columns)
    {
      taint.level = .given
    }
    return taint
  }

  /// How many there are.
  var counted: Taint { Taint(level: isChosen ? .aggregate : .nothing) }
}
