extension Value {
  package var isUnknown: Bool { if case .unknown = self { true } else { false } }
}
