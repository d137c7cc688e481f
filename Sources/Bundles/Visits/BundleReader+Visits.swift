import Diagnostics
import Formats
import Values

/// Visits: papers of a stage that is held again and again, with the faults that they found and what became of earlier ones.
extension BundleReader {
  static let visitsFolder = "visits"

  static func isVisit(_ file: String) -> Bool {
    file.hasPrefix(visitsFolder + "/") && (file.hasSuffix(".yaml") || file.hasSuffix(".yml"))
  }

  /// The keys that only the paper of a visit has.
  static let visitKeys = ["faults", "follow-ups", "findings"]

  /// What the paper of a visit says beside its marks.
  mutating func readVisit(_ fields: Fields, of judgement: Judgement) {
    for key in ["stage", "date"] where fields.node(key) == nil {
      diagnostics.report(.bundleMissingKey(key, at: fields.mapping.place))
    }
    for node in fields.list("faults", into: &diagnostics) {
      guard let fault = fault(node, found: judgement) else {
        // Nobody knows how many there are.
        lostMarks.append(LostMark(item: nil, role: judgement.role, place: node.place))
        continue
      }
      if let first = faults.first(where: { $0.id == fault.id }) {
        diagnostics.report(.faultTwice(fault.id, at: fault.place, first: first.place))
      }
      faults.append(fault)
    }
    for node in fields.list("follow-ups", into: &diagnostics) {
      if let followUp = followUp(node, by: judgement) { followUps.append(followUp) }
    }
    for node in fields.list("findings", into: &diagnostics) {
      if let finding = finding(node, found: judgement) {
        visitFindings.append(finding)
      } else {
        hasWholeFindings = false
      }
    }
  }

  private mutating func fault(_ node: Node, found judgement: Judgement) -> Fault? {
    let keys = ["id", "item", "says", "due"]
    guard let fields = Fields(node, keys: keys, into: &diagnostics) else { return nil }
    let id = fields.required("id", into: &diagnostics)
    if fields.node("says") == nil {
      diagnostics.report(.bundleMissingKey("says", at: fields.mapping.place))
    }
    guard let id, let says = fields.wording("says", into: &diagnostics) else { return nil }
    let due = fields.date("due", into: &diagnostics)
    if let due, let date = judgement.date, due < date, let place = fields.node("due")?.place {
      diagnostics.report(.dueBeforeFound(id, due, date, at: place))
    }
    return Fault(
      id: id, item: fields.text("item", into: &diagnostics), says: says, due: due,
      by: judgement.by, stage: judgement.stage, date: judgement.date, file: judgement.file,
      place: node.place)
  }

  private mutating func followUp(_ node: Node, by judgement: Judgement) -> FollowUp? {
    let keys = ["fault", "state", "says"]
    guard let fields = Fields(node, keys: keys, into: &diagnostics) else { return nil }
    let fault = fields.required("fault", into: &diagnostics)
    let written = fields.required("state", into: &diagnostics)
    guard let fault, let written else { return nil }
    guard let state = FollowUp.State.spellings[written] else {
      diagnostics.report(.followUpState(at: fields.node("state")?.place ?? node.place))
      return nil
    }
    return FollowUp(
      fault: fault, state: state, says: fields.wording("says", into: &diagnostics),
      by: judgement.by, date: judgement.date, place: node.place)
  }

  /// What any paper advises.
  mutating func readAdvice(_ fields: Fields, of judgement: Judgement) {
    for node in fields.list("advice", into: &diagnostics) {
      if let scalar = node.scalar {
        advice.append(
          Advice(
            to: nil, item: nil, says: Wording(scalar.text), by: judgement.by, role: judgement.role,
            date: judgement.date, place: node.place))
        continue
      }
      guard let fields = Fields(node, keys: ["to", "item", "says"], into: &diagnostics) else {
        continue
      }
      if fields.node("says") == nil {
        diagnostics.report(.bundleMissingKey("says", at: fields.mapping.place))
      }
      guard let says = fields.wording("says", into: &diagnostics) else { continue }
      advice.append(
        Advice(
          to: fields.text("to", into: &diagnostics), item: fields.text("item", into: &diagnostics),
          says: says, by: judgement.by, role: judgement.role, date: judgement.date,
          place: node.place))
    }
  }

  /// Holds follow-ups against the faults that they name, once everything is read.
  mutating func checkFollowUps() {
    let known = Dictionary(faults.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for followUp in followUps {
      guard let fault = known[followUp.fault] else {
        diagnostics.report(
          .followUpOfNothing(followUp.fault, among: known.keys.sorted(), at: followUp.place))
        continue
      }
      if let date = followUp.date, let found = fault.date, date < found {
        diagnostics.report(
          .followUpBefore(fault.id, date, found, at: followUp.place, fault: fault.place))
      }
    }
  }
}
