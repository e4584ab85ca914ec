/// Keeps a value until the process ends. Freeing a large project object by object takes a tenth of the time of a check, and the
/// system reclaims all memory at once anyway.
func keepUntilExit<Value>(_ value: Value) {
  _ = Unmanaged.passRetained(Kept(value))
}

private final class Kept<Value> {
  private let value: Value

  init(_ value: Value) {
    self.value = value
  }
}
