"""The public Mustache suite, which the Swift tests run the templates against, has to be there."""

from pathlib import Path


def test_mustache_suite_is_there(standards: Path) -> None:
    suite = {path.name for path in (standards / "mustache-spec").glob("*.json")}
    assert {"interpolation.json", "sections.json", "partials.json", "~inheritance.json"} <= suite, (
        f"{standards}/mustache-spec is missing: put the suite there, or name its folder's parent"
        " in KSF_STANDARDS"
    )
