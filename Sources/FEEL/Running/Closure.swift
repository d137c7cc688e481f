import Values

/// A function literal together with all that its body may look at.
final class Closure: FunctionValue, @unchecked Sendable {
  let function: FunctionStep
  let slots: [Value]
  /// The frame as it was when the function was made.
  let frame: [Value]
  let frameSize: Int
  let mode: Mode

  init(_ function: FunctionStep, slots: [Value], frame: [Value], frameSize: Int, mode: Mode) {
    self.function = function
    self.slots = slots
    self.frame = frame
    self.frameSize = frameSize
    self.mode = mode
    super.init(parameterNames: function.parameters.map(\.name))
  }
}
