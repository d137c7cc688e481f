import Rubrics
import Values

extension Cohort.Figure {
  /// What it may be while nothing is known of the group.
  var bounds: Bounds {
    switch statistic {
    case .mean, .min, .max: Bounds(.everyNumber)
    case .place: Bounds(.number(low: 1, high: nil, isWhole: ties == .better))
    case .count: Bounds(.number(low: 0, high: nil, isWhole: true))
    case .percentile: Bounds(.number(low: 0, high: 1, isWhole: false))
    }
  }
}
