import Diagnostics
import Values

extension PointScale {
  /// Which number gives which points, of so many.
  func words(worth points: Number) -> Wording {
    switch self {
    case .steps(let lines, let otherwise):
      FormWording.list(
        lines.map {
          FormWording.line(
            FormWording.threshold($0.written, .atLeast), FormWording.points($0.points))
        } + [FormWording.otherwise(FormWording.points(otherwise))])
    case .linear(let zero, let full):
      Wording(
        en: "\(full) gives \(points) points, \(zero) gives 0, in proportion between",
        zh: "\(full) 得 \(points) 分，\(zero) 得 0 分，之间按比例")
    }
  }
}
