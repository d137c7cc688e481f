/// What a null result of a form means.
package enum NullMeaning: String, Sendable, CaseIterable {
  case unknown
  case notApplicable = "not applicable"
  case zero = "0"
}
