import Scoring

extension Report.GateState {
  init(_ verdict: GateVerdict) {
    switch verdict {
    case .fires: self = .fires
    case .silent: self = .silent
    case .open: self = .open
    case .closed: self = .closed
    }
  }
}
