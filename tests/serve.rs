//! The preview server over real connections: what it answers, whom it refuses, and that pages learn of changes. The numbers in the names are those of the list of bad inputs.
#![cfg(feature = "serve")]
#![allow(clippy::disallowed_methods, reason = "tests make folders and files of their own")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(missing_docs, reason = "a test file has no readers but its own")]

use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use dossier::command::serve::{
    Built, Change, Excerpt, Files, Note, Notice, Options, Outcome, Place, Problem, Problems, Watched, listen, run_until,
};
use dossier::foundation::output_file::{MediaType, OutputFile};
use dossier::foundation::route::Route;
use tempfile::TempDir;
use tokio::sync::oneshot;

const PATIENCE: Duration = Duration::from_secs(20);

/// A running preview of a site in memory, with a folder whose changes wake it.
struct Server {
    port: u16,
    folder: TempDir,
    next: Arc<Mutex<Built>>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    fn start(first: Built) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("content")).unwrap();
        let next = Arc::new(Mutex::new(first));
        let options = options(0, &folder);
        let listener = listen(&options).unwrap();
        let port = listener.local_addr().unwrap().port();
        let (stop, stopped) = oneshot::channel();
        let (ready, is_ready) = mpsc::channel();
        let build = {
            let next = Arc::clone(&next);
            move |_: &Change| Outcome::Whole(next.lock().unwrap().clone())
        };
        let thread = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
            let tell = move |notice| ready.send(notice).unwrap_or_default();
            let stopped = async { stopped.await.unwrap_or_default() };
            runtime.block_on(run_until(listener, &options, build, tell, stopped)).unwrap();
            runtime.shutdown_background();
        });
        let notice = is_ready.recv_timeout(PATIENCE).unwrap();
        assert_eq!(notice, Notice::Listening { url: format!("http://127.0.0.1:{port}/") });
        Self { port, folder, next, stop: Some(stop), thread: Some(thread) }
    }

    /// Lets the next build give `built`, and changes a file.
    fn change(&self, built: Built) {
        *self.next.lock().unwrap() = built;
        std::fs::write(self.folder.path().join("content/kurt.md"), format!("{:?}", Instant::now())).unwrap();
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.set_write_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// The answer to these bytes. `PORT` in them is the server's.
    fn raw(&self, request: impl AsRef<[u8]>) -> String {
        let mut stream = self.connect();
        // A server that has seen enough may close before all is sent.
        let _ = stream.write_all(request.as_ref());
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn get(&self, path: &str) -> String {
        let port = self.port;
        self.raw(format!("GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"))
    }

    /// The status of a request with this first line and these header lines.
    fn status(&self, first: &str, headers: &str) -> String {
        status(&self.raw(format!("{first} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n")))
    }

    fn host(&self) -> String {
        format!("Host: 127.0.0.1:{}\r\n", self.port)
    }

    fn is_alive(&self) -> bool {
        status(&self.get("/")) == "200"
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let (Some(stop), Some(thread)) = (self.stop.take(), self.thread.take()) {
            let _ = stop.send(());
            let is_well = thread.join().is_ok();
            // A second panic would hide the first one.
            assert!(is_well || thread::panicking(), "the server failed");
        }
    }
}

fn options(port: u16, folder: &TempDir) -> Options {
    Options {
        interface: IpAddr::V4(Ipv4Addr::LOCALHOST),
        port,
        watched: Watched {
            root: folder.path().into(),
            folders: vec!["content".into(), "templates".into()],
            files: vec!["dossier.toml".into()],
            output: folder.path().join("public"),
        },
        open: false,
    }
}

fn status(answer: &str) -> String {
    answer.split(' ').nth(1).unwrap_or("closed").to_owned()
}

fn body(answer: &str) -> &str {
    answer.split_once("\r\n\r\n").map_or("", |(_, body)| body)
}

fn header<'a>(answer: &'a str, name: &str) -> Option<&'a str> {
    let head = answer.split_once("\r\n\r\n").map_or(answer, |(head, _)| head);
    head.lines().find_map(|line| {
        let (key, value) = line.split_once(": ")?;
        key.eq_ignore_ascii_case(name).then_some(value)
    })
}

