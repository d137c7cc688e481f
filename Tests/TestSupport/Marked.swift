/// Test input in which «» marks the bytes a diagnostic should point at.
package struct Marked {
  package let text: String
  package let ranges: [Range<Int>]

  package init(_ marked: String) {
    var text = ""
    var ranges: [Range<Int>] = []
    var open = 0
    for character in marked {
      switch character {
      case "«": open = text.utf8.count
      case "»": ranges.append(open..<text.utf8.count)
      default: text.append(character)
      }
    }
    self.text = text
    self.ranges = ranges
  }
}
