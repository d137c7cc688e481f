extension Effect {
  /// 加 2 分 and 得 2 分 are one where points are counted.
  var asEarning: Effect {
    if case .add(let points) = self { .earn(points) } else { self }
  }
}
