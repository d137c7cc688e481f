import Values

extension Shape {
  /// What may follow a dot behind a value of this shape that is no context.
  ///
  /// - Source: DMN 1.5, clause 10.3.2.15, table 65.
  var properties: [Field] {
    switch self as Shape {
    case .date:
      [
        Field("year", .number), Field("month", .number), Field("day", .number),
        Field("weekday", .number),
      ]
    case .time:
      [
        Field("hour", .number), Field("minute", .number), Field("second", .number),
        Field("time offset", .optional(.dayTimeDuration)), Field("timezone", .optional(.string)),
      ]
    case .dateTime: (Shape.date.properties + Shape.time.properties) as [Field]
    case .dayTimeDuration:
      [
        Field("days", .number), Field("hours", .number), Field("minutes", .number),
        Field("seconds", .number),
      ]
    case .yearMonthDuration: [Field("years", .number), Field("months", .number)]
    case .range(let end):
      [
        Field("start", end.orNull), Field("end", end.orNull),
        Field("start included", .boolean), Field("end included", .boolean),
      ]
    default: []
    }
  }

  /// The entries of a context, or the properties of another value.
  var fields: [Field] {
    if case .context(let fields) = withoutNull { fields } else { withoutNull.properties }
  }
}