fn site(words: &str) -> Built {
    let file = |path: &str, media_type, text: &str| OutputFile {
        route: Route::parse(path).unwrap(),
        media_type,
        bytes: text.as_bytes().into(),
    };
    let files: Files = [
        file("", MediaType::HTML, &format!("<body>{words}</body>")),
        file("people/kurt/", MediaType::HTML, "<body>Kurt</body>"),
        file("404.html", MediaType::HTML, "<body>Not here</body>"),
        file("files/Fotoğraf 1.txt", MediaType::TEXT, "bytes"),
    ]
    .into_iter()
    .collect();
    Built::Site(files, Problems::default())
}

const SCRIPT: &str = "<script src=\"/.dossier/reload.js\" data-version=";

#[test]
fn pages_and_files_are_answered_from_memory() {
    let server = Server::start(site("Home"));
    let home = server.get("/");
    assert_eq!(status(&home), "200");
    assert!(body(&home).starts_with(&format!("<body>Home{SCRIPT}")) && body(&home).ends_with("</body>"), "{home}");
    for (name, value) in [
        ("content-type", "text/html; charset=utf-8"),
        ("cache-control", "no-store"),
        ("x-frame-options", "DENY"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-resource-policy", "same-origin"),
        ("referrer-policy", "no-referrer"),
        ("content-security-policy", "frame-ancestors 'none'"),
    ] {
        assert_eq!(header(&home, name), Some(value), "{name}");
    }
    assert_eq!(header(&home, "access-control-allow-origin"), None);
    assert_eq!(body(&server.get("/files/Foto%C4%9Fraf%201.txt")), "bytes");
    assert_eq!(body(&server.get("/files/Fotog%CC%86raf%201.txt")), "bytes");
    assert!(server.get("/people/kurt/index.html").contains("Kurt"));
    let unknown = server.get("/people/nobody/");
    assert!(status(&unknown) == "404" && body(&unknown).starts_with("<body>Not here<script"), "{unknown}");
    for own in ["reload.js", "reload.css"] {
        assert_eq!(status(&server.get(&format!("/.dossier/{own}"))), "200");
    }
    assert_eq!(status(&server.get("/.dossier/")), "404");
}

#[test]
fn the_head_of_a_page_is_answered_without_its_body() {
    let server = Server::start(site("Home"));
    let whole = server.get("/");
    let head = server.raw(format!("HEAD / HTTP/1.1\r\n{}Connection: close\r\n\r\n", server.host()));
    assert_eq!((status(&head).as_str(), body(&head)), ("200", ""));
    assert_eq!(header(&head, "content-length"), header(&whole, "content-length"));
}

#[test]
fn a_page_without_its_last_slash_leads_to_the_page_on_the_same_host() {
    let server = Server::start(site("Home"));
    let answer = server.get("/people/kurt");
    assert_eq!((status(&answer).as_str(), header(&answer, "location")), ("302", Some("/people/kurt/")));
    for path in ["//people/kurt", "/\\evil.example", "//evil.example/people/kurt"] {
        assert_eq!(header(&server.get(path), "location"), None, "{path}");
    }
}

#[test]
fn i80_no_address_leads_out_of_the_site() {
    let server = Server::start(site("Home"));
    std::fs::write(server.folder.path().join("content/secret.txt"), "secret").unwrap();
    let disk = server.folder.path().display().to_string();
    for path in [
        "/../../etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/%252e%252e/etc/passwd",
        "/..\\..\\etc\\passwd",
        "/%5c..%5cetc",
        "/a%00b",
        "/c:/windows/win.ini",
        "//evil.example/%2e%2e",
        "http://evil.example/",
        "http://localhost/",
        "/a%0d%0aSet-Cookie:%20x=1",
        "/content/secret.txt",
        "/dossier.toml",
        "/etc/passwd",
        "/people/",
        "*",
        "people/kurt/",
        "/a\rb",
        "/a\tb",
        "/a b",
        "/\u{202e}",
        &disk,
        &format!("/{disk}/content/secret.txt"),
    ] {
        let answer = server.get(path);
        assert!(["400", "404"].contains(&status(&answer).as_str()), "{path}: {answer}");
        assert_eq!((header(&answer, "location"), header(&answer, "set-cookie")), (None, None), "{path}");
        assert!(!answer.contains("secret") && !answer.contains("root:"), "{path}: {answer}");
    }
    assert!(server.is_alive());
}

#[test]
fn i81_only_names_of_this_computer_are_served() {
    let server = Server::start(site("Home"));
    let port = server.port;
    let status_for = |headers: &str| server.status("GET /", headers);
    for host in ["localhost", "127.0.0.1", "[::1]", "LOCALHOST", "dossier.localhost"] {
        assert_eq!(status_for(&format!("Host: {host}:{port}\r\n")), "200", "{host}");
    }
    for host in [
        "evil.example".to_owned(),
        format!("evil.example:{port}"),
        format!("localhost.evil.example:{port}"),
        format!("127.0.0.1.nip.io:{port}"),
        "localhost".into(),
        "localhost:1".into(),
        String::new(),
    ] {
        assert_eq!(status_for(&format!("Host: {host}\r\n")), "403", "{host}");
    }
    assert_eq!(status_for(&format!("Host: localhost:{port}\r\nHost: evil.example\r\n")), "403");
    assert_eq!(status_for(""), "403");
    assert_eq!(status(&server.raw("GET / HTTP/1.0\r\n\r\n")), "403");
}

#[test]
fn i82_other_sites_cannot_listen() {
    let server = Server::start(site("Home"));
    let host = server.host();
    for headers in [
        "Origin: https://evil.example\r\n".to_owned(),
        "Origin: null\r\n".into(),
        "Origin: http://localhost:1\r\n".into(),
        format!("Origin: http://localhost.evil.example:{}\r\n", server.port),
        "Sec-Fetch-Site: cross-site\r\n".into(),
        "Sec-Fetch-Site: same-site\r\n".into(),
        "Origin: https://evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n".into(),
    ] {
        assert_eq!(server.status("GET /.dossier/events", &format!("{host}{headers}")), "403", "{headers}");
    }
    assert_eq!(server.status("GET /", &format!("{host}Origin: https://evil.example\r\n")), "403");
}

#[test]
fn i83_the_preview_can_only_be_read() {
    let server = Server::start(site("Home"));
    let host = server.host();
    for method in ["POST", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "BREW"] {
        assert_eq!(server.status(&format!("{method} /"), &host), "405", "{method}");
    }
    assert_eq!(server.status("OPTIONS *", &host), "405");
    assert_eq!(server.status("CONNECT evil.example:443", &host), "405");
    assert!(server.is_alive());
}

#[test]
fn i83_large_requests_are_refused() {
    let server = Server::start(site("Home"));
    let host = server.host();
    let refused = ["400", "414", "431", "closed"];
    let long = "a".repeat(5_000);
    assert_eq!(server.status(&format!("GET /{long}"), &host), "414");
    for answer in [
        server.status(&format!("GET /{}", "a".repeat(10_000_000)), &host),
        server.status("GET /", &format!("{host}{}", "X: y\r\n".repeat(100_000))),
        server.status("GET /", &format!("{host}X: {}\r\n", "y".repeat(1_000_000))),
    ] {
        assert!(refused.contains(&answer.as_str()), "{answer}");
    }
    let ranges = "0-,".repeat(1_000);
    let answer = server.status("GET /", &format!("{host}Range: bytes={ranges}0-1\r\n"));
    assert_eq!(answer, "200");
    assert!(server.is_alive());
}

#[test]
fn i83_a_second_request_cannot_be_smuggled_in_a_body() {
    let server = Server::start(site("Home"));
    let host = server.host();
    let hidden = format!("GET /people/kurt/ HTTP/1.1\r\n{host}\r\n");
    for framing in [
        format!("Content-Length: {}\r\n", hidden.len()),
        "Transfer-Encoding: chunked\r\n".into(),
        format!("Content-Length: {}\r\nTransfer-Encoding: chunked\r\n", hidden.len()),
        "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n".into(),
        "Content-Length: 4\r\nContent-Length: 5\r\n".into(),
        "Transfer-Encoding : chunked\r\n".into(),
        "Transfer-Encoding: xchunked\r\n".into(),
    ] {
        let answer = server.raw(format!("GET / HTTP/1.1\r\n{host}{framing}\r\n0\r\n\r\n{hidden}"));
        assert_eq!(status(&answer), "400", "{framing}: {answer}");
        assert!(!answer.contains("Kurt"), "{framing}: {answer}");
    }
}

#[test]
fn i83_clients_that_only_hold_connections_keep_nobody_out() {
    let server = Server::start(site("Home"));
    let mut slow = Vec::new();
    for number in 0..600 {
        let mut stream = server.connect();
        let _ = stream.write_all(b"GET / HTTP/1.1\r\nHost: loc");
        slow.push(stream);
        if number % 50 == 49 {
            let began = Instant::now();
            assert!(server.is_alive());
            assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
        }
    }
}

/// The limit of open files that many systems set is below what this test needs for both ends.
fn with_many_files() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    let enough = maximum.map_or(4_096, |most| most.min(4_096));
    if current.is_some_and(|now| now < enough) {
        setrlimit(Resource::Nofile, Rlimit { current: Some(enough), maximum }).unwrap();
    }
}

