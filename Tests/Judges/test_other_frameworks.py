"""Frameworks that use every part of the language, and of other kinds, are judged as well."""

from pathlib import Path

import jsonschema_rs
import pytest
from running import REPOSITORY, fixture_files, ksf, write_project
from test_handbook import problem_with_link, read
from test_html import nu_checker
from test_schemas import check_jsonschema, load

NAMES = ["whole-language", "generality-ladder", "generality-catalogue", "generality-standards"]


@pytest.fixture(scope="module", params=NAMES)
def other(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(request.param)
    project = write_project(folder, fixture_files(request.param))
    run = ksf("build", "--project", project, "--strict")
    assert run.status == 0, run.errors
    return project / "build"


def test_every_page_is_valid(other: Path) -> None:
    pages = sorted((other / "handbook").rglob("*.html"))
    assert pages
    assert nu_checker("--no-langdetect", *pages) == []


def test_every_link_leads_somewhere(other: Path) -> None:
    handbook = (other / "handbook").resolve()
    pages = {path: read(path) for path in handbook.rglob("*.html")}
    bad = [
        f"{path.relative_to(handbook)}: {link} {problem}"
        for path, page in pages.items()
        for link in page.links
        if (problem := problem_with_link(link, path, handbook, pages))
    ]
    assert bad == []
    for path, page in pages.items():
        assert len(set(page.ids)) == len(page.ids), path
        assert all((path.parent / address).is_file() for address in page.fetched), path


def test_data_fits_its_schema(other: Path) -> None:
    schema = other / "schemas/framework.schema.json"
    for judged in [
        check_jsonschema("--check-metaschema", schema),
        check_jsonschema("--schemafile", schema, other / "framework.json"),
    ]:
        assert judged.returncode == 0, judged.stdout + judged.stderr
    validator = jsonschema_rs.Draft202012Validator(load(schema), validate_formats=True)
    assert [str(error) for error in validator.iter_errors(load(other / "framework.json"))] == []
