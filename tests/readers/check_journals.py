"""Three programs that nobody here wrote read our journals and must agree with our books.

Usage: check_journals.py DAYCUT_CLI SCENARIOS_DIRECTORY OUTPUT_DIRECTORY

1. hledger, ledger and beancount accept every journal of the gallery, strictly.
2. The balance each of them reads for each account at each cut is the closing that we report.
3. Every falsification of `mutations.py` is refused by at least one of them.
"""

import collections
import concurrent.futures
import os
import pathlib
import sys
import time

import gallery
import mutations
import programs


def check_balances(book, complaints):
    """How many readings of the book were compared."""
    compared = 0
    for reader in programs.READERS:
        path = getattr(book, reader.extension)
        try:
            reader.check(path)
            read = reader.balances(path, book.cuts)
        except programs.Refused as refusal:
            complaints.append(f"{book.title}: {reader.name} refuses the journal: {refusal}")
            continue
        ours = {(c.date, c.account): c.signed_minor for c in book.closings}
        for key in sorted(ours.keys() | read.keys()):
            compared += 1
            if ours.get(key, 0) != read.get(key, 0):
                date, account = key
                complaints.append(
                    f"{book.title}: {account} on {date}: we say {ours.get(key, 0)},"
                    f" {reader.name} reads {read.get(key, 0)}"
                )
    try:
        programs.bean_check(book.beancount)
    except programs.Refused as refusal:
        complaints.append(f"{book.title}: bean-check refuses the journal: {refusal}")
    return compared


def refusals(book, name, directory):
    """{reader: whether it refused the falsified book}, or nothing when it does not apply."""
    verdicts = {}
    for reader in programs.READERS:
        source = getattr(book, reader.extension)
        try:
            text = mutations.mutated(source.read_text(encoding="utf-8"), reader.extension, name)
        except mutations.NotApplicable:
            continue
        number = list(mutations.MUTATIONS).index(name) + 1
        label = f"{book.scenario}-{book.name}-{number}-{reader.name}.{reader.extension}"
        falsified = directory / label
        falsified.write_text(text, encoding="utf-8")
        try:
            reader.check(falsified)
            verdicts[reader.name] = False
        except programs.Refused:
            verdicts[reader.name] = True
    return verdicts


def check_mutations(books, directory, complaints):
    """Prints which reader refused how many of the falsified books."""
    directory.mkdir(parents=True, exist_ok=True)
    jobs = [(book, name) for name in mutations.MUTATIONS for book in books]
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        verdicts = list(pool.map(lambda job: refusals(*job, directory), jobs))
    table = collections.defaultdict(collections.Counter)
    for (book, name), verdict in zip(jobs, verdicts, strict=True):
        if not verdict:
            continue
        table[name]["books"] += 1
        table[name].update(reader for reader, refused in verdict.items() if refused)
        if not any(verdict.values()):
            complaints.append(f"{book.title}: nobody refuses '{name}'")
    readers = [reader.name for reader in programs.READERS]
    print(f"\n{'refused by':<22}" + "".join(f"{reader:>12}" for reader in readers) + f"{'of':>8}")
    for name in mutations.MUTATIONS:
        row = table[name]
        counts = "".join(f"{row[reader]:>12}" for reader in readers)
        print(f"{name:<22}{counts}{row['books']:>8}")
        if row["books"] == 0:
            complaints.append(f"'{name}' applied to no book of the gallery")


def main(command_line, scenarios, output):
    started = time.monotonic()
    complaints = []
    output = pathlib.Path(output)
    books = gallery.books(command_line, scenarios, output)
    compared = sum(check_balances(book, complaints) for book in books)
    print(f"{len(books)} books, {compared} readings compared")
    if compared == 0:
        complaints.append("nothing was compared")
    check_mutations(books, output / "falsified", complaints)
    for complaint in complaints[:40]:
        print(f"WRONG {complaint}")
    if len(complaints) > 40:
        print(f"… and {len(complaints) - 40} more")
    print(f"\n{len(complaints)} complaints ({time.monotonic() - started:.1f} s)")
    return 1 if complaints else 0


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except gallery.Complaint as complaint:
        sys.exit(f"WRONG {complaint}")
