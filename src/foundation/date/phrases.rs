//! What a language says around a date: "about", "on or before", "year not stated". Knows no month
//! names, which come from ICU, and no date.
//!
//! The Turkish and Kurdish phrases are built so that no case ending has to be put on a number.

use super::shape::Season;

/// The phrases of one language. Each takes dates that are already in words.
pub(super) struct Phrases {
    /// A full day from the day of the month and "month year", where the language wants another
    /// form than that of ICU.
    pub day: Option<fn(day: u8, month: &str) -> String>,
    pub season: fn(Season, year: &str) -> String,
    /// From the first year of the ten, which is not the first of a century.
    pub decade: fn(first: i16) -> String,
    pub some_day_of_month: fn(month: &str) -> String,
    pub some_month_of_year: fn(year: &str) -> String,
    pub some_day_of_year: fn(year: &str) -> String,
    pub yearless: fn(date: &str) -> String,
    pub approximate: fn(date: &str) -> String,
    pub uncertain: fn(date: &str) -> String,
    pub both: fn(date: &str) -> String,
    /// From one to the other; `tight` if neither has a space of its own.
    pub range: fn(from: &str, to: &str, tight: bool) -> String,
    pub until: fn(date: &str) -> String,
    pub since: fn(date: &str) -> String,
    pub unknown_start: fn(end: &str) -> String,
    pub unknown_end: fn(start: &str) -> String,
    /// One date, not later than this one; `is_day` if this one is a day.
    pub or_earlier: fn(date: &str, is_day: bool) -> String,
    pub or_later: fn(date: &str) -> String,
    pub between: fn(from: &str, to: &str) -> String,
    pub one_of: fn(dates: &str) -> String,
    /// What stands between several dates, and what where one of them has the first within.
    pub separators: [&'static str; 2],
}

pub(super) const ENGLISH: Phrases = Phrases {
    day: None,
    season: |season, year| {
        let season = match season {
            Season::Spring => "spring",
            Season::Summer => "summer",
            Season::Autumn => "autumn",
            Season::Winter => "winter",
        };
        format!("{season} {year}")
    },
    decade: |first| format!("the {first}s"),
    some_day_of_month: |month| format!("a day in {month}"),
    some_month_of_year: |year| format!("a month in {year}"),
    some_day_of_year: |year| format!("a day in {year}"),
    yearless: |date| format!("{date}, year not stated"),
    approximate: |date| format!("about {date}"),
    uncertain: |date| format!("{date} (uncertain)"),
    both: |date| format!("about {date} (uncertain)"),
    range: |from, to, _| format!("{from} to {to}"),
    until: |date| format!("until {date}"),
    since: |date| format!("since {date}"),
    unknown_start: |end| format!("from an unknown date until {end}"),
    unknown_end: |start| format!("from {start} until an unknown date"),
    or_earlier: |date, is_day| {
        let before = if is_day { "on or before" } else { "in or before" };
        format!("{before} {date}")
    },
    or_later: |date| format!("{date} or later"),
    between: |from, to| format!("between {from} and {to}"),
    one_of: |dates| format!("one of: {dates}"),
    separators: [", ", "; "],
};

pub(super) const TURKISH: Phrases = Phrases {
    day: None,
    season: |season, year| {
        let season = match season {
            Season::Spring => "ilkbaharı",
            Season::Summer => "yazı",
            Season::Autumn => "sonbaharı",
            Season::Winter => "kışı",
        };
        format!("{year} {season}")
    },
    decade: |first| format!("{first}'{} yıllar", turkish_with(first)),
    some_day_of_month: |month| format!("{month}, gün belirtilmemiş"),
    some_month_of_year: |year| format!("{year}, ay belirtilmemiş"),
    some_day_of_year: |year| format!("{year}, ay ve gün belirtilmemiş"),
    yearless: |date| format!("{date}, yıl belirtilmemiş"),
    approximate: |date| format!("yaklaşık {date}"),
    uncertain: |date| format!("{date} (kesin değil)"),
    both: |date| format!("yaklaşık {date} (kesin değil)"),
    range: dashed,
    until: |date| format!("{date} ve öncesi"),
    since: |date| format!("{date} ve sonrası"),
    unknown_start: |end| format!("başlangıcı bilinmiyor, bitişi {end}"),
    unknown_end: |start| format!("başlangıcı {start}, bitişi bilinmiyor"),
    or_earlier: |date, _| format!("{date} veya öncesi"),
    or_later: |date| format!("{date} veya sonrası"),
    between: |from, to| format!("{from} ile {to} arasında"),
    one_of: |dates| format!("şunlardan biri: {dates}"),
    separators: [", ", "; "],
};

/// Kurmancî, in the Latin alphabet of Bedirxan.
pub(super) const KURMANJI: Phrases = Phrases {
    day: Some(|day, month| format!("{day}ê {month}")),
    season: |season, year| {
        let season = match season {
            Season::Spring => "bihara",
            Season::Summer => "havîna",
            Season::Autumn => "payîza",
            Season::Winter => "zivistana",
        };
        format!("{season} {year}an")
    },
    decade: |first| format!("salên {first}an"),
    some_day_of_month: |month| format!("{month}, roj nehatiye gotin"),
    some_month_of_year: |year| format!("{year}, meh nehatiye gotin"),
    some_day_of_year: |year| format!("{year}, meh û roj nehatine gotin"),
    yearless: |date| format!("{date}, sal nehatiye gotin"),
    approximate: |date| format!("{date} (texmînî)"),
    uncertain: |date| format!("{date} (ne teqez)"),
    both: |date| format!("{date} (texmînî, ne teqez)"),
    range: dashed,
    until: |date| format!("{date} û berî wê"),
    since: |date| format!("{date} û piştî wê"),
    unknown_start: |end| format!("destpêk nayê zanîn, dawî {end}"),
    unknown_end: |start| format!("destpêk {start}, dawî nayê zanîn"),
    or_earlier: |date, _| format!("{date} an jî berî wê"),
    or_later: |date| format!("{date} an jî piştî wê"),
    between: |from, to| format!("di navbera {from} û {to} de"),
    one_of: |dates| format!("yek ji van: {dates}"),
    separators: [", ", "; "],
};

/// Arabic. The phrases are built so that no noun has to agree with a number.
pub(super) const ARABIC: Phrases = Phrases {
    day: None,
    season: |season, year| {
        let season = match season {
            Season::Spring => "ربيع",
            Season::Summer => "صيف",
            Season::Autumn => "خريف",
            Season::Winter => "شتاء",
        };
        format!("{season} {year}")
    },
    decade: |first| format!("ما بين {first} و{}", first + 9),
    some_day_of_month: |month| format!("{month}، اليوم غير مذكور"),
    some_month_of_year: |year| format!("{year}، الشهر غير مذكور"),
    some_day_of_year: |year| format!("{year}، الشهر واليوم غير مذكورين"),
    yearless: |date| format!("{date}، السنة غير مذكورة"),
    approximate: |date| format!("نحو {date}"),
    uncertain: |date| format!("{date} (غير مؤكد)"),
    both: |date| format!("نحو {date} (غير مؤكد)"),
    range: |from, to, _| format!("من {from} إلى {to}"),
    until: |date| format!("حتى {date}"),
    since: |date| format!("منذ {date}"),
    unknown_start: |end| format!("من تاريخ غير معروف حتى {end}"),
    unknown_end: |start| format!("من {start} حتى تاريخ غير معروف"),
    or_earlier: |date, _| format!("{date} أو قبله"),
    or_later: |date| format!("{date} أو بعده"),
    between: |from, to| format!("بين {from} و{to}"),
    one_of: |dates| format!("أحد هذه التواريخ: {dates}"),
    separators: ["، ", "؛ "],
};

fn dashed(from: &str, to: &str, tight: bool) -> String {
    if tight { format!("{from}–{to}") } else { format!("{from} – {to}") }
}

/// The ending "with" on a number of tens, by the last vowel of its name: 2010 ends in `on`, so
/// `lu`; 2020 in `yirmi`, so `li`; 2040 in `kırk`, so `lı`.
fn turkish_with(year: i16) -> &'static str {
    match year % 100 {
        10 | 30 => "lu",
        20 | 50 | 70 | 80 => "li",
        _ => "lı",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turkish_decades_follow_the_last_vowel() {
        let decades = [
            (1910, "1910'lu yıllar"),
            (1920, "1920'li yıllar"),
            (1930, "1930'lu yıllar"),
            (1940, "1940'lı yıllar"),
            (1950, "1950'li yıllar"),
            (1960, "1960'lı yıllar"),
            (1970, "1970'li yıllar"),
            (1980, "1980'li yıllar"),
            (1990, "1990'lı yıllar"),
            (2010, "2010'lu yıllar"),
            (2020, "2020'li yıllar"),
        ];
        for (first, words) in decades {
            assert_eq!((TURKISH.decade)(first), words);
        }
    }
}
