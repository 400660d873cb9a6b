//! What the configuration says on outputs that machines read: pictures for previews, and who gives names to entries of feeds.

use super::values::{Entry, Problems};

/// Whether pages have pictures for previews elsewhere.
pub(super) fn cards(entry: Entry<'_, '_>, problems: &mut Problems) -> bool {
    let Some(is_wanted) = entry.1.get_ref().as_bool() else {
        problems.add(entry.1.span(), "`cards` is neither true nor false", "write: cards = true");
        return false;
    };
    if is_wanted && cfg!(not(feature = "cards")) {
        problems.add(
            entry.1.span(),
            "this program was built without the pictures for previews",
            "build it with the feature `cards`, or write: cards = false",
        );
    }
    is_wanted
}

/// Who gives names: a host or a mail address, a comma, and a day, month or year since which it is theirs (RFC 4151).
pub(super) fn tag_authority(entry: Entry<'_, '_>, problems: &mut Problems) -> Option<String> {
    let text = problems.text(entry)?;
    if is_authority(text) {
        return Some(text.to_owned());
    }
    let message = format!("`{text}` cannot give names to entries of feeds");
    let help = "write a host that is yours, a comma, and a year in which it was: tag_authority = \"example.org,2026\"";
    problems.add(entry.1.span(), message, help);
    None
}

fn is_authority(text: &str) -> bool {
    let Some((name, since)) = text.split_once(',') else { return false };
    let is_host = |host: &str| {
        host.split('.').all(|part| {
            let is_sign = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
            !part.is_empty() && part.bytes().all(is_sign) && !part.starts_with('-') && !part.ends_with('-')
        })
    };
    let is_mailbox = |user: &str| {
        !user.is_empty() && user.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_'))
    };
    let is_name = match name.split_once('@') {
        Some((user, host)) => is_mailbox(user) && is_host(host),
        None => is_host(name),
    };
    let figures: Vec<&str> = since.split('-').collect();
    let is_day = figures
        .iter()
        .zip([4, 2, 2])
        .all(|(part, length)| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()));
    is_name && is_day && figures.len() <= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_authority_is_a_host_or_a_mail_address_and_a_date() {
        for text in ["example.org,2026", "example.org,2026-03", "a-b.example.org,2026-03-01", "desk@example.org,2026"] {
            assert!(is_authority(text), "{text}");
        }
        for text in [
            "example.org",
            "example.org,26",
            "Example.org,2026",
            "a b,2026",
            "örnek.example,2026",
            "-a.org,2026",
            ",2026",
            "a..b,2026",
            "a@,2026",
            "a.org,2026-3",
            "a.org,2026-03-01-01",
        ] {
            assert!(!is_authority(text), "{text}");
        }
    }
}
