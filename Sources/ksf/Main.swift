internal import CommandLine

@main
enum Main {
  static func main() {
    KSF.runAndExit()
  }
}