#[test]
fn i83_a_thousand_slow_clients_hold_nobody_up() {
    with_many_files();
    let server = Server::start(site("Home"));
    let head: Vec<u8> = format!("GET / HTTP/1.1\r\n{}X-Slow: {}", server.host(), "y".repeat(10_000)).into_bytes();
    let is_over = AtomicBool::new(false);
    let mut times = thread::scope(|scope| {
        scope.spawn(|| {
            // Each client sends a byte of its request, then it is the next one's turn; who is sent away comes back.
            let mut clients: Vec<(TcpStream, usize)> = (0..1_000).map(|_| (server.connect(), 0)).collect();
            while !is_over.load(Ordering::Relaxed) {
                for (stream, sent) in &mut clients {
                    if *sent >= head.len() || stream.write_all(&head[*sent..=*sent]).is_err() {
                        (*stream, *sent) = (server.connect(), 0);
                    }
                    *sent += 1;
                }
            }
        });
        thread::sleep(Duration::from_millis(500));
        let times: Vec<Duration> = (0..100)
            .map(|_| {
                let began = Instant::now();
                let is_alive = server.is_alive();
                let time = began.elapsed();
                thread::sleep(Duration::from_millis(20));
                // A failure is told when the slow clients have ended.
                if is_alive { time } else { Duration::MAX }
            })
            .collect();
        is_over.store(true, Ordering::Relaxed);
        times
    });
    times.sort_unstable();
    assert!(times[50] < Duration::from_millis(50), "{times:?}");
}

