//! The words of the corpus: Turkish names, and sentences that mean nothing. Knows how names stay different from each other.

use super::random::Random;

const FIRST: [&str; 48] = [
    "Ayşe",
    "Baran",
    "Cemil",
    "Çağrı",
    "Deniz",
    "Ece",
    "Ferhat",
    "Gökçe",
    "Hülya",
    "Ilgaz",
    "İlker",
    "Jale",
    "Kasım",
    "Leyla",
    "Mert",
    "Nâzım",
    "Oğuz",
    "Özgür",
    "Pınar",
    "Rojda",
    "Sevgi",
    "Şahin",
    "Tuğba",
    "Umut",
    "Ülkü",
    "Veli",
    "Yağmur",
    "Zeynep",
    "Azad",
    "Berfin",
    "Ciwan",
    "Dilan",
    "Evîn",
    "Fırat",
    "Güneş",
    "Hîvda",
    "Işıl",
    "İrem",
    "Kamuran",
    "Lütfi",
    "Münevver",
    "Nergis",
    "Onur",
    "Perihan",
    "Rıza",
    "Süreyya",
    "Şirin",
    "Yıldırım",
];

const LAST: [&str; 52] = [
    "Aksoy",
    "Arı",
    "Ateş",
    "Bağcı",
    "Balcı",
    "Bulut",
    "Ceylan",
    "Çelik",
    "Çınar",
    "Demir",
    "Doğan",
    "Duman",
    "Ekinci",
    "Erdem",
    "Fidan",
    "Gedik",
    "Güler",
    "Hançer",
    "Irmak",
    "İnce",
    "Kaplan",
    "Kaya",
    "Kılıç",
    "Koç",
    "Kurtuluş",
    "Lâçin",
    "Mutlu",
    "Nalbant",
    "Oruç",
    "Öztürk",
    "Özkan",
    "Pekcan",
    "Polat",
    "Sarı",
    "Sevim",
    "Soylu",
    "Şahbaz",
    "Şimşek",
    "Taş",
    "Toprak",
    "Tunç",
    "Uçar",
    "Ünal",
    "Vural",
    "Yalın",
    "Yaman",
    "Yavuz",
    "Yıldız",
    "Yücel",
    "Zengin",
    "Zorlu",
    "Duran",
];

const TOWN: [&str; 24] = [
    "Akçay",
    "Bağlar",
    "Cevizli",
    "Çamlık",
    "Değirmen",
    "Elmalı",
    "Fındık",
    "Gölbaşı",
    "Hisar",
    "Ilıca",
    "İncirli",
    "Kavak",
    "Limon",
    "Meşe",
    "Narlı",
    "Ovacık",
    "Pınarbaşı",
    "Söğüt",
    "Şeftali",
    "Taşköprü",
    "Üzüm",
    "Vişne",
    "Yalı",
    "Zeytin",
];

const WORDS: [&str; 96] = [
    "again", "against", "almost", "answer", "archive", "before", "behind", "between", "bridge", "brother", "building",
    "called", "careful", "carried", "chamber", "clear", "closed", "coming", "corner", "court", "dark", "daughter",
    "decided", "distance", "document", "door", "early", "evening", "evidence", "face", "family", "field", "file",
    "followed", "friend", "garden", "given", "ground", "harbour", "heard", "hour", "house", "kept", "known", "lamp",
    "late", "letter", "light", "list", "market", "matter", "meeting", "minute", "morning", "mother", "moved", "near",
    "never", "night", "nobody", "noise", "number", "office", "often", "opened", "page", "paper", "passed", "people",
    "place", "plan", "question", "quiet", "rain", "read", "record", "remained", "report", "river", "road", "room",
    "said", "second", "seen", "several", "silence", "station", "stone", "street", "table", "village", "wall", "window",
    "witness", "written", "year",
];

/// The name of the person with this number; no two are the same, not even without accents.
pub fn person(number: usize) -> String {
    let (round, place) = (number / (FIRST.len() * LAST.len()), number % (FIRST.len() * LAST.len()));
    let (first, last) = (FIRST[place % FIRST.len()], LAST[place / FIRST.len()]);
    match round {
        0 => format!("{first} {last}"),
        round => format!("{first} {} {last}", roman(round)),
    }
}

/// The name of the place with this number.
pub fn place(number: usize) -> String {
    match number / TOWN.len() {
        0 => format!("{}köy", TOWN[number]),
        round => format!("{}köy {}", TOWN[number % TOWN.len()], roman(round)),
    }
}

/// The name of the organisation with this number.
pub fn organisation(number: usize) -> String {
    let form = ["Derneği", "Vakfı", "Mahkemesi", "Sendikası", "Gazetesi"][number % 5];
    let rest = number / 5;
    match rest / TOWN.len() {
        0 => format!("{} {form}", TOWN[rest % TOWN.len()]),
        round => format!("{} {form} {}", TOWN[rest % TOWN.len()], roman(round)),
    }
}

/// A number as letters, so that a name stays a name: I, II, III, IIII, V, ...
fn roman(number: usize) -> String {
    let mut rest = number;
    let mut text = String::new();
    for (value, letters) in [(1000, "M"), (500, "D"), (100, "C"), (50, "L"), (10, "X"), (5, "V"), (1, "I")] {
        text.push_str(&letters.repeat(rest / value));
        rest %= value;
    }
    text
}

/// `count` words, with spaces between them.
pub fn words(random: &mut Random, count: usize) -> String {
    let words: Vec<&str> = (0..count).map(|_| random.pick(&WORDS)).collect();
    words.join(" ")
}

/// A sentence of `count` words, of which some are `parts`, in their order.
pub fn sentence(random: &mut Random, count: usize, parts: &[String]) -> String {
    let mut text = capital(&words(random, count / 2 + 1));
    for part in parts {
        text = format!("{text} {part} {}", words(random, 3));
    }
    format!("{text} {}.", words(random, count / 2 + 1))
}

/// The words with a capital at their beginning; they begin with a letter of ASCII.
pub fn capital(text: &str) -> String {
    let (first, rest) = text.split_at(1);
    first.to_ascii_uppercase() + rest
}
