"""The workflows of both CI systems pass their linters, have the same effect, and only call make targets."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support import ROOT

REQUEST, PUBLISH, SCHEDULED = (ROOT / ".github/workflows" / f"{n}.yml" for n in ("request", "publish", "scheduled"))
WORKFLOWS = (REQUEST, PUBLISH, SCHEDULED)
GITLAB = ROOT / ".gitlab-ci.yml"

JOBS = {
    "check": ('make check ARGS="--annotations"', [], []),
    "guard": ('make guard ARGS="--commits BASE..HEAD"', [], []),
    "test": ("make test", [], []),
    "preview": ("make site", [], ["site"]),
    "build": ("make fetch; make site", [], ["site", "build/instant", "build/commit"]),
    "publish": ("make publish; make package", ["build"], ["build/goi"]),
    "pages": ('make last-words; make pages ARGS="$FIRST"', ["build"], ["public", "build/so-cau-chu.txt"]),
}
"""The jobs of both CI systems: commands, the jobs whose artefacts are used, and the files kept."""
ON_REQUEST = {"check", "guard", "test", "preview"}
LETTING_OUT = {"publish", "pages"}
ACTIONS = {
    "actions/checkout",
    "actions/upload-artifact",
    "actions/download-artifact",
    "actions/upload-pages-artifact",
    "actions/deploy-pages",
}
READ = {"contents": "read"}
TOKEN = "${{ github.token }}"
"""GitHub's token of a workflow run, which may do what the job's permissions say."""


class Loader(yaml.SafeLoader):
    """Reads YAML as both CI systems do: ``on`` is a string."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(path: Path) -> dict[str, Any]:
    """Return a file's content; ``true`` and ``false`` stay strings."""
    loaded: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader)
    return loaded


def github_jobs(path: Path) -> dict[str, dict[str, Any]]:
    """Return the jobs of a workflow by name."""
    jobs: dict[str, dict[str, Any]] = load(path)["jobs"]
    return jobs


def gitlab_jobs() -> dict[str, dict[str, Any]]:
    """Return the jobs of GitLab's file by name, each merged with the job it extends."""
    top = load(GITLAB)
    templates = {name: job for name, job in top.items() if name.startswith(".")}
    keywords = {"workflow", "variables", "default", "stages"}
    return {
        name: {**templates.get(job.get("extends", ""), {}), **job}
        for name, job in top.items()
        if name not in keywords and name not in templates
    }


def command(text: str) -> str:
    """Return a command as in ``JOBS``, with each system's own name of the base commit and report format replaced."""
    text = re.sub(
        r"--annotations gitlab --annotations-file build/code-quality\.json|--annotations github", "--annotations", text
    )
    return re.sub(r"\$(BASE|CI_MERGE_REQUEST_DIFF_BASE_SHA)\b", "BASE", text)


