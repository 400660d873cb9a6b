//! The sentence around a name. Knows where sentences end, also after titles and ordinal numbers, not what they say.

use std::ops::Range;

use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;

use crate::document::mention::MentionId;
use crate::document::plain::Plain;

/// A longer sentence is cut around its names.
const LONGEST: usize = 400;
/// How many characters stay before and after the names of a sentence that is cut.
const AROUND: usize = 150;

/// The text of a block, with the places of its mentions. A mention stands there by its label or its target's name.
#[derive(Debug, Default)]
pub(super) struct Text {
    /// The words.
    pub(super) words: String,
    /// The mentions in it, in order; they do not overlap.
    pub(super) mentions: Vec<(Range<usize>, MentionId)>,
    /// The sources cited, in order, each with the end of the words that it follows. They are no part of the words.
    cited: Vec<(usize, MentionId)>,
}

/// A sentence and what is in it.
#[derive(Debug, Default)]
pub(super) struct Sentence {
    /// Its words.
    pub(super) plain: Plain,
    /// The mentions in it.
    pub(super) mentions: Vec<MentionId>,
    /// The sources cited in it or after it.
    pub(super) cited: Vec<MentionId>,
}

impl Text {
    /// The whole, with the mentions as pieces.
    pub(super) fn plain(&self) -> Plain {
        let mut plain = self.part(0..self.words.len(), false, false);
        plain.shrink();
        plain
    }

    /// Notes a source that is cited after the words so far.
    pub(super) fn cite(&mut self, id: MentionId) {
        self.cited.push((self.words.trim_end().len(), id));
    }

    /// The sources cited.
    pub(super) fn cited(&self) -> impl Iterator<Item = MentionId> {
        self.cited.iter().map(|(_, id)| *id)
    }

    /// The sentences that hold mentions or citations, in order.
    pub(super) fn sentences(&self) -> Vec<Sentence> {
        let mut found = Vec::new();
        let mut mentions = self.mentions.as_slice();
        let mut cited = self.cited.as_slice();
        if mentions.is_empty() && cited.is_empty() {
            return found;
        }
        for sentence in self.bounds() {
            let (here, rest) = mentions.split_at(mentions.partition_point(|(range, _)| range.start < sentence.end));
            mentions = rest;
            let (cited_here, rest) = cited.split_at(cited.partition_point(|(at, _)| *at <= sentence.end));
            cited = rest;
            if here.is_empty() && cited_here.is_empty() {
                continue;
            }
            if self.length(&sentence) <= LONGEST {
                found.push(Sentence {
                    plain: self.part(sentence, false, false),
                    mentions: here.iter().map(|(_, id)| *id).collect(),
                    cited: cited_here.iter().map(|(_, id)| *id).collect(),
                });
            } else {
                self.cut(&sentence, here, &mut found);
                self.cut_before(&sentence, cited_here, &mut found);
            }
        }
        found
    }

    /// A long sentence that holds citations: the words before each place with citations.
    fn cut_before(&self, sentence: &Range<usize>, cited: &[(usize, MentionId)], found: &mut Vec<Sentence>) {
        for here in cited.chunk_by(|(one, _), (other, _)| one == other) {
            let at = here.first().map_or(sentence.start, |(at, _)| (*at).clamp(sentence.start, sentence.end));
            let start = self.word_before(sentence.start..at);
            found.push(Sentence {
                plain: self.part(start..at, start > sentence.start, at < sentence.end),
                cited: here.iter().map(|(_, id)| *id).collect(),
                ..Sentence::default()
            });
        }
    }

    fn length(&self, range: &Range<usize>) -> usize {
        self.slice(range.clone()).chars().count()
    }

    fn slice(&self, range: Range<usize>) -> &str {
        self.words.get(range).unwrap_or_default()
    }

