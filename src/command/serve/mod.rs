//! The local preview: the site from memory, built again after each change, on this computer only. Knows addresses and requests, not how the site is made.

mod answer;
mod browser;
mod connections;
mod eyes;
mod guard;
mod preview;
mod problems;
mod rebuild;
mod watch;

use std::future::Future;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::{io, net};

use anyhow::{Context, bail};

pub use preview::{Built, Files};
pub use problems::{Excerpt, Note, Place, Problem, Problems};
pub use rebuild::{Change, Outcome};
pub use watch::Watched;

use preview::Preview;

/// What the preview listens on and looks at.
#[derive(Debug, Clone)]
pub struct Options {
    /// The address of this computer to listen on; only loopback addresses are accepted.
    pub interface: IpAddr,
    /// The port; 0 lets the system choose a free one.
    pub port: u16,
    /// The folders in which changes are looked for.
    pub watched: Watched,
    /// Whether the browser is opened.
    pub open: bool,
}

/// What there is to tell while the preview runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The preview can be opened at this address.
    Listening {
        /// The address, such as `http://127.0.0.1:1111/`.
        url: String,
    },
    /// The system does not report changes, so the files are compared once a second.
    Polling {
        /// Why.
        why: String,
    },
    /// The browser could not be started.
    NotOpened {
        /// Why.
        why: String,
    },
    /// The preview was stopped by the person who started it.
    Stopped,
}

/// Runs the preview until Ctrl-C. `build` is called once at the start and after each change, on a thread of its own; it
/// prints its own report. After it looked only at what was reported it is called once more, as soon as nothing changes any more.
///
/// # Errors
/// When the interface is not a loopback address, the port is taken, the folders cannot be watched, or `build` panics.
pub fn run(
    options: &Options,
    build: impl FnMut(&Change) -> Outcome + Send + 'static,
    tell: impl Fn(Notice) + Send + Sync + 'static,
) -> anyhow::Result<()> {
    let listener = listen(options)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let outcome = runtime.block_on(run_until(listener, options, build, tell, interrupted()));
    // Open event streams never end by themselves.
    runtime.shutdown_background();
    outcome
}

/// Takes the port. It is a call of its own, so that a port that is taken is known before anything is built.
///
/// # Errors
/// When the interface is not a loopback address or the port is taken.
pub fn listen(options: &Options) -> anyhow::Result<net::TcpListener> {
    let Options { interface, port, .. } = *options;
    if !interface.is_loopback() {
        bail!(
            "the preview shows drafts, so it runs on this computer only: {interface} can be reached from other computers; \
             use -i 127.0.0.1 or -i ::1"
        );
    }
    let listener = net::TcpListener::bind((interface, port)).map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => anyhow::anyhow!(
            "port {port} is in use, perhaps by another preview; choose another one: dossier serve -p {}",
            port.checked_add(1).unwrap_or(1111)
        ),
        io::ErrorKind::PermissionDenied => anyhow::anyhow!(
            "the system does not let you use port {port}; ports from 1024 on are free: dossier serve -p 1111"
        ),
        io::ErrorKind::AddrNotAvailable => {
            anyhow::anyhow!("this computer has no address {interface}; use -i 127.0.0.1")
        }
        _ => anyhow::Error::new(error).context(format!("the preview cannot listen on {interface}, port {port}")),
    })?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// Runs the preview on `listener` until `stop` ends; must be called within a tokio runtime.
///
/// # Errors
/// When the folders cannot be watched, or `build` panics.
pub async fn run_until(
    listener: net::TcpListener,
    options: &Options,
    build: impl FnMut(&Change) -> Outcome + Send + 'static,
    tell: impl Fn(Notice) + Send + Sync + 'static,
    stop: impl Future<Output = ()>,
) -> anyhow::Result<()> {
    let tell = Arc::new(tell);
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let address = listener.local_addr()?;
    let preview = Arc::new(Preview::new(address));
    let (wake, woken) = rebuild::doorbell();
    // Watching begins before the first build, so that no change falls between the two.
    let told = Arc::clone(&tell);
    let lost = move |why| told(Notice::Polling { why });
    let watch =
        watch::start(&options.watched, wake, lost).context("the site's folders cannot be watched for changes")?;
    if let Some(why) = watch.polls_because() {
        tell(Notice::Polling { why: why.to_owned() });
    }
    let stopped_building = rebuild::start(build, woken, Arc::clone(&preview))?;
    let url = url_of(address);
    tell(Notice::Listening { url: url.clone() });
    if options.open
        && let Err(error) = browser::open(&url)
    {
        tell(Notice::NotOpened { why: error.to_string() });
    }
    tokio::select! {
        () = connections::accept(listener, preview) => Ok(()),
        () = stop => {
            tell(Notice::Stopped);
            Ok(())
        }
        _ = stopped_building => bail!("the preview ends because building the site failed in a way it should not"),
    }
}

fn url_of(address: SocketAddr) -> String {
    format!("http://{address}/")
}

/// Ends at Ctrl-C, and on Unix when the program is asked to end.
async fn interrupted() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let (Ok(mut terminate), Ok(mut hang_up)) = (signal(SignalKind::terminate()), signal(SignalKind::hangup())) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
                _ = hang_up.recv() => {}
            }
            return;
        }
    }
    // Without handlers the system ends the program itself.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
