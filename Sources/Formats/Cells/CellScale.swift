package import Values

/// How a column is to be counted, so that a scale written in its cells can be read: `95%`, `30万`, `36小时`.
package struct CellScale: Sendable, Hashable {
  /// What a percent sign makes of the number before it.
  enum Percent: Hashable {
    /// `95%` is 0.95.
    case hundredth
    /// `95%` is 95.
    case asWritten
    /// It may be either.
    case doubtful
    /// The column counts something else.
    case foreign
  }

  let unit: CellUnit?
  let percent: Percent
  /// Neither unit nor range is declared, so that `95` beside `97%` leaves both in doubt.
  package let isOpen: Bool

  /// Of a column with that unit, whose numbers lie in that range.
  ///
  /// - Parameters:
  ///   - unit: as declared; `nil` where nothing is.
  ///   - range: what may occur; `nil` where the declaration asks nothing of it.
  package init(unit: String? = nil, range: NumberInterval? = nil) {
    let unit = unit.map(CellUnit.init)
    self.unit = unit
    isOpen = unit == nil && range == nil
    if let unit {
      percent = unit.isPercent ? .asWritten : unit.isShare ? .hundredth : .foreign
    } else if let range {
      percent = Self.percent(within: range)
    } else {
      percent = .hundredth
    }
  }

  /// Where neither unit nor range is declared.
  package static let open = CellScale()

  /// A range up to 1 is one of shares; one that begins above 1 and ends at 100 leaves no room for them.
  private static func percent(within range: NumberInterval) -> Percent {
    guard let high = range.high else { return .doubtful }
    if high <= 1 { return .hundredth }
    if high == 100, let low = range.low, low > 1 { return .asWritten }
    return .doubtful
  }

  /// What stands behind the digits of a cell.
  enum Suffix {
    case none
    case percent
    case unit(CellUnit)
  }

  enum Reading {
    /// The number times ten to this power.
    case power(Int)
    /// One or the other power.
    case either(Int, Int)
    case mismatch(CellMismatch)
  }

  func read(_ suffix: Suffix, hasCurrency: Bool) -> Reading {
    switch suffix {
    case .none: return hasCurrency ? readCurrency() : .power(0)
    case .percent:
      guard !hasCurrency else { return .mismatch(.notANumber) }
      return switch percent {
      case .hundredth: .power(-2)
      case .asWritten: .power(0)
      case .doubtful: .either(0, -2)
      case .foreign: .mismatch(.otherUnit)
      }
    case .unit(let written): return read(written, hasCurrency: hasCurrency)
    }
  }

  /// `￥300`: the sign may be the decoration of a spreadsheet, which also stands before so many 万元.
  private func readCurrency() -> Reading {
    guard let unit else { return .power(0) }
    let currency = CellUnit(CellUnit.money)
    guard unit.counts(currency) || (unit.label.isEmpty && unit.power > 0) else {
      return .mismatch(.otherUnit)
    }
    return unit.power == 0 ? .power(0) : .either(0, -unit.power)
  }

  private func read(_ written: CellUnit, hasCurrency: Bool) -> Reading {
    guard let unit else {
      // `45万` has been 450,000 wherever nothing is declared; whatever else, nobody said what it means here.
      return written.label.isEmpty && written.power == 4 ? .power(4) : .mismatch(.undeclaredUnit)
    }
    if unit.isPercent || unit.isShare {
      return written == unit ? .power(0) : .mismatch(.otherUnit)
    }
    let currency = CellUnit(CellUnit.money)
    if hasCurrency, !unit.counts(currency) || !(written.label.isEmpty || written.counts(currency)) {
      return .mismatch(.otherUnit)
    }
    guard written.label.isEmpty || unit.counts(written) else { return .mismatch(.otherUnit) }
    return .power(written.power - unit.power)
  }
}
