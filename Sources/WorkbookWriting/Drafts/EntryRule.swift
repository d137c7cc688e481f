/// What may be entered into cells, and what is said beside them.
package struct EntryRule: Sendable {
  package enum Bound: Sendable, Hashable {
    /// In the digits of a decimal number.
    case reaching(String)
    case beyond(String)
  }

  package enum Allowed: Sendable, Hashable {
    /// One of some texts, offered as a list.
    case list([String])
    case number(low: Bound?, high: Bound?, isWhole: Bool)
    case date
    case anything
  }

  package let rows: ClosedRange<Int>
  package let columns: ClosedRange<Int>
  package let allowed: Allowed
  /// Shown when somebody enters the cell.
  package let prompt: String
  /// Whether what does not fit is refused; otherwise it is asked about.
  package let isStrict: Bool

  package init(
    rows: ClosedRange<Int>, columns: ClosedRange<Int>, _ allowed: Allowed, prompt: String = "",
    isStrict: Bool = false
  ) {
    self.rows = rows
    self.columns = columns
    self.allowed = allowed
    self.prompt = prompt
    self.isStrict = isStrict
  }
}
