//! What people write instead of EDTF, the part that is marked, and what they are told.

use crate::foundation::date::Edtf;

/// Sentences that come often, by the word that stands for them in the table.
const SENTENCES: [(&str, &str); 3] = [
    ("ORDER", "a date is written year, month, day, with hyphens and two digits each for month and day"),
    (
        "FORMS",
        "write a day as 2015-10-10, a month as 2015-10, a year as 2015; about: 2015-10~; year not \
         known: XXXX-10-10; not later than: [..2015-10-10]",
    ),
    (
        "LIST",
        "write a list of possible dates as [2015-10-10, 2015-10-11], and a last possible day as \
         [..2015-10-10]",
    ),
];

/// Written | the part that is marked, if not the whole, or NOTHING | what is wrong | what to write
const TABLE: &str = "
2024-13-45 | 13 | there is no month 13 | months are 01 to 12
2024-13-05 | 13 | there is no month 13 | the month comes before the day: write 2024-05-13 for 13 May 2024
2024-13-13 | 13 | there is no month 13 | months are 01 to 12
2020-02-30 | 30 | there is no 30 February 2020 | February 2020 has 29 days; when the day is not known, write 2020-02
2019-02-29 | 29 | there is no 29 February 2019 | February 2019 has 28 days; when the day is not known, write 2019-02
XXXX-02-30 | 30 | there is no 30 February | February has 29 days; when the day is not known, write XXXX-02
XXXX-13-01 | 13 | there is no month 13 | the month comes before the day: write XXXX-01-13 for 13 January
2015-00 | 00 | there is no month 00 | when the month is not known, write 2015, or 2015-XX-XX for a day in it
2015-00-10 | 00 | there is no month 00 | when the month is not known, write 2015, or 2015-XX-XX for a day in it
XXXX-00-10 | 00 | there is no month 00 | months are 01 to 12
2015-10-00 | 00 | there is no 0 October 2015 | when the day is not known, write 2015-10
0000-00-00 | 0000 | there is no year 0000 | when the date is not known, leave the whole line out; when only the year is not known, write XXXX-10-10
0000 |  | there is no year 0000 | when the date is not known, leave the whole line out; when only the year is not known, write XXXX-10-10
0000-09-03 | 0000 | there is no year 0000 | when the year is not known, write XXXX-09-03
99999 |  | the year has too many digits | years are 0001 to 9999, and a day is written 2015-10-10
99999-01-01 |  | the year has too many digits | years are 0001 to 9999, and a day is written 2015-10-10
2015-10-12345 |  | the year has too many digits | years are 0001 to 9999, and a day is written 2015-10-10
-0044 |  | years before the year 1 cannot be written | years are 0001 to 9999
-0044-03-15 |  | years before the year 1 cannot be written | years are 0001 to 9999
--09-03 |  | it cannot be told which number is the day and which is the month, and the year is missing | write XXXX-03-09 for 9 March, or XXXX-09-03 for 3 September; when the year is known, it stands in place of XXXX
10-10 |  | ORDER, and the year is missing | write XXXX-10-10 for 10 October; when the year is known, it stands in place of XXXX
03.09.2020 |  | it cannot be told which number is the day and which is the month | write 2020-09-03 for 3 September 2020, or 2020-03-09 for 9 March 2020
13.09.2020 |  | ORDER | write 2020-09-13 for 13 September 2020
9/13/2020 |  | ORDER | write 2020-09-13 for 13 September 2020
3/9/2020 |  | it cannot be told which number is the day and which is the month | write 2020-09-03 for 3 September 2020, or 2020-03-09 for 9 March 2020
05.05.2020 |  | ORDER | write 2020-05-05 for 5 May 2020
31.31.2020 |  | `31.31.2020` is not a date in the form that is needed | FORMS
03–09–2020 |  | it cannot be told which number is the day and which is the month | write 2020-09-03 for 3 September 2020, or 2020-03-09 for 9 March 2020
03.09.20 |  | the year of `03.09.20` needs four digits | write year, month, day: 2015-10-09 for 9 October 2015
2020/09/03 |  | ORDER | write 2020-09-03 for 3 September 2020
2020.09.03 |  | ORDER | write 2020-09-03 for 3 September 2020
2020-9-3 |  | ORDER | write 2020-09-03 for 3 September 2020
2020-9 |  | ORDER | write 2020-09 for September 2020
2020/9 |  | ORDER | write 2020-09 for September 2020
09/2020 |  | ORDER | write 2020-09 for September 2020
20150910 |  | ORDER | write 2015-09-10 for 10 September 2015
20151399 |  | the year has too many digits | years are 0001 to 9999, and a day is written 2015-10-10
15 |  | `15` is not a year: a year has four digits | write 2015, or 0915 for the year 915
2015. |  | `2015.` has more than the year | write the year alone: 2015
2015-2018 |  | a span of years is written with a stroke | write 2015/2018 for the years from 2015 to 2018
2015–2018 |  | a span of years is written with a stroke | write 2015/2018 for the years from 2015 to 2018
2014-15 | 15 | there is no month 15 | months are 01 to 12; 21 to 24 are spring, summer, autumn and winter; years in a row are written 2014/2015
2015-25 | 25 | there is no month 25 | months are 01 to 12; 21 to 24 are spring, summer, autumn and winter; years in a row are written 2014/2015
September 2020 |  | `September 2020` is not in digits | write 2020-09 for September 2020
Sep. 3 |  | `Sep. 3` is not in digits | write XXXX-09-03 for 3 September when the year is not known, or the year in place of XXXX
Oct. 10, 2015 |  | `Oct. 10, 2015` is not in digits | write 2015-10-10 for 10 October 2015
3rd September 2020 |  | `3rd September 2020` is not in digits | write 2020-09-03 for 3 September 2020
3 Eylül 2020 |  | `3 Eylül 2020` is not in digits | write 2020-09-03 for 3 September 2020
10ê cotmeha 2015an |  | `10ê cotmeha 2015an` is not in digits | write 2015-10-10 for 10 October 2015
before October 2015 |  | `before October 2015` is not in digits | write 2015-10 for October 2015; about: 2015-10~; not later: [..2015-10]; not earlier: [2015-10..]
9 to 11 October 2015 |  | `9 to 11 October 2015` is not a date in the form that is needed | FORMS
31 February 2020 |  | there is no 31 February 2020 | FORMS
May |  | `May` is not in digits | write XXXX-05 for May when the year is not known, or the year in place of XXXX
about 2015 |  | `about 2015` is not a date in the form that is needed | FORMS
2015-10-10T06:00 |  | a date has no time of day | write only the day: 2015-10-10
2015-10-10 14:30 |  | a date has no time of day | write only the day: 2015-10-10
14:30 |  | a date has no time of day | write only the day, as in 2015-10-10
3 May 2015 14:30 |  | a date has no time of day | write only the day, as in 2015-10-10
2015–10–10 |  | `2015–10–10` has a sign that a date does not have, or has it in the wrong place | write 2015-10-10
٢٠١٥-١٠-١٠ |  | `٢٠١٥-١٠-١٠` has a sign that a date does not have, or has it in the wrong place | write 2015-10-10
201x |  | `201x` has a sign that a date does not have, or has it in the wrong place | write 201X
xxxx-09-03 |  | `xxxx-09-03` has a sign that a date does not have, or has it in the wrong place | write XXXX-09-03
199u |  | `199u` has a sign that a date does not have, or has it in the wrong place | write 199X
2015-10-?? |  | `2015-10-??` has a sign that a date does not have, or has it in the wrong place | write 2015-10-XX
201? |  | `201?` has a sign that a date does not have, or has it in the wrong place | write 201X
2015-06-~10 |  | `2015-06-~10` has a sign that a date does not have, or has it in the wrong place | write 2015-06-10~
2015~-06 |  | `2015~-06` has a sign that a date does not have, or has it in the wrong place | write 2015-06~
2015-06?-10~ |  | `2015-06?-10~` has a sign that a date does not have, or has it in the wrong place | write 2015-06-10%
~2015~ |  | a date has one mark of doubt, for the whole of it | write one mark at the end: 2015~ for about, 2015? for uncertain, 2015% for both
2015?? |  | a date has one mark of doubt, for the whole of it | write one mark at the end: 2015~ for about, 2015? for uncertain, 2015% for both
open/2018 |  | `open/2018` has a sign that a date does not have, or has it in the wrong place | write ../2018
2015/unknown |  | `2015/unknown` has a sign that a date does not have, or has it in the wrong place | write 2015/
2015-10-10/11 | 11 | `11` is not a date in the form that is needed | each side of / is a whole date, as in 2015-10-10/2015-10-11, or .. for an open side
2015-10-10/10-11 | 10-11 | `10-11` is not a date in the form that is needed | each side of / is a whole date, as in 2015-10-10/2015-10-11, or .. for an open side
03.09.2020/05.09.2020 | 03.09.2020 | it cannot be told which number is the day and which is the month | write 2020-09-03 for 3 September 2020, or 2020-03-09 for 9 March 2020
2016/2015 |  | the interval ends before it starts: 2015 is earlier than 2016 | write the earlier date first: 2015/2016
2015-10-10/2015-10-09 |  | the interval ends before it starts: 2015-10-09 is earlier than 2015-10-10 | write the earlier date first: 2015-10-09/2015-10-10
.. |  | `..` is not a date in the form that is needed | FORMS
../.. |  | the interval has neither a start nor an end | leave the whole line out when nothing is known
/ |  | the interval has neither a start nor an end | leave the whole line out when nothing is known
2015/2016/2017 |  | `2015/2016/2017` is not a date in the form that is needed | FORMS
[ |  | the list of dates has no closing bracket | LIST
[] | NOTHING | a date is missing in the list | LIST
[2015 |  | the list of dates has no closing bracket | LIST
2015] |  | `2015]` is not a date in the form that is needed | FORMS
{2015,2016} |  | braces mean that all of these dates hold, and a dossier gives each its own place | write 2015-10-10/2015-10-12 for days in a row, [2015-10-10, 2015-10-12] for one of several days, or one page or statement for each
..2015 |  | two dots stand in square brackets | write [..2015]
2015..2016 |  | two dots stand in square brackets | write [2015..2016] for one date between the two, or 2015/2016 for the whole time
[2015,] | NOTHING | a date is missing in the list | LIST
[2015, ..2014] | ..2014 | a date with .. before it can only be the first of the list | move it to the front, as in [..2015-10-10, 2015-12-01]
[2015.., 2016] | 2015.. | a date with .. after it can only be the last of the list | move it to the end, as in [2015-10-10, 2015-12-01..]
[2016..2014] | 2016..2014 | the span ends before it starts: 2014 is earlier than 2016 | write the earlier date first: 2014..2016
[2015/2016] | 2015/2016 | `2015/2016` is not a date in the form that is needed | FORMS
2015-21-03 |  | 21 stands for a season, and a season has no days | write the season alone, 2015-21, or a month from 01 to 12
2015-XX-10 |  | a day without its month says too little to be used | write 2015-XX-XX for a day in 2015 whose month is not known
XXXX |  | a date without a year needs its month at least | write XXXX-10-10 or XXXX-10, or leave the whole line out when nothing is known
XXXX-XX-03 |  | a date without a year needs its month at least | write XXXX-10-10 or XXXX-10, or leave the whole line out when nothing is known
XXXX-09-XX |  | neither the year nor the day is known | write the month alone: XXXX-09
201X-10 |  | a month or a day cannot follow a year that is only partly known | write the year alone: 201X
2XXX |  | `2XXX` is not a date in the form that is needed | FORMS
yesterday |  | `yesterday` is not a date in the form that is needed | FORMS
2015 - 10 |  | ORDER | write 2015-10 for October 2015
[2015-10-10, 2015-02-30] | 30 | there is no 30 February 2015 | February 2015 has 28 days; when the day is not known, write 2015-02
";

#[test]
fn every_mistake_is_explained() {
    for line in TABLE.lines().filter(|line| !line.is_empty()) {
        let columns: Vec<&str> = line.split(" | ").collect();
        let [written, marked, message, help] = columns[..] else {
            panic!("not four columns: {line}");
        };
        let full =
            |text: &str| SENTENCES.iter().fold(text.to_owned(), |text, (word, sentence)| text.replace(word, sentence));
        let error = Edtf::parse(written).unwrap_err();
        let place = written.get(error.range).unwrap();
        let expected = match marked {
            "" => written,
            "NOTHING" => "",
            part => part,
        };
        assert_eq!(place, expected, "{written}");
        assert_eq!(error.message, full(message), "{written}");
        assert_eq!(error.help, full(help), "{written}");
    }
}

#[test]
fn places_are_counted_in_the_text_as_written() {
    let place = |text| Edtf::parse(text).unwrap_err().range;
    assert_eq!(place(""), 0..0);
    assert_eq!(place("  "), 2..2);
    assert_eq!(place(" 2015-13"), 6..8);
    assert_eq!(place(" 3 Eylül 2020 "), 1..14);
    assert_eq!(place("[2015-10-10, 2015-02-30]"), 21..23);
    assert_eq!(place("[2015-10-10,]"), 12..12);
    assert_eq!(place("2015-10-10 / 2015-11-31"), 21..23);
}
