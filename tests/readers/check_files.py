"""Files of every gallery scenario, and of one whose names are an attack, read by programs of others.

Usage: check_files.py DAYCUT_CLI SCENARIOS_DIRECTORY OUTPUT_DIRECTORY

1. Python's csv module reads every table; no cell is a formula, and the tables agree with each other,
   with the summary and with the closings.
2. Bills are divided as their format says; totals and running balances are those of their rows.
3. An XML parser reads the picture and finds nothing in it but drawing.
4. The names of `hostile.json` are inert in every reader, and come back from the tables unchanged.
"""

import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections import defaultdict

import programs
from beancount import loader
from beancount.core import data

HOSTILE = pathlib.Path(__file__).with_name("hostile.json")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
BOM = b"\xef\xbb\xbf"
DRAWN = {"svg", "title", "style", "rect", "path", "g", "text", "polygon"}


def minor(text):
    """Fen of an amount in yuan."""
    assert re.fullmatch(r"-?\d+\.\d\d", text), text
    return int(text.replace(".", ""))


def original(cell):
    """A text cell as the author wrote it: the recipe of docs/files.md."""
    return cell.removeprefix("'")


def table(path):
    """The rows of a table as dictionaries, after a strict reading of its bytes."""
    content = path.read_bytes()
    assert content.startswith(BOM), "no byte order mark"
    assert content.endswith(b"\r\n"), "no line end at the end"
    text = content.decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    for row in rows:
        assert len(row) == len(header), f"{row} has another width"
        for cell in row:
            start = cell.lstrip()[:1]
            is_formula = start in {"=", "+", "@", "＝", "＋", "－", "＠", "\t", "\r"}
            is_formula |= start == "-" and not NUMBER.fullmatch(cell)
            assert not is_formula, f"{cell!r} would be computed"
    return [dict(zip(header, row, strict=True)) for row in rows]


def check_tables(directory, summary):
    events = table(directory / "events.csv")
    assert len(events) == summary["events"]
    payments = table(directory / "payments.csv")
    refunds = table(directory / "refunds.csv")
    made = [row for row in refunds if row["state"] == "refunded"]
    assert len(payments) == summary["payments"]
    assert len(refunds) - len(made) == summary["refused"]
    assert sum(minor(row["amount"]) for row in payments) == summary["paid_in"]
    assert sum(minor(row["amount"]) for row in made) == summary["refunded"]
    fees = sum(minor(row["fee"]) for row in payments)
    fees -= sum(minor(row["fee_returned"]) for row in made)
    assert fees == summary["fees"], "fees differ"
    payouts = table(directory / "payouts.csv")
    assert sum(minor(row["amount"]) for row in payouts) == summary["paid_out"]
    held = [row["holds"] == "true" for row in table(directory / "expectations.csv")]
    assert held == [row["holds"] for row in summary["expectations"]]
    assert len(table(directory / "batches.csv")) > 0
    return 8 + check_books(directory)


def check_books(directory):
    """Journals added up are the closings of every date, and the balances at the end."""
    balances = table(directory / "balances.csv")
    names = {row["account"]: row["journal_name"] for row in balances}
    moved = defaultdict(lambda: defaultdict(int))
    for path in directory.glob("journal~*.csv"):
        book = path.stem.removeprefix("journal~")
        for row in table(path):
            for side, sign in (("debit", 1), ("credit", -1)):
                account = (book, names[row[side]])
                moved[account][row["date"]] += sign * minor(row["amount"])
    compared = 0
    for row in table(directory / "closings.csv"):
        dates = moved[row["book"], row["account"]]
        found = sum(amount for date, amount in dates.items() if date <= row["date"])
        assert found == int(row["closing_signed_minor"]), f"{row}: the journal says {found}"
        compared += 1
    for row in balances:
        found = sum(moved[row["book"], row["journal_name"]].values())
        shown = minor(row["current"]) * (1 if row["normal"] == "debit" else -1)
        assert found == shown, f"{row}: the journal says {found}"
        compared += 1
    return compared


def bill(path):
    """Columns, rows, names of the totals and the totals of a bill."""
    content = path.read_bytes()
    assert content.startswith(BOM) and content.endswith(b"\r\n")
    lines = content.decode("utf-8-sig").split("\r\n")
    assert lines.pop() == ""
    header, *rows, totals_header, totals = lines
    divided = [row.removeprefix("`").split(",`") for row in [*rows, totals]]
    assert all(row.startswith("`") for row in [*rows, totals]), "a field without backtick"
    columns = header.split(",")
    assert all(len(row) == len(columns) for row in divided[:-1]), "another width"
    rows = [dict(zip(columns, row, strict=True)) for row in divided[:-1]]
    return rows, dict(zip(totals_header.split(","), divided[-1], strict=True))


SUMS = {
    "应结订单总金额": "应结订单金额",
    "退款总金额": "退款金额",
    "充值券退款总金额": "充值券退款金额",
    "订单总金额": "订单金额",
    "申请退款总金额": "申请退款金额",
}


