//! Connections and their limits. Knows how many there may be, how long they may take and how large a request is; not what is answered.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;
use tokio::time::Instant;

use super::answer::answer;
use super::preview::Preview;

/// How long a client may take to send the head of a request, and stay silent between two.
const HEAD_TIME: Duration = Duration::from_secs(10);
/// The largest head of a request, in bytes.
const HEAD_BYTES: usize = 16 * 1024;
/// The most header lines of a request.
const HEAD_LINES: usize = 64;
/// The most connections at once; below the number of open files that systems allow a program.
const CONNECTIONS: usize = 200;
/// How long a connection has its place for sure: long enough to send a request, however many others knock.
const GRACE: Duration = Duration::from_millis(50);

/// Answers connections for ever. When there are too many, the oldest that waits for a request gives way, so that clients which only hold connections do not keep a browser out.
pub async fn accept(listener: TcpListener, preview: Arc<Preview>) {
    let open = Arc::new(Open::default());
    for number in 0_u64.. {
        let stream = next(&listener, &open).await;
        open.make_room().await;
        let busy = Arc::new(AtomicBool::new(false));
        let place = Place { open: Arc::clone(&open), number };
        let conversation = converse(stream, Arc::clone(&preview), Arc::clone(&busy), place);
        // Under the lock, so that a conversation which ends at once is added before it is forgotten.
        open.with(|open| {
            open.insert(
                number,
                Connection { task: tokio::spawn(conversation).abort_handle(), busy, since: Instant::now() },
            );
        });
    }
}

async fn next(listener: &TcpListener, open: &Open) -> TcpStream {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => return stream,
            // The client went away between asking and being answered.
            Err(error) if matches!(error.kind(), io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionReset) => {
            }
            // No file handles are left: one connection less, and a moment for others to end.
            Err(_) => {
                open.close_one();
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }
}

async fn converse(stream: TcpStream, preview: Arc<Preview>, busy: Arc<AtomicBool>, _place: Place) {
    let service = service_fn(move |request: hyper::Request<hyper::body::Incoming>| {
        let (preview, busy) = (Arc::clone(&preview), Arc::clone(&busy));
        async move {
            busy.store(true, Ordering::Relaxed);
            let (head, _) = request.into_parts();
            let response = answer(&head, &preview).await;
            busy.store(head.uri.path() == "/.dossier/events", Ordering::Relaxed);
            Ok::<_, Infallible>(response)
        }
    });
    // An error here is a client that broke the rules or went away; there is nobody to tell.
    let _ = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .max_headers(HEAD_LINES)
        .max_buf_size(HEAD_BYTES)
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

/// The connections that are open, oldest first.
#[derive(Default)]
struct Open(Mutex<BTreeMap<u64, Connection>>);

struct Connection {
    task: AbortHandle,
    /// Whether a request is being answered, or a page listens for changes.
    busy: Arc<AtomicBool>,
    since: Instant,
}

/// A connection's place among those that are open; it is given up when the connection ends, in whatever way.
struct Place {
    open: Arc<Open>,
    number: u64,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.open.forget(self.number);
    }
}

impl Open {
    fn forget(&self, number: u64) {
        self.with(|open| open.remove(&number));
    }

    async fn make_room(&self) {
        while self.with(|open| open.len()) >= CONNECTIONS {
            let oldest = self.with(|open| oldest(open).and_then(|number| Some(open.get(&number)?.since)));
            if let Some(oldest) = oldest {
                tokio::time::sleep_until(oldest + GRACE).await;
            }
            self.close_one();
        }
    }

    fn close_one(&self) {
        let closed = self.with(|open| oldest(open).and_then(|number| open.remove(&number)));
        if let Some(connection) = closed {
            connection.task.abort();
        }
    }

    fn with<T>(&self, act: impl FnOnce(&mut BTreeMap<u64, Connection>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The oldest connection that waits for a request; where none does, the oldest of all.
fn oldest(open: &BTreeMap<u64, Connection>) -> Option<u64> {
    let waiting = open.iter().find(|(_, connection)| !connection.busy.load(Ordering::Relaxed));
    waiting.or_else(|| open.first_key_value()).map(|(number, _)| *number)
}
