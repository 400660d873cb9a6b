//! Calendars (RFC 5545) as files. Knows their form: escaped text, lines that are folded by octets, days without a clock; not
//! what they tell.

use crate::foundation::date::Day;
use crate::foundation::language::Language;
use crate::foundation::output_file::{MediaType, OutputFile};
use crate::foundation::route::Route;

/// The most octets of a line, without its end.
const LONGEST: usize = 75;

/// One event of whole days; plain text.
pub(super) struct Event {
    /// Its name for ever.
    pub uid: String,
    /// The first day and the last.
    pub days: (Day, Day),
    /// The day on which what it tells last changed.
    pub changed: Day,
    /// What.
    pub summary: String,
    /// More on it; may be empty.
    pub description: String,
    /// Where; may be empty.
    pub location: String,
    /// The full address of its page.
    pub url: String,
    /// Whether it does not take place.
    pub is_cancelled: bool,
    /// The language of its words.
    pub language: Language,
}

/// The calendar at `route` with `events`, in their order; nothing without an event, as a calendar must hold one.
pub(super) fn file(route: Route, title: &str, events: &[Event]) -> Option<OutputFile> {
    events.first()?;
    let mut lines = Lines(String::new());
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//dossier//hearings//EN", "CALSCALE:GREGORIAN"] {
        lines.push(line);
    }
    lines.push(&format!("NAME:{}", text(title)));
    lines.push(&format!("X-WR-CALNAME:{}", text(title)));
    for event in events {
        event.push(&mut lines);
    }
    lines.push("END:VCALENDAR");
    Some(OutputFile { route, media_type: MediaType::CALENDAR, bytes: lines.0.into_bytes().into() })
}

impl Event {
    fn push(&self, lines: &mut Lines) {
        let (first, last) = self.days;
        lines.push("BEGIN:VEVENT");
        lines.push(&format!("UID:{}", text(&self.uid)));
        lines.push(&format!("DTSTAMP:{}T000000Z", figures(self.changed)));
        lines.push(&format!("DTSTART;VALUE=DATE:{}", figures(first)));
        // The end of whole days is the day after the last; without one it is the same day.
        if let Some(end) = last.next() {
            lines.push(&format!("DTEND;VALUE=DATE:{}", figures(end)));
        }
        for (name, words) in
            [("SUMMARY", &self.summary), ("DESCRIPTION", &self.description), ("LOCATION", &self.location)]
        {
            if !words.is_empty() {
                lines.push(&format!("{name};LANGUAGE={}:{}", self.language, text(words)));
            }
        }
        lines.push(&format!("URL:{}", self.url));
        lines.push(if self.is_cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
        lines.push("TRANSP:TRANSPARENT");
        lines.push("END:VEVENT");
    }
}

fn figures(day: Day) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// `words` as the value of a property.
fn text(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
    out
}

/// Lines of a calendar, each at most [`LONGEST`] octets.
struct Lines(String);

impl Lines {
    fn push(&mut self, line: &str) {
        let mut rest = line;
        let mut most = LONGEST;
        while rest.len() > most {
            let (now, then) = rest.split_at(rest.floor_char_boundary(most));
            self.0.push_str(now);
            self.0.push_str("\r\n ");
            rest = then;
            // The space at the beginning counts.
            most = LONGEST - 1;
        }
        self.0.push_str(rest);
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_calendar_is_text_that_every_reader_of_the_standard_takes() {
        let day = |day| Day::new(2017, 11, day).unwrap();
        let event = Event {
            uid: "hearing-six@example.org".into(),
            days: (day(20), day(22)),
            changed: day(20),
            summary: "Altıncı duruşma; gün 1, 2\\3".into(),
            description: "Mahkeme üç gün boyunca tanıkları dinledi, söz verdi ve ara kararını açıkladı.\nBitti.".into(),
            location: String::new(),
            url: "https://example.org/hearings/six/".into(),
            is_cancelled: true,
            language: Language::parse("tr").unwrap(),
        };
        let file = file(Route::file("calendar.ics").unwrap(), "Record", &[event]).unwrap();
        assert_eq!(
            std::str::from_utf8(&file.bytes).unwrap().replace("\r\n", "\n"),
            "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//dossier//hearings//EN\nCALSCALE:GREGORIAN\nNAME:Record\nX-WR-CALNAME:Record\n\
             BEGIN:VEVENT\nUID:hearing-six@example.org\nDTSTAMP:20171120T000000Z\nDTSTART;VALUE=DATE:20171120\n\
             DTEND;VALUE=DATE:20171123\nSUMMARY;LANGUAGE=tr:Altıncı duruşma\\; gün 1\\, 2\\\\3\n\
             DESCRIPTION;LANGUAGE=tr:Mahkeme üç gün boyunca tanıkları dinledi\\, sö\n z verdi ve ara kararını açıkladı.\\nBitti.\n\
             URL:https://example.org/hearings/six/\nSTATUS:CANCELLED\nTRANSP:TRANSPARENT\nEND:VEVENT\nEND:VCALENDAR\n"
        );
    }

    #[test]
    fn no_line_is_longer_than_75_octets_and_no_letter_is_cut() {
        let mut lines = Lines(String::new());
        let long = "ğ".repeat(200);
        lines.push(&long);
        assert!(lines.0.split("\r\n").all(|line| line.len() <= LONGEST), "{}", lines.0);
        assert_eq!(lines.0.replace("\r\n ", "").trim_end(), long);
    }
}
