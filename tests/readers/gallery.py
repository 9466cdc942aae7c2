"""What our side says: every gallery scenario run by the command line, its journals and closings."""

import csv
import datetime
import json
import pathlib
import subprocess
from dataclasses import dataclass, field


class Complaint(Exception):
    """Something the check cannot accept, said in a sentence."""


@dataclass(frozen=True)
class Closing:
    """The balance of one account at one cut; debit is positive."""

    date: datetime.date
    account: str
    signed_minor: int


@dataclass
class Book:
    """One keeper's journal in both formats, and what we say its accounts hold at each cut."""

    scenario: str
    name: str
    hledger: pathlib.Path
    beancount: pathlib.Path
    closings: list[Closing] = field(default_factory=list)

    @property
    def title(self):
        return f"{self.scenario}/{self.name}"

    @property
    def cuts(self):
        return sorted({closing.date for closing in self.closings})


def books(command_line, scenarios, output):
    """Runs every scenario of the gallery and returns all its books."""
    files = sorted(pathlib.Path(scenarios).glob("*.json"))
    if not files:
        raise Complaint(f"there is no scenario in {scenarios}")
    return [book for file in files for book in _books_of(command_line, file, output)]


def _books_of(command_line, file, output):
    directory = pathlib.Path(output) / file.stem
    if directory.exists():
        for old in directory.iterdir():
            old.unlink()
    directory.mkdir(parents=True, exist_ok=True)
    run = subprocess.run(
        [command_line, "run", file, "--out", directory], capture_output=True, text=True
    )
    if run.returncode != 0:
        raise Complaint(f"daycut-cli run {file.name}: {run.stderr.strip() or run.stdout.strip()}")
    _require_summary(directory / "summary.json")
    found = {
        journal.stem: Book(
            scenario=file.stem,
            name=journal.stem,
            hledger=journal,
            beancount=journal.with_suffix(".beancount"),
        )
        for journal in sorted(directory.glob("*.hledger"))
    }
    for book in found.values():
        if not book.beancount.exists():
            raise Complaint(f"{book.title} has no beancount journal")
    _read_closings(directory / "closings.csv", found)
    for book in found.values():
        if not book.closings:
            raise Complaint(f"closings.csv of {file.stem} says nothing of the book {book.name}")
    if not found:
        raise Complaint(f"{file.stem} wrote no journal")
    return list(found.values())


def _require_summary(path):
    if not path.exists():
        raise Complaint(f"{path} was not written")
    json.loads(path.read_text(encoding="utf-8"))


def _read_closings(path, found):
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            book = found.get(row["book"])
            if book is None:
                raise Complaint(f"closings.csv names the book {row['book']}, which has no journal")
            book.closings.append(
                Closing(
                    date=datetime.date.fromisoformat(row["date"]),
                    account=row["account"],
                    signed_minor=int(row["closing_signed_minor"]),
                )
            )
