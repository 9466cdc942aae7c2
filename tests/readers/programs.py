"""The three outside readers: does each accept a journal, and what balances does it read from it?

hledger and ledger are programs of their own; beancount is called through its library, which is
what `bean-check` does, so that a hundred mutated journals cost seconds and not minutes.
"""

import csv
import datetime
import decimal
import io
import os
import pathlib
import subprocess
import sys

from beancount import loader
from beancount.core import data, inventory

ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8", "BEANCOUNT_DISABLE_LOAD_CACHE": "1"}
ONE_DAY = datetime.timedelta(days=1)

# A verdict must come from the text at hand, never from an earlier reading of the same path.
loader.initialize(use_cache=False)


class Refused(Exception):
    """A reader does not accept a journal; says what it said."""


def _run(*command):
    run = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT)
    if run.returncode != 0:
        raise Refused((run.stderr or run.stdout).strip())
    return run.stdout


def _minor(text):
    """Hundredths of the amount in a cell such as `CNY -12.30`, `-12.3` or `0`."""
    number = decimal.Decimal(text.replace("CNY", "").replace(",", "").strip() or "0")
    minor = number * 100
    if minor != minor.to_integral_value():
        raise Refused(f"{text!r} is not a whole number of hundredths")
    return int(minor)


class Hledger:
    name = "hledger"
    extension = "hledger"

    def check(self, path):
        """Strict: balanced, asserted, every account and commodity declared."""
        _run("hledger", "check", "-s", "-f", str(path))

    def balances(self, path, cuts):
        """{(cut, account): minor}; accounts that hold nothing may be missing."""
        report = _run(
            "hledger", "-f", str(path), "balance", "--historical", "--daily", "--flat", "--empty",
            "--no-total", "-b", cuts[0].isoformat(), "-e", (cuts[-1] + ONE_DAY).isoformat(),
            "-O", "csv",
        )  # fmt: skip
        header, *rows = csv.reader(io.StringIO(report))
        wanted = {cut.isoformat(): cut for cut in cuts}
        return {
            (wanted[day], row[0]): _minor(cell)
            for row in rows
            for day, cell in zip(header[1:], row[1:], strict=True)
            if day in wanted
        }


class Ledger:
    name = "ledger"
    extension = "hledger"

    def check(self, path):
        _run("ledger", "--args-only", "-f", str(path), "balance")

    def balances(self, path, cuts):
        found = {}
        for cut in cuts:
            report = _run(
                "ledger", "--args-only", "-f", str(path), "balance", "--flat", "--no-total",
                "--empty", "-e", (cut + ONE_DAY).isoformat(),
                "--balance-format", "%(account)\\t%(quantity(scrub(amount)))\\n",
            )  # fmt: skip
            for line in report.splitlines():
                account, amount = line.split("\t")
                found[cut, account] = _minor(amount)
        return found


class Beancount:
    name = "beancount"
    extension = "beancount"

    def check(self, path):
        self._entries(path)

    def balances(self, path, cuts):
        found, holdings = {}, {}
        waiting = list(cuts)
        transactions = (e for e in self._entries(path) if isinstance(e, data.Transaction))
        for entry in transactions:
            while waiting and entry.date > waiting[0]:
                self._close(found, holdings, waiting.pop(0))
            for posting in entry.postings:
                holdings.setdefault(posting.account, inventory.Inventory()).add_amount(
                    posting.units
                )
        for cut in waiting:
            self._close(found, holdings, cut)
        return found

    def _entries(self, path):
        entries, errors, _options = loader.load_file(str(path))
        if errors:
            raise Refused("; ".join(error.message for error in errors[:3]))
        return entries

    def _close(self, found, holdings, cut):
        for account, held in holdings.items():
            found[cut, account] = _minor(str(held.get_currency_units("CNY").number))


def bean_check(path):
    """The program itself, once per unharmed journal."""
    _run(str(pathlib.Path(sys.executable).with_name("bean-check")), str(path))


READERS = (Hledger(), Ledger(), Beancount())
