import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  /// The panel that an item names, or the one role that its form names.
  ///
  /// - Returns: `nil` where there is neither; that was reported.
  mutating func panel(of item: Record, _ written: Record) -> Panel? {
    let own = ["role", "combine", "at least"].filter { written.mentions($0) }
    if item.mentions("panel") {
      if let key = own.first {
        diagnostics.report(.panelBesideRole(key, at: written.keyPlace(key)))
      }
      guard let name = item.scalar("panel") else { return nil }
      if let panel = panels.first(where: { $0.id == name.text }) { return panel }
      let known = root.map("panels").map(\.key.text)
      if !known.contains(name.text) {
        diagnostics.report(.unknownPanel(name.text, among: known, at: name.place))
      }
      return nil
    }
    let isJudge = written.construct.name == "judge scale"
    let needed = isJudge ? ["role", "combine", "at least"] : ["role"]
    let missing = needed.filter { !written.mentions($0) }
    if !missing.isEmpty { diagnostics.report(.noAssessor(missing, at: written.place)) }
    let combine: Combination? = written.choice("combine")
    let least = written.count("at least") ?? 1
    if !isJudge, least > 1, combine == nil {
      diagnostics.report(.combineMissing(at: written.keyPlace("at least")))
    }
    guard let role = written.string("role") else { return nil }
    return Panel(role: role, combine: combine, atLeast: least)
  }
}
