//! Dates in words. English, Turkish and Kurmancî in full, other languages by example.

use super::*;
use crate::foundation::language::Language;

/// Written | English | Turkish | Kurmancî
const TABLE: &str = "
2020-09-03 | 3 September 2020 | 3 Eylül 2020 | 3ê îlona 2020an
2015-10 | October 2015 | Ekim 2015 | cotmeha 2015an
2015 | 2015 | 2015 | 2015
0062 | 62 AD | MS 62 | PM 62
2015-06~ | about June 2015 | yaklaşık Haziran 2015 | hezîrana 2015an (texmînî)
2015? | 2015 (uncertain) | 2015 (kesin değil) | 2015 (ne teqez)
2015% | about 2015 (uncertain) | yaklaşık 2015 (kesin değil) | 2015 (texmînî, ne teqez)
2015-10-10~ | about 10 October 2015 | yaklaşık 10 Ekim 2015 | 10ê cotmeha 2015an (texmînî)
2015-21 | spring 2015 | 2015 ilkbaharı | bihara 2015an
2015-22 | summer 2015 | 2015 yazı | havîna 2015an
2015-23 | autumn 2015 | 2015 sonbaharı | payîza 2015an
2015-24 | winter 2015 | 2015 kışı | zivistana 2015an
201X | the 2010s | 2010'lu yıllar | salên 2010an
200X | between 2000 and 2009 | 2000 ile 2009 arasında | di navbera 2000 û 2009 de
20XX | between 2000 and 2099 | 2000 ile 2099 arasında | di navbera 2000 û 2099 de
2015-XX | a month in 2015 | 2015, ay belirtilmemiş | 2015, meh nehatiye gotin
2015-10-XX | a day in October 2015 | Ekim 2015, gün belirtilmemiş | cotmeha 2015an, roj nehatiye gotin
2015-XX-XX | a day in 2015 | 2015, ay ve gün belirtilmemiş | 2015, meh û roj nehatine gotin
XXXX-09-03 | 3 September, year not stated | 3 Eylül, yıl belirtilmemiş | 3ê îlonê, sal nehatiye gotin
XXXX-02-29 | 29 February, year not stated | 29 Şubat, yıl belirtilmemiş | 29ê sibatê, sal nehatiye gotin
XXXX-09 | September, year not stated | Eylül, yıl belirtilmemiş | îlon, sal nehatiye gotin
XXXX-09-03~ | about 3 September, year not stated | yaklaşık 3 Eylül, yıl belirtilmemiş | 3ê îlonê (texmînî), sal nehatiye gotin
2015-10/2015-11 | October to November 2015 | Ekim–Kasım 2015 | cotmeha 2015an – mijdara 2015an
2015-10-10/2015-10-11 | 10 to 11 October 2015 | 10–11 Ekim 2015 | 10ê cotmeha 2015an – 11ê cotmeha 2015an
2015-10-10/2015-11-05 | 10 October to 5 November 2015 | 10 Ekim – 5 Kasım 2015 | 10ê cotmeha 2015an – 5ê mijdara 2015an
2014-10-10/2015-11-05 | 10 October 2014 to 5 November 2015 | 10 Ekim 2014 – 5 Kasım 2015 | 10ê cotmeha 2014an – 5ê mijdara 2015an
2014-12/2015-01 | December 2014 to January 2015 | Aralık 2014 – Ocak 2015 | berfanbara 2014an – rêbendana 2015an
2014/2016 | 2014 to 2016 | 2014–2016 | 2014–2016
2014/2015-06 | 2014 to June 2015 | 2014 – Haziran 2015 | 2014 – hezîrana 2015an
2015-06~/2015-08 | about June 2015 to August 2015 | yaklaşık Haziran 2015 – Ağustos 2015 | hezîrana 2015an (texmînî) – tebaxa 2015an
XXXX-09-03/XXXX-09-05 | 3 to 5 September, year not stated | 3–5 Eylül, yıl belirtilmemiş | 3ê îlonê – 5ê îlonê, sal nehatiye gotin
XXXX-09-30/XXXX-10-02 | 30 September to 2 October, year not stated | 30 Eylül – 2 Ekim, yıl belirtilmemiş | 30ê îlonê – 2ê cotmehê, sal nehatiye gotin
../2018 | until 2018 | 2018 ve öncesi | 2018 û berî wê
../2018-10-10 | until 10 October 2018 | 10 Ekim 2018 ve öncesi | 10ê cotmeha 2018an û berî wê
2015/.. | since 2015 | 2015 ve sonrası | 2015 û piştî wê
/2018 | from an unknown date until 2018 | başlangıcı bilinmiyor, bitişi 2018 | destpêk nayê zanîn, dawî 2018
2015/ | from 2015 until an unknown date | başlangıcı 2015, bitişi bilinmiyor | destpêk 2015, dawî nayê zanîn
../XXXX-09-03 | on or before 3 September, year not stated | 3 Eylül veya öncesi, yıl belirtilmemiş | 3ê îlonê an jî berî wê, sal nehatiye gotin
../XXXX-09 | in or before September, year not stated | Eylül veya öncesi, yıl belirtilmemiş | îlon an jî berî wê, sal nehatiye gotin
XXXX-09-03/.. | 3 September or later, year not stated | 3 Eylül veya sonrası, yıl belirtilmemiş | 3ê îlonê an jî piştî wê, sal nehatiye gotin
[..2015-10-10] | on or before 10 October 2015 | 10 Ekim 2015 veya öncesi | 10ê cotmeha 2015an an jî berî wê
[..2015] | in or before 2015 | 2015 veya öncesi | 2015 an jî berî wê
[2015-10-10..] | 10 October 2015 or later | 10 Ekim 2015 veya sonrası | 10ê cotmeha 2015an an jî piştî wê
[2015-10-10, 2015-10-11] | one of: 10 October 2015, 11 October 2015 | şunlardan biri: 10 Ekim 2015, 11 Ekim 2015 | yek ji van: 10ê cotmeha 2015an, 11ê cotmeha 2015an
[2015-10-10, XXXX-09-04] | one of: 10 October 2015; 4 September, year not stated | şunlardan biri: 10 Ekim 2015; 4 Eylül, yıl belirtilmemiş | yek ji van: 10ê cotmeha 2015an; 4ê îlonê, sal nehatiye gotin
[2015-10-10..2015-10-12] | between 10 October 2015 and 12 October 2015 | 10 Ekim 2015 ile 12 Ekim 2015 arasında | di navbera 10ê cotmeha 2015an û 12ê cotmeha 2015an de
[..2014, 2016, 2018..2019, 2021..] | one of: in or before 2014, 2016, between 2018 and 2019, 2021 or later | şunlardan biri: 2014 veya öncesi, 2016, 2018 ile 2019 arasında, 2021 veya sonrası | yek ji van: 2014 an jî berî wê, 2016, di navbera 2018 û 2019 de, 2021 an jî piştî wê
";