#[test]
fn i83_clients_that_go_away_or_do_not_read_do_no_harm() {
    with_many_files();
    let file = OutputFile {
        route: Route::parse("files/large.pdf").unwrap(),
        media_type: MediaType::of_file_name("large.pdf"),
        bytes: vec![7; 20_000_000].into(),
    };
    let Built::Site(_, problems) = site("Home") else { unreachable!("a site was asked for") };
    let home =
        OutputFile { route: Route::home(), media_type: MediaType::HTML, bytes: b"<body>Home</body>".as_slice().into() };
    let server = Server::start(Built::Site([home, file].into_iter().collect(), problems));
    let request = format!("GET /files/large.pdf HTTP/1.1\r\n{}\r\n", server.host());
    // Half of a request, and gone.
    for length in (1..request.len()).chain(1..request.len()) {
        let _ = server.connect().write_all(&request.as_bytes()[..length]);
    }
    assert!(server.is_alive());
    // A whole one, and gone before its answer; another, whose answer is never read.
    let mut unread = Vec::new();
    for _ in 0..300 {
        let _ = server.connect().write_all(request.as_bytes());
        let mut stream = server.connect();
        let _ = stream.write_all(request.as_bytes());
        unread.push(stream);
    }
    assert!(server.is_alive());
    // Many requests at once, without waiting.
    let mut many = server.connect();
    let _ = many.write_all(format!("GET / HTTP/1.1\r\n{}\r\n", server.host()).repeat(5_000).as_bytes());
    assert!(server.is_alive());
    assert_eq!(body(&server.get("/files/large.pdf")).len(), 20_000_000);
}

