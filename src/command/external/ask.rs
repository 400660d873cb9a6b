//! One address, asked. Knows HTTP as far as an answer says whether there is a page; of the page itself nothing is read.

use std::time::{Duration, Instant};

use ureq::http::{Uri, header};
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Error};

use super::Limits;
use super::guard::{Guard, NotOfTheNet};
use super::links::host;
use super::relative::seen_from;
use crate::foundation::html::percent_encode_into;

/// What an address answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Answer {
    /// There is a page.
    Page,
    /// There is none; the sentence says why.
    None(String),
}

impl Answer {
    /// Whether there is a page.
    pub(super) const fn is_good(&self) -> bool {
        matches!(self, Self::Page)
    }
}

/// Who asks. Says nothing of the site, of the page, or of who runs the program.
pub(super) struct Client {
    agent: Agent,
    limits: Limits,
}

/// An answer as far as it is read.
struct Head {
    status: u16,
    location: Option<String>,
}

impl Client {
    pub(super) fn new(limits: &Limits) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            // The settings of the environment are not asked: they could lead what is asked elsewhere.
            .proxy(None)
            .user_agent("Mozilla/5.0 (compatible; link check)")
            .max_idle_connections(0)
            .build();
        let guard = Guard { allow_loopback: limits.allow_loopback };
        Self { agent: Agent::with_parts(config, DefaultConnector::default(), guard), limits: *limits }
    }

    /// Asks `address`, and the addresses to which it leads on.
    pub(super) fn ask(&self, address: &str) -> Answer {
        let began = Instant::now();
        let mut now = address.to_owned();
        let mut seen = vec![now.clone()];
        for _ in 0..=self.limits.redirects {
            let Some(left) = self.limits.patience.checked_sub(began.elapsed()) else {
                return Answer::None(self.slow());
            };
            let head = match self.head(&now, left) {
                Ok(head) => head,
                Err(reason) if seen.len() > 1 => return Answer::None(format!("it leads on to `{now}`, and {reason}")),
                Err(reason) => return Answer::None(reason),
            };
            match (head.status, head.location) {
                (301 | 302 | 303 | 307 | 308, Some(location)) => now = seen_from(&now, &location),
                (200..=299, _) => return Answer::Page,
                (status, _) => return Answer::None(format!("the answer is {}", in_words(status))),
            }
            if seen.contains(&now) {
                return Answer::None("it leads in a circle".into());
            }
            seen.push(now.clone());
        }
        Answer::None(format!("it leads on more than {} times", self.limits.redirects))
    }

    /// The answer without the page; some servers only answer when they are asked for the page as well.
    fn head(&self, address: &str, left: Duration) -> Result<Head, String> {
        let uri = uri(address)?;
        let began = Instant::now();
        match self.request(&uri, false, left) {
            Ok(head) if head.status < 400 => Ok(head),
            Ok(_) | Err(Error::Protocol(_)) => {
                let left = left.checked_sub(began.elapsed()).ok_or_else(|| self.slow())?;
                self.request(&uri, true, left).map_err(|error| self.reason(&error))
            }
            Err(error) => Err(self.reason(&error)),
        }
    }

    fn request(&self, uri: &Uri, with_page: bool, left: Duration) -> Result<Head, Error> {
        let request = if with_page { self.agent.get(uri) } else { self.agent.head(uri) };
        // The page that follows the answer is never read, however long it is.
        let answer = request.config().timeout_global(Some(left)).build().header(header::ACCEPT, "*/*").call()?;
        let location = answer.headers().get(header::LOCATION).and_then(|value| value.to_str().ok()).map(str::to_owned);
        Ok(Head { status: answer.status().as_u16(), location })
    }

    fn slow(&self) -> String {
        format!("there is no answer within {} s", self.limits.patience.as_secs_f32())
    }

    fn reason(&self, error: &Error) -> String {
        match error {
            Error::Timeout(_) => self.slow(),
            Error::Other(other) if other.is::<NotOfTheNet>() => {
                "it leads to this computer or into a private network, and is not asked".into()
            }
            Error::HostNotFound => "there is no such host".into(),
            Error::Tls(_) | Error::Rustls(_) => "its certificate or its encryption is not valid".into(),
            Error::Io(cause) if is_of_tls(cause) => "its certificate or its encryption is not valid".into(),
            Error::Io(cause) => io_reason(cause),
            Error::Protocol(_) => "what is answered is no page".into(),
            _ => format!("it cannot be asked: {error}"),
        }
    }
}

fn is_of_tls(cause: &std::io::Error) -> bool {
    matches!(cause.kind(), std::io::ErrorKind::InvalidData)
}

fn io_reason(cause: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match cause.kind() {
        ErrorKind::ConnectionRefused => "nothing answers there".into(),
        ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted | ErrorKind::UnexpectedEof => {
            "the connection was cut off".into()
        }
        ErrorKind::TimedOut | ErrorKind::WouldBlock => "the connection is not made in time".into(),
        ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable => "there is no way to it from here".into(),
        // The system has no kind of its own for names that nobody knows.
        _ if cause.to_string().contains("lookup") => "there is no such host".into(),
        _ => format!("the system reports: {cause}"),
    }
}

/// The address as it is sent.
fn uri(address: &str) -> Result<Uri, String> {
    if host(address).is_none() {
        return Err("it is no address of the web, and is not asked".into());
    }
    let mut plain = String::with_capacity(address.len());
    for letter in address.chars() {
        match letter {
            letter if letter.is_ascii_graphic() => plain.push(letter),
            letter => percent_encode_into(&mut plain, letter.encode_utf8(&mut [0; 4])),
        }
    }
    plain.parse().map_err(|_| "it is no address that can be asked".to_owned())
}

fn in_words(status: u16) -> String {
    let words = match status {
        401 | 403 => ": not for everybody, or not for programs",
        404 => ": there is no such page",
        410 => ": the page is gone",
        429 => ": the server wants to be asked less often",
        451 => ": the page is withheld for legal reasons",
        500..=599 => ": the server fails",
        _ => "",
    };
    format!("{status}{words}")
}
