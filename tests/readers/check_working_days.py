"""Two published calendars that nobody here wrote agree with our working days, day by day.

Usage: check_working_days.py DAYCUT_CLI

Our side is `daycut-cli calendar cn --from … --to …`, a CSV of `date,working`. Both packages draw on
the State Council's notices as we do, so this finds slips in the transcription, not in the notices.
"""

import csv
import datetime
import io
import subprocess
import sys

import chinese_calendar
import holidays

FIRST, LAST = datetime.date(2010, 1, 1), datetime.date(2026, 12, 31)

# A missing table differs on every day; the first few say it as well.
SHOWN = 20


def ours(command_line):
    command = [command_line, "calendar", "cn", "--from", str(FIRST), "--to", str(LAST)]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"WRONG daycut-cli calendar: {run.stderr.strip()}")
    words = {"true": True, "false": False}
    rows = csv.DictReader(io.StringIO(run.stdout))
    return {datetime.date.fromisoformat(row["date"]): words[row["working"]] for row in rows}


def main(command_line):
    working = ours(command_line)
    china = holidays.country_holidays("CN", years=range(FIRST.year, LAST.year + 1))
    readings = {
        "chinese_calendar": chinese_calendar.is_workday,
        "holidays": china.is_working_day,
    }
    compared = wrong = 0
    for offset in range((LAST - FIRST).days + 1):
        day = FIRST + datetime.timedelta(days=offset)
        for name, reading in readings.items():
            compared += 1
            if working.get(day) != reading(day):
                wrong += 1
                if wrong > SHOWN:
                    continue
                print(f"WRONG {day}: we say {working.get(day)}, {name} says {reading(day)}")
    print(f"{compared} days compared with {' and '.join(readings)}, {wrong} differ")
    return 1 if wrong or compared == 0 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