    /// A long sentence in parts: names that are near one another share one.
    fn cut(&self, sentence: &Range<usize>, here: &[(Range<usize>, MentionId)], found: &mut Vec<Sentence>) {
        let mut rest = here;
        while let Some(((first, _), _)) = rest.split_first() {
            let start = self.word_before(sentence.start..first.start);
            let mut end = self.word_after(first.end..sentence.end);
            let mut shared = rest.iter().take_while(|(range, _)| range.end <= end).count().max(1);
            // A name that begins inside and ends outside would be cut in two.
            if let Some((range, _)) = rest.get(shared)
                && range.start < end
            {
                end = range.start;
            }
            shared = shared.max(1);
            let (inside, after) = rest.split_at(shared);
            let part = self.part(start..end, start > sentence.start, end < sentence.end);
            let mentions = inside.iter().map(|(_, id)| *id).collect();
            found.push(Sentence { plain: part, mentions, ..Sentence::default() });
            rest = after;
        }
    }

    /// The beginning of a word at most [`AROUND`] characters before the end of `range`.
    fn word_before(&self, range: Range<usize>) -> usize {
        let text = self.slice(range.clone());
        let Some((from, _)) = text.char_indices().rev().nth(AROUND) else { return range.start };
        let from =
            text.get(from..).and_then(|tail| tail.find(char::is_whitespace)).map_or(text.len(), |gap| from + gap);
        let start = range.start + from;
        self.outside_mentions(start)
    }

    /// The end of a word at most [`AROUND`] characters after the start of `range`.
    fn word_after(&self, range: Range<usize>) -> usize {
        let text = self.slice(range.clone());
        let Some((to, _)) = text.char_indices().nth(AROUND) else { return range.end };
        let to = text.get(..to).and_then(|head| head.rfind(char::is_whitespace)).unwrap_or(0);
        range.start + to
    }

    /// `at`, or the end of the mention that it falls into.
    fn outside_mentions(&self, at: usize) -> usize {
        let next = self.mentions.partition_point(|(range, _)| range.end <= at);
        self.mentions.get(next).filter(|(range, _)| range.start < at).map_or(at, |(range, _)| range.end)
    }

    /// A part as plain text, without white space at its ends. No mention may be cut by the ends of `range`.
    fn part(&self, range: Range<usize>, cut_before: bool, cut_after: bool) -> Plain {
        let mut plain = Plain::default();
        let whole = self.slice(range.clone());
        let start = range.start + (whole.len() - whole.trim_start().len());
        let end = (range.start + whole.trim_end().len()).max(start);
        if cut_before {
            plain.push_text("… ");
        }
        let mut at = start;
        let first = self.mentions.partition_point(|(mention, _)| mention.end <= start && mention.start < start);
        for (mention, id) in self.mentions.iter().skip(first).take_while(|(mention, _)| mention.end <= end) {
            if mention.start < at {
                continue;
            }
            plain.push_text(self.slice(at..mention.start));
            plain.push_mention(*id);
            at = mention.end;
        }
        plain.push_text(self.slice(at..end));
        if cut_after {
            plain.push_text(" …");
        }
        plain
    }

    /// Where the sentences are. Source: UAX #29, 5.1, and our short words.
    fn bounds(&self) -> Vec<Range<usize>> {
        let mut bounds = Vec::new();
        let mut start = 0;
        let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
        for at in segmenter.segment_str(&self.words).skip(1) {
            if at == self.words.len()
                || (self.outside_mentions(at) == at
                    && !continues(self.slice(start..at), self.slice(at..self.words.len())))
            {
                bounds.push(start..at);
                start = at;
            }
        }
        bounds
    }
}

/// Titles and other words that are written with a full stop and followed by a name or number.
const SHORT: &[&str] = &[
    "dr", "prof", "doç", "doc", "yrd", "av", "op", "uz", "ord", "hz", "st", "mr", "mrs", "ms", "gen", "alb", "yzb",
    "bnb", "ütğm", "tğm", "sn", "bkz", "vs", "vb", "no", "nr", "art", "md", "cf", "pp", "p", "s", "f", "fig", "vol",
    "sec", "para", "mah", "cad", "sok", "apt", "ltd", "şti", "inc", "co", "jr", "sr", "al", "ed", "eds",
];

