import Archives

/// Why a part cannot be read on.
enum XMLFault: Error, Hashable {
  case stream(ByteStreamFailure)
  /// A document type could define entities that grow, or name other files.
  case documentType
  case unknownEncoding(String)
  case tooDeep
  /// One tag or one text is longer than anything an office program writes.
  case tooLong
  /// Ends within an element.
  case cutOff
  case illFormed(IllFormed)

  enum IllFormed: Hashable {
    case tag, endTag, entity, character, textOutside, noRoot, secondRoot, markup
  }
}
