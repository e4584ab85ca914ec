/// The guide for people who change a framework that others use.
let changeGuide = """
  People carry half-finished portfolios across a change, and programs have stored ids. So a published framework is changed with
  a few habits:

  1. **An id is for ever.** It is never given to something else. What nobody is to meet any more stays in its file with a
     `status:` that says why and what takes its place, or is named under `retired:` in the framework's file.
  2. **The lock remembers** (`framework/framework.lock`). `ksf lock` notes each id with what it says, and a random UUID that other
     systems can know it by. From then on `ksf check` refuses a framework in which an id is gone or means something else.
  3. **Each edition is recorded** (`ksf release`): its sources are copied to `editions/EDITION/`, their digest is noted in the
     lock, and a migration map from the edition before is written. A recorded edition is never changed.
  4. **The number tells how much has changed.** `ksf diff --check` fails if it is too low.

  ## Seeing what changed

  `ksf diff` compares meanings and not lines: the last commit, or with `--check` the last recorded edition, with the files of now. Name one
  or two others as folders, recorded editions (`1.0.0`), or revisions of Git (`v1.0.0`, `origin/main`). `--format markdown` is fit for
  a comment on a pull request, `--format json` for programs: an object with `framework`, `from`, `to`, `class`, `requiredEdition`,
  `isEditionEnough`, `summary`, and `changes`, each with `code`, `rule`, `class`, `id`, `noun`, `title`, where there are any `part`,
  `before` and `after`, and `touches` with the ids of `roles`, `phases` and `records` and the paths of `schemas`.

  ## Publishing an edition

  ```sh
  ksf diff --check     # what changed, and whether the number says so
  ksf release          # lock, editions/1.1.0/, migrations/1.0.0-1.1.0.json
  git add framework/framework.lock editions migrations
  ```

  `ksf release --again` records an edition anew that nobody has used yet. The changes page of the handbook then shows for each
  recorded edition what has changed since; no Git is needed for that.

  ## Carrying portfolios forward

  `migrations/1.0.0-1.1.0.json` says for every id of the older edition what it became, and whether evidence for it carries over
  (`as-it-is`), has to be looked at again (`look-again`) or no longer counts (`no-longer-counts`). `ksf record check` carries a
  portfolio of an older edition through as many maps as it takes, and says what needs another look. `ksf migrate` writes the map of
  any two editions. An author who knows better may change `evidence` in a map: what is there is not overwritten.

  ## Approving

  `ksf approve REL-1.2 --by assessor` notes that a role has approved a text; no names are kept. When the text changes, `ksf check`
  says that it needs to be looked at again. `--all-of REL-1` approves all of an outcome or domain.

  ## Two branches

  Entries of the lock are sorted and stand apart, so two branches that add ids in different places merge by themselves. Where two
  add at the same place Git leaves a conflict. Both sides are wanted then, and `ksf lock` takes both. One line in
  `.gitattributes` lets Git do that at once:

  ```
  framework/framework.lock merge=union
  ```

  Only after that, entries of which both branches changed the same lines have lines twice; `ksf check` says so, and
  `ksf lock --repair` mends it. Either way run `ksf lock` after a merge.
  """
