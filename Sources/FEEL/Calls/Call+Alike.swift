import Values

extension Call {
  /// The members of a list without repetition.
  ///
  /// In a column, texts that differ in nothing one sees may be one: of those the first is certain, and the others are open.
  func distinctMembers(of list: List) -> Value {
    guard case .column(let selection, let index) = list,
      selection.table.columns.indices.contains(index),
      !selection.table.columns[index].alike.isEmpty
    else { return distinct(list.candidates) }
    let column = selection.table.columns[index]
    let cursor = ListCursor(list)
    let candidates = list.candidates
    func group(_ place: Int) -> (number: Int32, text: String)? {
      let number = column.alike[cursor.row(place)]
      guard number >= 0, case .string(let text) = candidates[place].value else { return nil }
      return (number, text)
    }
    // What is surely in the list stands for its group before what may be.
    var first: [Int32: String] = [:]
    for isOpen in [false, true] {
      for place in candidates.indices where candidates[place].isOpen == isOpen {
        guard let (number, text) = group(place), first[number] == nil else { continue }
        first[number] = text
      }
    }
    var isInDoubt = false
    let marked = candidates.indices.map { place -> Candidate in
      guard let (number, text) = group(place), let standing = first[number],
        !text.utf8.elementsEqual(standing.utf8)
      else { return candidates[place] }
      isInDoubt = true
      return Candidate(value: candidates[place].value, isOpen: true)
    }
    guard isInDoubt else { return distinct(candidates) }
    return distinct(
      marked, besides: [Missing("\(selection.table.name).\(column.name)", .textsAlike)])
  }
}
