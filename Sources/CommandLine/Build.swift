internal import ArgumentParser

struct Build: ParsableCommand {
  @OptionGroup var options: ProjectOptions
}
