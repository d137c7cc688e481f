import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  mutating func checkDegree(_ record: Record, of item: Record) -> Form? {
    guard let written = record.record("degree") else { return nil }
    if let scale = written.number("scale"), !scale.isPositive {
      diagnostics.report(
        .stepNotPositive("scale", at: written.scalar("scale")?.place ?? written.place))
    }
    var seen = Set<String>()
    var bands: [Degree.Band] = []
    for band in written.records("bands") {
      if let id = band.scalar("id"), !seen.insert(id.text).inserted {
        diagnostics.report(.idTwice(id.text, at: id.place, first: nil))
      }
      guard let id = band.string("id"), let least = band.number("at least") else { continue }
      bands.append(
        Degree.Band(id: id, title: band.wording("title"), atLeast: least, place: band.place))
    }
    guard bands.count == written.list("bands").count else { return nil }
    var isSorted = true
    for (upper, lower) in zip(bands, bands.dropFirst()) where lower.atLeast >= upper.atLeast {
      diagnostics.report(.bandsOutOfOrder(at: lower.place))
      isSorted = false
    }
    if isSorted, let last = bands.last, !last.atLeast.isZero {
      diagnostics.report(.lowestBandNotZero(last.id, at: last.place))
    }
    if let first = bands.first, let scale = written.number("scale"), first.atLeast > scale {
      diagnostics.report(.bandAboveScale(first.id, at: first.place))
    }
    if bands.isEmpty { diagnostics.report(.emptyList("bands", at: written.keyPlace("bands"))) }
    guard let panel = panel(of: item, written), let scale = written.number("scale") else {
      return nil
    }
    return .degree(Degree(panel: panel, scale: scale, bands: bands))
  }

  mutating func checkJudge(_ record: Record, of item: Record) -> Form? {
    guard let written = record.record("judge") else { return nil }
    if let low = written.number("from"), let high = written.number("to"), low >= high {
      diagnostics.report(.fromAboveTo(at: written.keyPlace("from")))
    }
    if let step = written.number("step"), !step.isPositive {
      diagnostics.report(
        .stepNotPositive("step", at: written.scalar("step")?.place ?? written.place))
    }
    if written.count("at least") == 0 {
      diagnostics.report(
        .stepNotPositive("at least", at: written.scalar("at least")?.place ?? written.place))
    }
    let bands = written.records("bands").compactMap { band -> Judge.Band? in
      guard let least = band.number("at least"), let says = band.wording("says") else { return nil }
      return Judge.Band(atLeast: least, says: says)
    }
    for (upper, lower) in zip(written.records("bands"), written.records("bands").dropFirst()) {
      if let one = upper.number("at least"), let other = lower.number("at least"), other >= one {
        diagnostics.report(.bandsOutOfOrder(at: lower.place))
      }
    }
    guard let panel = panel(of: item, written), let low = written.number("from"),
      let high = written.number("to")
    else { return nil }
    return .judge(
      Judge(panel: panel, low: low, high: high, step: written.number("step"), bands: bands))
  }

  /// The panel that an item names, or the one role that its form names.
  ///
  /// - Returns: `nil` where there is neither; that was reported.
  private mutating func panel(of item: Record, _ written: Record) -> Panel? {
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
