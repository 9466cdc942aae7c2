//! Words without accounting: money, rates, dates, calendars. Depends on nothing of ours.
