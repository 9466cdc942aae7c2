"""Small falsifications of a journal, each of which at least one outside reader has to refuse.

A journal is cut into blocks at its empty lines. The same falsification is applied to the hledger
and to the beancount text of one book, so that all readers judge the same fault.
"""

import datetime
import decimal
import re
from dataclasses import dataclass

ENTRY = re.compile(r"^(\d{4}-\d\d-\d\d)\b")
ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Format:
    """How one format writes an amount in a posting, and an assertion."""

    posting: re.Pattern
    assertion: re.Pattern


HLEDGER = Format(
    posting=re.compile(r"^(\s+[^\s;].*?\s\s+CNY )(-?\d+\.\d\d)(\s*(?:;.*)?)$"),
    assertion=re.compile(r"^(\s+[^\s;].*?=\s*CNY )(-?\d+\.\d\d)(\s*(?:;.*)?)$"),
)
BEANCOUNT = Format(
    posting=re.compile(r"^(\s+[A-Z][^\s;]*\s+)(-?\d+\.\d\d)( CNY\s*(?:;.*)?)$"),
    assertion=re.compile(
        r"^(\d{4}-\d\d-\d\d balance \S+\s+)(-?\d+\.\d\d)((?: ~ 0)? CNY\s*(?:;.*)?)$"
    ),
)
FORMATS = {"hledger": HLEDGER, "beancount": BEANCOUNT}


class NotApplicable(Exception):
    """The journal holds nothing that this falsification could change."""


class Journal:
    """A journal's text in blocks, and which of them are entries with amounts."""

    def __init__(self, text, kind):
        self.format = FORMATS[kind]
        self.blocks = [block.splitlines() for block in re.split(r"\n[ \t]*\n", text)]

    def text(self):
        return "\n\n".join("\n".join(block) for block in self.blocks) + "\n"

    def entries(self):
        """Indices of blocks that move money: two legs or more, none of them nothing."""
        return [i for i, block in enumerate(self.blocks) if len(self._moving_legs(block)) >= 2]

    def legs(self, index):
        """Line numbers of an entry's postings."""
        return self._moving_legs(self.blocks[index])

    def assertions(self):
        """(block, line) of every assertion of a balance."""
        return [
            (i, n)
            for i, block in enumerate(self.blocks)
            for n, line in enumerate(block)
            if self.format.assertion.match(line)
        ]

    def date(self, index):
        for line in self.blocks[index]:
            if match := ENTRY.match(line):
                return datetime.date.fromisoformat(match[1])
        return None

    def add(self, index, line, amount, pattern=None):
        self._rewrite(index, line, lambda number: number + decimal.Decimal(amount), pattern)

    def swap_sign(self, index, line):
        self._rewrite(index, line, lambda number: -number, None)

    def _rewrite(self, index, line, change, pattern):
        match = (pattern or self.format.posting).match(self.blocks[index][line])
        number = change(decimal.Decimal(match[2]))
        self.blocks[index][line] = f"{match[1]}{number}{match[3]}"

    def _moving_legs(self, block):
        if not any(ENTRY.match(line) for line in block):
            return []
        return [
            n
            for n, line in enumerate(block)
            if (match := self.format.posting.match(line)) and decimal.Decimal(match[2]) != 0
        ]


def _middle(items):
    if not items:
        raise NotApplicable
    return items[len(items) // 2]


def _amount(change):
    def apply(journal):
        index = _middle(journal.entries())
        journal.add(index, journal.legs(index)[0], change)

    return apply


def _drop_leg(journal):
    index = _middle(journal.entries())
    del journal.blocks[index][journal.legs(index)[-1]]


def _swap_sign(journal):
    index = _middle(journal.entries())
    journal.swap_sign(index, journal.legs(index)[0])


def _shift_over_the_cut(journal):
    """The entry comes a day late, after that day's assertions: both sides still balance."""
    index = _middle(journal.entries())
    date = journal.date(index)
    later = (date + ONE_DAY).isoformat()
    block = [ENTRY.sub(later, line) for line in journal.blocks.pop(index)]
    first_later = next(
        (i for i in range(index, len(journal.blocks)) if _opens_after(journal, i, date)),
        len(journal.blocks),
    )
    journal.blocks.insert(first_later, block)


def _opens_after(journal, index, date):
    found = journal.date(index)
    return found is not None and found > date


def _duplicate_payout(journal):
    payouts = [i for i in journal.entries() if _is_payout(journal.blocks[i])]
    index = _middle(payouts)
    journal.blocks.insert(index, list(journal.blocks[index]))


def _is_payout(block):
    return any(re.search(r"payout|出款", line, re.IGNORECASE) for line in block)


def _assertion(change):
    def apply(journal):
        block, line = _middle(journal.assertions())
        journal.add(block, line, change, journal.format.assertion)

    return apply


MUTATIONS = {
    "amount +0.01": _amount("0.01"),
    "amount -0.01": _amount("-0.01"),
    "amount -0.003": _amount("-0.003"),
    "one leg dropped": _drop_leg,
    "sign swapped": _swap_sign,
    "shifted over the cut": _shift_over_the_cut,
    "payout duplicated": _duplicate_payout,
    "assertion +0.01": _assertion("0.01"),
    "assertion -0.01": _assertion("-0.01"),
}


def mutated(text, kind, name):
    """The falsified text; NotApplicable when there is nothing to falsify."""
    journal = Journal(text, kind)
    MUTATIONS[name](journal)
    result = journal.text()
    if result == Journal(text, kind).text():
        raise NotApplicable
    return result
