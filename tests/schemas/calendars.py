"""Reads calendars with the package icalendar. Each must hold events of whole days with unique names and no error."""
import datetime
import sys

from icalendar import Calendar

faults = []
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        text = file.read()
    faults += [f"{path}: a line of {len(line)} octets" for line in text.split(b"\r\n") if len(line) > 75]
    calendar = Calendar.from_ical(text)
    names = set()
    for event in calendar.walk("VEVENT"):
        name = str(event["UID"])
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        faults += [f"{path}: {name}: {error}" for error in event.errors]
        if name in names:
            faults.append(f"{path}: {name} stands twice")
        if type(start) is not datetime.date or type(end) is not datetime.date or end <= start:
            faults.append(f"{path}: {name} is from {start} to {end}")
        if event["STATUS"] not in ("CONFIRMED", "CANCELLED") or not event["SUMMARY"] or not event["URL"].startswith("http"):
            faults.append(f"{path}: {name} says too little")
        names.add(name)
    if not names:
        faults.append(f"{path} is empty")
print("\n".join(faults) or f"calendars: {len(sys.argv) - 1} files")
sys.exit(1 if faults or len(sys.argv) == 1 else 0)