def check_trade_bill(path):
    rows, totals = bill(path)
    assert rows and totals["总交易单数"] == str(len(rows))
    for total, column in SUMS.items():
        if total in totals:
            found = sum(minor(row.get(column, "0.00")) for row in rows)
            assert found == minor(totals[total]), f"{total} is {totals[total]}, rows say {found}"
    fees = sum(int(row["手续费"].replace(".", "")) for row in rows)
    assert fees == int(totals["手续费总金额"].replace(".", ""))


def check_fund_bill(path):
    rows, totals = bill(path)
    sums, counts, before = {"收入": 0, "支出": 0}, {"收入": 0, "支出": 0}, None
    for row in rows:
        amount, side = minor(row["收支金额(元)"]), row["收支类型"]
        sums[side] += amount
        counts[side] += 1
        balance = minor(row["账户结余(元)"])
        signed = amount if side == "收入" else -amount
        assert before in (None, balance - signed), f"{row}: the balance before was {before}"
        before = balance
    assert totals["资金流水总笔数"] == str(len(rows))
    for side in sums:
        assert totals[f"{side}笔数"] == str(counts[side])
        assert minor(totals[f"{side}金额"]) == sums[side]


def check_picture(path, title):
    root = ElementTree.parse(path).getroot()
    for element in root.iter():
        name = element.tag.removeprefix("{http://www.w3.org/2000/svg}")
        assert name in DRAWN, f"the picture holds {element.tag}"
        for attribute in element.attrib:
            assert not attribute.startswith("on") and "href" not in attribute, attribute
    assert title in root[0].text, "the picture has another title"


def check_hostile(directory, scenario):
    """Nothing that a name says happens, and the names come back."""
    names = {party["id"]: party["name"] for party in scenario["parties"]}
    for row in table(directory / "balances.csv"):
        given = names.get(row["owner"])
        if given is not None:
            assert original(row["owner_name_zh"]) == given["zh"], row
            assert original(row["owner_name_en"]) == given["en"], row
    orders = {original(row["order"]) for row in table(directory / "payments.csv")}
    assert orders == {payment["id"] for payment in scenario["payments"]}, orders
    for path in directory.glob("*.hledger"):
        programs.Hledger().check(path)
        programs.Ledger().check(path)
        files = run("hledger", "-f", path, "files").split()
        assert files == [str(path)], f"hledger reads {files}"
        entries = len(re.findall(r"^\d{4}-\d\d-\d\d \*", path.read_text(encoding="utf-8"), re.M))
        read = run("hledger", "-f", path, "print").count(" * (")
        assert read == entries, f"hledger reads {read} entries of {entries}"
        stats = run("ledger", "--args-only", "-f", path, "stats")
        assert "passwd" not in stats, stats
    for path in directory.glob("*.beancount"):
        entries, errors, options = loader.load_file(str(path))
        assert not errors, errors
        assert options["include"] == [str(path)] and options["plugin"] == [], options
        assert options["title"].startswith("Daycut ="), options["title"]
        kinds = {type(entry) for entry in entries}
        assert kinds == {data.Open, data.Transaction, data.Balance}, kinds


def run(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    assert done.returncode == 0, f"{command}: {done.stderr.strip() or done.stdout.strip()}"
    return done.stdout


def check_scenario(command_line, file, output, counts):
    directory = output / file.stem
    directory.mkdir(parents=True, exist_ok=True)
    for old in directory.iterdir():
        old.unlink()
    run(command_line, "run", file, "--out", directory)
    summary = json.loads((directory / "summary.json").read_text(encoding="utf-8"))
    counts["figures of tables"] += check_tables(directory, summary)
    for path in sorted(directory.glob("wechat-*.csv")):
        check = check_fund_bill if path.name.startswith("wechat-fund") else check_trade_bill
        check(path)
        counts["bills"] += 1
    for lang in ("zh", "en"):
        for view in ("holder", "keeper"):
            picture = directory / f"{view}.{lang}.svg"
            run(command_line, "--lang", lang, "diagram", file, "--view", view, "-o", picture)
            check_picture(picture, summary["title"][lang])
            counts["pictures"] += 1
    if file == HOSTILE:
        check_hostile(directory, json.loads(file.read_text(encoding="utf-8")))


def main(command_line, scenarios, output):
    output, counts, wrong = pathlib.Path(output), defaultdict(int), 0
    for file in [*sorted(pathlib.Path(scenarios).glob("*.json")), HOSTILE]:
        try:
            check_scenario(command_line, file, output, counts)
        except (AssertionError, programs.Refused, ElementTree.ParseError, csv.Error) as complaint:
            print(f"WRONG {file.stem}: {type(complaint).__name__} {complaint}")
            wrong += 1
    said = ", ".join(f"{number} {what}" for what, number in counts.items())
    print(f"{said} compared; {wrong} scenarios with a complaint")
    return 1 if wrong or not all(counts.values()) or not counts else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
