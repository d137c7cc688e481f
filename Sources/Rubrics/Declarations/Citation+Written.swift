extension Citation {
  /// `yan2021, 一、其二`: the source, then where in it.
  package init(written text: String) {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 == "," || $0 == "，"
    }
    func trimmed(_ part: Substring) -> String {
      var scalars = part.unicodeScalars
      while let first = scalars.first, first == " " || first == "\n" { scalars.removeFirst() }
      while let last = scalars.last, last == " " || last == "\n" { scalars.removeLast() }
      return String(scalars)
    }
    self.init(
      source: trimmed(parts.first ?? ""), detail: parts.count > 1 ? trimmed(parts[1]) : "")
  }
}