#[test]
fn i83_pages_that_listen_leave_room_for_others() {
    with_many_files();
    let server = Server::start(site("Home"));
    let listening: Vec<TcpStream> = (0..500)
        .map(|_| {
            let mut stream = server.connect();
            write!(stream, "GET /.dossier/events HTTP/1.1\r\n{}\r\n", server.host()).unwrap();
            stream
        })
        .collect();
    assert!(server.is_alive());
    drop(listening);
    let deadline = Instant::now() + PATIENCE;
    // Their places are given back.
    while status(&server.raw(format!("HEAD /.dossier/events HTTP/1.1\r\n{}Connection: close\r\n\r\n", server.host())))
        != "200"
    {
        assert!(Instant::now() < deadline, "no page can listen any more");
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn i83_a_client_that_never_ends_its_request_is_sent_away() {
    let server = Server::start(site("Home"));
    let began = Instant::now();
    let answer = server.raw("GET / HTTP/1.1\r\nHost: loc");
    assert!(["closed", "408"].contains(&status(&answer).as_str()), "{answer}");
    assert!(began.elapsed() < Duration::from_secs(15), "{:?}", began.elapsed());
}

#[test]
fn i84_a_port_that_is_taken_is_said_so() {
    let server = Server::start(site("Home"));
    let error = listen(&options(server.port, &server.folder)).unwrap_err().to_string();
    let expected = format!(
        "port {0} is in use, perhaps by another preview; choose another one: dossier serve -p {1}",
        server.port,
        server.port + 1
    );
    assert_eq!(error, expected);
}

#[test]
fn i84_without_ipv6_it_is_said_so_and_with_it_the_preview_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let options = Options { interface: IpAddr::V6(Ipv6Addr::LOCALHOST), ..options(0, &folder) };
    match listen(&options) {
        Ok(listener) => assert!(listener.local_addr().unwrap().ip().is_loopback()),
        Err(error) => assert_eq!(error.to_string(), "this computer has no address ::1; use -i 127.0.0.1"),
    }
}

#[test]
fn i86_other_computers_cannot_reach_the_preview() {
    let folder = tempfile::tempdir().unwrap();
    let options = Options { interface: IpAddr::V4(Ipv4Addr::UNSPECIFIED), ..options(0, &folder) };
    let error = listen(&options).unwrap_err().to_string();
    assert!(error.contains("on this computer only: 0.0.0.0 can be reached from other computers"), "{error}");
}

/// The events of a page that listens.
struct Events {
    stream: TcpStream,
    read: String,
}

impl Events {
    fn listen(server: &Server) -> Self {
        let mut stream = server.connect();
        write!(stream, "GET /.dossier/events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", server.port).unwrap();
        let mut events = Self { stream, read: String::new() };
        events.read_until("text/event-stream");
        events
    }

    /// The version and the problems of the next event.
    fn next(&mut self) -> (String, serde_json::Value) {
        self.read_until("data: ");
        let line = self.read_until("\n");
        let mut state: serde_json::Value = serde_json::from_str(&line).unwrap();
        let problems = state["problems"].take();
        (state["version"].as_str().unwrap().to_owned(), problems)
    }

    fn read_until(&mut self, end: &str) -> String {
        loop {
            if let Some((before, after)) = self.read.clone().split_once(end) {
                after.clone_into(&mut self.read);
                return before.to_owned();
            }
            let mut bytes = [0; 4_096];
            let count = self.stream.read(&mut bytes).unwrap();
            assert!(count > 0, "the stream ended");
            self.read.push_str(std::str::from_utf8(&bytes[..count]).unwrap());
        }
    }
}

#[test]
fn a_change_is_told_to_the_page_and_the_new_page_is_there() {
    let server = Server::start(site("Before"));
    let mut events = Events::listen(&server);
    let (before, problems) = events.next();
    assert_eq!(problems, serde_json::json!({"errors": 0, "warnings": 0, "list": []}));
    assert!(server.get("/").contains(&format!("data-version=\"{before}\"")));
    server.change(site("After"));
    let (after, _) = events.next();
    assert_ne!(before, after);
    let page = server.get("/");
    assert!(page.contains("<body>After") && page.contains(&format!("data-version=\"{after}\"")), "{page}");
}

/// An error at a place with everything that one can have, in words that try to be HTML.
fn hostile() -> Problems {
    let place = |path: &str, link: Option<&str>| Place {
        path: path.into(),
        line: 12,
        column: 3,
        excerpt: Some(Excerpt { before: "a & ".into(), marked: "<b>".into(), after: "</pre>".into() }),
        link: link.map(Into::into),
    };
    let error = Problem {
        severity: "error",
        code: Some("unknown-name"),
        message: "</script><img src=x onerror=alert(1)>".into(),
        place: Some(place("content/<i>.md", Some("zed://file/s/content/%3Ci%3E.md:12:3"))),
        notes: vec![Note { text: "\"other\"".into(), place: place("content/b.md", None) }],
        help: "write <name>".into(),
    };
    let warning = Problem {
        severity: "warning",
        code: None,
        message: "odd".into(),
        place: None,
        notes: Vec::new(),
        help: String::new(),
    };
    Problems { errors: 1, warnings: 1, list: vec![error, warning] }
}

#[test]
fn the_last_good_page_stays_while_the_text_has_errors() {
    let server = Server::start(site("Good"));
    let mut events = Events::listen(&server);
    let (version, _) = events.next();
    server.change(Built::Broken(hostile()));
    let excerpt = serde_json::json!({"before": "a & ", "marked": "<b>", "after": "</pre>"});
    let expected = serde_json::json!({"errors": 1, "warnings": 1, "list": [
        {
            "severity": "error",
            "code": "unknown-name",
            "message": "</script><img src=x onerror=alert(1)>",
            "place": {
                "path": "content/<i>.md", "line": 12, "column": 3, "excerpt": excerpt,
                "link": "zed://file/s/content/%3Ci%3E.md:12:3",
            },
            "notes": [{
                "text": "\"other\"",
                "place": {"path": "content/b.md", "line": 12, "column": 3, "excerpt": excerpt, "link": null},
            }],
            "help": "write <name>",
        },
        {"severity": "warning", "code": null, "message": "odd", "place": null, "notes": [], "help": ""},
    ]});
    assert_eq!(events.next(), (version.clone(), expected));
    let page = server.get("/");
    let script = format!("{SCRIPT}\"{version}\" defer></script>");
    assert_eq!((status(&page).as_str(), body(&page)), ("200", format!("<body>Good{script}</body>").as_str()));
    server.change(site("Good"));
    assert_eq!(events.next(), (version, serde_json::json!({"errors": 0, "warnings": 0, "list": []})));
}

#[test]
fn a_site_that_was_never_built_shows_its_errors_as_text() {
    let server = Server::start(Built::Broken(hostile()));
    let page = server.get("/anything/");
    assert_eq!(status(&page), "503");
    let version = Events::listen(&server).next().0;
    let line = "<pre><span class=\"number\">12</span><code>a &amp; <mark>&lt;b&gt;</mark>&lt;/pre&gt;</code></pre>";
    let expected = format!(
        "<!doctype html><html lang=\"en\" class=\"problems\" data-dossier-problems><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>The site has errors</title>\
         <link rel=\"stylesheet\" href=\"/.dossier/reload.css\"></head><body><main><h1>The site has errors</h1>\
         <p class=\"about\">It is shown here as soon as they are gone.</p><ol>\
         <li class=\"error\"><p class=\"what\"><b>error</b> <code class=\"code\">unknown-name</code> \
         &lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;</p>\
         <p class=\"place\"><a href=\"zed://file/s/content/%3Ci%3E.md:12:3\"><bdi>content/&lt;i&gt;.md</bdi>:12:3</a></p>{line}\
         <p class=\"note\">&quot;other&quot;</p><p class=\"place\"><bdi>content/b.md</bdi>:12:3</p>{line}\
         <p class=\"help\">write &lt;name&gt;</p></li>\
         <li class=\"warning\"><p class=\"what\"><b>warning</b> odd</p></li>\
         </ol></main>{SCRIPT}\"{version}\" defer></script></body></html>"
    );
    assert_eq!(body(&page), expected);
    assert!(header(&page, "content-security-policy").unwrap().contains("default-src 'none'"));
}

#[test]
fn a_page_of_errors_is_shown_again_when_they_are_others() {
    let server = Server::start(Built::Broken(Problems::failure("one")));
    let mut events = Events::listen(&server);
    let (before, _) = events.next();
    server.change(Built::Broken(Problems::failure("two")));
    assert_ne!(events.next().0, before);
    assert!(body(&server.get("/")).contains("</b> two</p>"));
}

#[test]
fn folders_that_are_made_later_are_watched_too() {
    let server = Server::start(site("Before"));
    let mut events = Events::listen(&server);
    events.next();
    *server.next.lock().unwrap() = site("With templates");
    let templates = server.folder.path().join("templates");
    std::fs::create_dir(&templates).unwrap();
    events.next();
    // The watch on the new folder begins shortly after the folder was noticed.
    let deadline = Instant::now() + PATIENCE;
    *server.next.lock().unwrap() = site("With a template");
    while !server.get("/").contains("With a template") {
        assert!(Instant::now() < deadline, "the new folder is not watched");
        std::fs::write(templates.join("person.html"), format!("{:?}", Instant::now())).unwrap();
        thread::sleep(Duration::from_millis(100));
    }
}