#[test]
fn arabic() {
    let arabic = DateWords::new("ar");
    for (written, expected) in [
        ("2020-09-03", "3 سبتمبر 2020"),
        ("2015-10", "أكتوبر 2015"),
        ("2015-21", "ربيع 2015"),
        ("201X", "ما بين 2010 و2019"),
        ("XXXX-09-03", "3 سبتمبر، السنة غير مذكورة"),
        ("2015-10-10/2015-10-11", "من 10 إلى 11 أكتوبر 2015"),
        ("[..2015-10-10]", "10 أكتوبر 2015 أو قبله"),
        ("[2015-10-10, 2015-10-11]", "أحد هذه التواريخ: 10 أكتوبر 2015، 11 أكتوبر 2015"),
        ("../2018", "حتى 2018"),
    ] {
        assert_eq!(arabic.words(&written.parse().unwrap()), expected, "{written}");
    }
}

#[test]
fn three_languages() {
    let [english, turkish, kurdish] = ["en", "tr", "ku"].map(DateWords::new);
    for line in TABLE.lines().filter(|line| !line.is_empty()) {
        let written = line.split(" | ").next().unwrap();
        let date = Edtf::parse(written).unwrap();
        let printed = [&english, &turkish, &kurdish].map(|words| words.words(&date));
        assert_eq!(format!("{written} | {}", printed.join(" | ")), line);
    }
}

#[test]
fn twelve_months() {
    let months = |language: &str| {
        let words = DateWords::new(language);
        let names: Vec<String> = (1..=12).map(|month| words.month_name(month)).collect();
        names.join(" ")
    };
    assert_eq!(months("tr"), "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık");
    assert_eq!(months("ku"), "rêbendan sibat adar nîsan gulan hezîran tîrmeh tebax îlon cotmeh mijdar berfanbar");
}

#[test]
fn other_languages_have_english_phrases_around_their_own_months() {
    let table = [
        ("en-US", "[..2015-10-10]", "on or before October 10, 2015"),
        ("en-US", "2015-10-10/2015-10-11", "October 10, 2015 to October 11, 2015"),
        ("de", "[..2015-10-10]", "on or before 10. Oktober 2015"),
        ("de", "2015-10-10/2015-10-11", "10. Oktober 2015 to 11. Oktober 2015"),
        ("kmr", "2015-10-10", "10ê cotmeha 2015an"),
        ("kmr-TR", "2015-10-10", "10ê cotmeha 2015an"),
        ("tr-TR", "2015-10-10", "10 Ekim 2015"),
        ("ckb", "2015-10", "٢٠١٥ تشرینی یەکەم"),
        ("zh", "2015-10/2015-11", "2015年10月 to 2015年11月"),
        ("pt", "2015-10", "outubro de 2015"),
        ("pt-BR", "2015-10/2015-11", "outubro de 2015 to novembro de 2015"),
        // Dates are Gregorian where the country counts its years otherwise.
        ("fa", "2015-10-10", "۱۰ اکتبر ۲۰۱۵"),
        // No such language, no such tag: as in Britain.
        ("tlh", "2015-10-10", "10 October 2015"),
        ("not a tag", "2015-10-10", "10 October 2015"),
        ("", "2015-10-10", "10 October 2015"),
    ];
    for (language, written, words) in table {
        let date = Edtf::parse(written).unwrap();
        assert_eq!(date.words(language), words, "{language} {written}");
    }
}

#[test]
fn every_language_that_is_known_has_words_for_every_form() {
    let letters = || 'a'..='z';
    let tags = letters().flat_map(|one| letters().map(move |two| format!("{one}{two}")));
    let known = tags.filter(|tag| Language::parse(tag).is_ok_and(|language| language.is_known()));
    let forms = ["2015", "2015-10", "2015-10-10", "2015-10/2016-11", "2015-10-10/2015-10-11", "XXXX-10", "XXXX-10-10"];
    let mut count = 0;
    for tag in known {
        count += 1;
        let words = DateWords::new(&tag);
        for form in forms {
            assert!(!words.words(&Edtf::parse(form).unwrap()).is_empty(), "{tag} {form}");
        }
    }
    assert!(count > 150, "{count}");
}

#[test]
fn threads_can_share_the_words_of_a_language() {
    let words = DateWords::new("tr");
    let date = Edtf::parse("2015-10-10").unwrap();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| assert_eq!(words.words(&date), "10 Ekim 2015"));
        }
    });
}
