import Diagnostics
import Formats

extension RelatedPlace {
  /// An amount that goes into a sum, as it is written.
  static func adding(_ scalar: Scalar?) -> RelatedPlace? {
    scalar.map { .adds($0.text, $0.place) }
  }
}