/// Whether the full stop at the end of `text` ends no sentence: after a title, an initial, an ordinal number, or a short
/// word before a number (`Sep. 3`).
fn continues(text: &str, after: &str) -> bool {
    let Some(rest) = text.trim_end().strip_suffix('.') else { return false };
    let word =
        rest.rsplit(|letter: char| letter.is_whitespace() || "([{«“„‘’'\"".contains(letter)).next().unwrap_or(rest);
    let letters = word.chars().count();
    let is_initial = word.split('.').all(|part| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    });
    let all = |is: fn(char) -> bool| letters > 0 && word.chars().all(is);
    let is_ordinal = letters <= 3 && all(|letter| letter.is_ascii_digit()) || all(|letter| "IVXL".contains(letter));
    // Comparing with a list of known words, not changing a name.
    let is_short = SHORT
        .iter()
        .any(|short| short.chars().flat_map(char::to_uppercase).eq(word.chars().flat_map(char::to_uppercase)));
    let is_before_number = letters <= 4 && after.starts_with(|letter: char| letter.is_ascii_digit());
    is_initial || is_ordinal || is_short || is_before_number
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::plain::Piece;

    /// The sentences of `text`, in which a mention is written `[name]`.
    fn sentences(text: &str) -> Vec<String> {
        let mut whole = Text::default();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('[') {
            let (name, after) = after.split_once(']').unwrap();
            whole.words.push_str(before);
            let start = whole.words.len();
            whole.words.push_str(name);
            let id = MentionId::at(whole.mentions.len());
            whole.mentions.push((start..whole.words.len(), id));
            rest = after;
        }
        whole.words.push_str(rest);
        whole.sentences().iter().map(|found| shown(&found.plain, &found.mentions)).collect()
    }

    fn shown(plain: &Plain, ids: &[MentionId]) -> String {
        let text: String = plain
            .0
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.clone(),
                Piece::Mention(id) => format!("[{}]", id.index()),
            })
            .collect();
        format!("{text} {:?}", ids.iter().map(|id| id.index()).collect::<Vec<_>>())
    }

    #[test]
    fn only_sentences_with_mentions_are_kept() {
        assert_eq!(
            sentences("It began. Prof. Dr. [Ayşe Yılmaz] and [B. C.] spoke! Nobody else. Then [D] left."),
            ["Prof. Dr. [0] and [1] spoke! [0, 1]", "Then [2] left. [2]"]
        );
    }

    #[test]
    fn titles_initials_and_ordinals_end_no_sentence() {
        for text in [
            "Ankara 10. Ağır Ceza Mahkemesi heard [X].",
            "He is called M. K. Kurt, says Av. [X].",
            "The II. Chamber heard [X].",
            "A report dated Sep. 3 names [X].",
            "Under Art. 5 no. 3 the T.C. Court let [X] go.",
        ] {
            assert_eq!(sentences(text).len(), 1, "{text}");
            assert_eq!(sentences(text)[0].matches("[0]").count(), 2, "{text}");
            assert!(sentences(text)[0].starts_with(text.split(' ').next().unwrap()), "{text}");
        }
    }

    #[test]
    fn a_name_with_a_full_stop_is_not_cut() {
        assert_eq!(sentences("Then [Dr. Who? A. B. The Man] came. He left."), ["Then [0] came. [0]"]);
    }

    #[test]
    fn long_sentences_are_cut_around_their_names() {
        let far = "word ".repeat(100);
        let found = sentences(&format!("{far}[A] and [B], {far}[C] {far}."));
        assert_eq!(found.len(), 2);
        assert!(found[0].starts_with("… word word") && found[0].contains("word [0] and [1], word"), "{}", found[0]);
        assert!(found[0].ends_with("word … [0, 1]"), "{}", found[0]);
        assert!(found[1].contains("word [2] word") && found[1].ends_with("word … [2]"), "{}", found[1]);
        assert!(found.iter().all(|sentence| sentence.chars().count() < LONGEST), "{found:?}");
    }
}
