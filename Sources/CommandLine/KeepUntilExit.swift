/// Keeps a value until the process ends. To take apart what a large project consists of, piece by piece, takes a tenth of the
/// time of a check, and the system is about to take back all of it at once.
func keepUntilExit<Value>(_ value: Value) {
  _ = Unmanaged.passRetained(Kept(value))
}

private final class Kept<Value> {
  private let value: Value

  init(_ value: Value) {
    self.value = value
  }
}