def steps(job: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the steps of a GitHub job."""
    yield from job["steps"]


def run_linter(*words: str) -> None:
    """Run a linter and check that it reports nothing."""
    ran = subprocess.run(
        [str(Path(sys.executable).parent / words[0]), *words[1:]], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize(
    ("schema", "files"), [("vendor.github-workflows", WORKFLOWS), ("vendor.gitlab-ci", (GITLAB,))], ids=str
)
def test_the_files_are_what_their_systems_read(schema: str, files: tuple[Path, ...]) -> None:
    run_linter("check-jsonschema", "--builtin-schema", schema, *map(str, files))


def test_zizmor_finds_no_weakness_in_the_workflows() -> None:
    run_linter("zizmor", "--offline", "--no-progress", "--strict-collection", str(ROOT / ".github"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_each_job_of_github_does_what_the_table_says(path: Path) -> None:
    jobs = github_jobs(path)
    assert set(jobs) == (ON_REQUEST if path == REQUEST else set(JOBS) - ON_REQUEST)
    for name, job in jobs.items():
        commands, needed, kept = JOBS[name]
        assert "; ".join(command(step["run"]) for step in steps(job) if "run" in step) == commands
        needs = job.get("needs", [])
        assert ([needs] if isinstance(needs, str) else needs) == needed
        taken = [step["with"]["name"] for step in steps(job) if "download-artifact" in step.get("uses", "")]
        assert taken == ["trang"] * len(needed)
        uploads = [
            s["with"]["path"] for s in steps(job) if re.match("actions/upload-(pages-)?artifact@", s.get("uses", ""))
        ]
        assert [name for upload in uploads for name in upload.split()] == kept


def test_each_job_of_gitlab_does_what_the_table_says() -> None:
    jobs = gitlab_jobs()
    assert set(jobs) == set(JOBS)
    for name, job in jobs.items():
        commands, needed, kept = JOBS[name]
        assert "; ".join(map(command, job["script"])) == commands
        assert job.get("needs", []) == needed
        assert job.get("artifacts", {}).get("paths", []) == kept
        assert not {"before_script", "after_script", "image", "services", "include", "trigger"} & set(job)


def test_requests_and_main_are_told_apart_by_both() -> None:
    assert load(REQUEST)["on"] == "pull_request"
    assert load(PUBLISH)["on"] == {"push": {"branches": ["main"]}, "workflow_dispatch": None}
    assert set(load(SCHEDULED)["on"]) == {"schedule", "workflow_dispatch"}
    for path in (PUBLISH, SCHEDULED):
        assert github_jobs(path)["build"]["if"] == "github.ref == 'refs/heads/main'"
    for name, job in gitlab_jobs().items():
        main = "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"
        start = '$CI_PIPELINE_SOURCE == "merge_request_event"' if name in ON_REQUEST else main
        assert job["rules"]
        assert all(rule["if"].startswith(start) for rule in job["rules"])


def test_the_schedule_does_what_a_merge_does_in_an_environment_of_its_own() -> None:
    merged, scheduled = github_jobs(PUBLISH), github_jobs(SCHEDULED)
    assert merged["publish"].pop("environment") == "xuat-ban"
    assert scheduled["publish"].pop("environment") == "hen-gio"
    assert merged == scheduled
    named = [rule.get("variables", {}).get("PUBLISHING") for rule in load(GITLAB)["workflow"]["rules"]]
    assert named == [None, "hen-gio", "xuat-ban"]


def test_a_job_runs_make_and_the_steps_of_checkout_and_artefacts_and_nothing_else() -> None:
    for path in WORKFLOWS:
        top = load(path)
        assert not {"env", "defaults"} & set(top)
        for job in github_jobs(path).values():
            assert not {"env", "container", "services", "strategy", "uses", "secrets", "defaults"} & set(job)
            for step in steps(job):
                assert set(step) <= {"run", "env"} or set(step) <= {"uses", "with"}
                assert step.get("uses", "").partition("@")[0] in ACTIONS or re.fullmatch(
                    r"make [a-z-]+( ARGS=\"[^\"`;&|()]*\")?", step["run"]
                )
                if step.get("uses", "").startswith("actions/checkout@"):
                    assert step["with"]["persist-credentials"] == "false"
    for job in gitlab_jobs().values():
        assert all(re.fullmatch(r"make [a-z-]+( ARGS=\"[^\"`;&|()]*\")?", line) for line in job["script"])


def test_each_action_is_one_commit_everywhere_with_its_version_beside_it() -> None:
    """A tag can be moved to other code; the comment tells people and update tools which version a commit is."""
    lines = [line for path in WORKFLOWS for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    pinned = {re.fullmatch(r" +- uses: (\S+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)", line) for line in lines}
    assert None not in pinned, lines
    found = {match.groups() for match in pinned if match}
    assert {name for name, _, _ in found} == ACTIONS
    assert len(found) == len(ACTIONS) == len({commit for _, commit, _ in found})


def test_the_targets_are_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z-]+): ##", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert {target for commands, _, _ in JOBS.values() for target in re.findall(r"make ([a-z-]+)", commands)} <= targets


def test_the_guard_sees_the_whole_history_of_a_request() -> None:
    checkout = next(steps(github_jobs(REQUEST)["guard"]))
    assert int(checkout["with"]["fetch-depth"]) == 0
    assert gitlab_jobs()["guard"]["variables"]["GIT_DEPTH"] == "0"


def test_secrets_are_named_where_a_site_is_let_out_and_nowhere_else() -> None:
    for path in WORKFLOWS:
        top = load(path)
        for name, job in top.pop("jobs").items():
            assert ("secrets" in str(job)) == (name in LETTING_OUT)
            assert "GITHUB_TOKEN" not in str(job)
            # One step may read the artefacts of earlier runs: the record of the published words, by which the next
            # release shows that none was changed silently.
            reading = [s for s in steps(job) if s.get("run") == "make last-words"]
            assert reading == ([{"run": "make last-words", "env": {"GH_TOKEN": TOKEN}}] if name == "pages" else [])
            assert str(job).count("github.token") == len(reading)
        assert "secrets" not in str(top)
    # GitLab gives a secret only to the jobs of the environment that has it.
    assert {name for name, job in gitlab_jobs().items() if "environment" in job} == LETTING_OUT
    assert "KEY" not in GITLAB.read_text("utf-8")


def test_the_secrets_are_those_that_the_script_takes() -> None:
    taken = re.search(r"for name in (.*); do secret", (ROOT / "scripts/lib/release").read_text("utf-8"))
    assert taken
    for path in (PUBLISH, SCHEDULED):
        assert set(re.findall(r"secrets\.(\w+)", path.read_text("utf-8"))) == set(taken[1].split())


def test_permissions_are_the_least() -> None:
    for path in WORKFLOWS:
        assert load(path)["permissions"] == {}
        for name, job in github_jobs(path).items():
            wider = {"actions": "read", "pages": "write", "id-token": "write"} if name == "pages" else {}
            assert job["permissions"] == READ | wider


def test_one_release_at_a_time_and_none_is_broken_off() -> None:
    for path in (PUBLISH, SCHEDULED):
        assert load(path)["concurrency"] == {"group": "publish", "cancel-in-progress": "false"}
    for name in LETTING_OUT:
        job = gitlab_jobs()[name]
        assert (job["resource_group"], job["interruptible"]) == ("publish", "false")


def test_a_site_is_built_once_and_let_out_as_it_was_built() -> None:
    script = (ROOT / "scripts/lib/release").read_text("utf-8")
    assert "scripts/site" not in script
    assert "mkdocs" not in script
    recipes = dict(re.findall(r"^([a-z-]+): ##.*\n\t(.*)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for name in ("publish", "package", "pages"):
        assert recipes[name] == f"@scripts/lib/release {name} $(ARGS)"
