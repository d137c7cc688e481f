import Foundation

/// How much of what is drawn or mutated a run takes: all of it in `Scripts/test-long`, a part of it else.
package enum Volume {
  package static let isLong = ProcessInfo.processInfo.environment["HENGXING_LONG"] != nil

  package static func count(_ usual: Int, long: Int) -> Int { isLong ? long : usual }
}
