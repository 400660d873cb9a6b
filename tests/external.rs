//! C 43: outside links, asked on servers of this computer, which only a test may ask. No traffic goes anywhere else.
#![cfg(feature = "external")]
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests make folders of their own and run the program"
)]

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use dossier::command::external::{Asked, Limits, check};
use dossier::foundation::date::Moment;
use dossier::pipeline::Options;
use tempfile::TempDir;

/// A server that answers by the path, and remembers what was asked.
struct Server {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Answers until the test ends; `PORT` in an answer is the server's own.
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let remembered = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let remembered = Arc::clone(&remembered);
                thread::spawn(move || answer(stream, port, &remembered));
            }
        });
        Self { port, asked }
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

/// Answers one request. A client that has seen enough may be gone, which is no failure.
fn answer(mut stream: TcpStream, port: u16, asked: &Mutex<Vec<String>>) {
    let mut request = Vec::new();
    let mut byte = [0];
    while !request.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|count| count == 1) {
        request.push(byte[0]);
    }
    let request = String::from_utf8_lossy(&request).into_owned();
    let first = request.lines().next().unwrap_or_default().trim_end_matches(" HTTP/1.1").to_owned();
    if first.is_empty() {
        return;
    }
    asked.lock().unwrap().push(request.clone());
    let (method, path) = first.split_once(' ').unwrap();
    let status = |line: &str| format!("HTTP/1.1 {line}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    let to = |place: &str| {
        format!("HTTP/1.1 302 Found\r\nLocation: {place}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    };
    let text = match path.split('?').next().unwrap() {
        "/get-only" if method == "HEAD" => status("405 Method Not Allowed"),
        "/good" | "/%C4%B0yi" | "/get-only" | "/long/6" => status("200 OK"),
        "/gone" => status("410 Gone"),
        "/loop" => to("/loop-b"),
        "/loop-b" => to("/loop"),
        path if path.starts_with("/long/") => to(&(path["/long/".len()..].parse::<u32>().unwrap() + 1).to_string()),
        "/moved" => to("good"),
        "/private" => to("http://10.1.2.3/secret"),
        "/metadata" => to("//169.254.169.254/latest"),
        "/file" => to("file:///etc/passwd"),
        "/slow" => {
            thread::sleep(Duration::from_secs(30));
            status("200 OK")
        }
        "/drip" => {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nX-Slow: ");
            for _ in 0..300 {
                let _ = stream.write_all(b"H");
                thread::sleep(Duration::from_millis(100));
            }
            String::new()
        }
        "/huge" if method == "GET" => {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\n");
            let block = vec![b'x'; 1 << 16];
            while stream.write_all(&block).is_ok() {}
            String::new()
        }
        "/huge" => status("501 Not Implemented"),
        "/headers" => format!("HTTP/1.1 200 OK\r\n{}\r\n", "X-Long: xxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n".repeat(100_000)),
        "/nonsense" => "no HTTP at all\r\n\r\n".to_owned(),
        "/cut" => String::new(),
        _ => status("404 Not Found"),
    };
    let _ = stream.write_all(text.replace("PORT", &port.to_string()).as_bytes());
}

fn site(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in [("dossier.toml", "title = \"Records\"\n")].iter().chain(files) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn limits() -> Limits {
    Limits { patience: Duration::from_millis(1_500), allow_loopback: true, ..Limits::default() }
}

/// What is told of each link, in the order of the text, and the counts.
fn ask(folder: &TempDir, limits: &Limits) -> (Vec<String>, Asked) {
    let options = Options::at(Moment::parse("2026-01-01T00:00:00Z").unwrap());
    let outcome = check(folder.path(), &options, limits, &mut |_, _| {}).unwrap();
    let line = |found: &dossier::foundation::diagnostic::Diagnostic| {
        let location = outcome.sources.location(found.span).unwrap();
        format!("{}:{} {}", location.path, location.start.line, found.message)
    };
    (outcome.diagnostics.iter().map(line).collect(), outcome.value.unwrap())
}

/// A page with one link on each line.
fn page(addresses: &[String]) -> String {
    let lines: Vec<String> = addresses.iter().map(|address| format!("[x](<{address}>)")).collect();
    format!("---\ntitle: Page\n---\n{}\n", lines.join("\n"))
}

#[test]
fn c43_pages_that_are_there_and_pages_that_are_not() {
    let server = Server::start();
    let base = format!("http://127.0.0.1:{}", server.port);
    let paths = [
        "/good",
        "/İyi",
        "/get-only",
        "/moved",
        "/good#part",
        "/nowhere",
        "/gone",
        "/loop",
        "/long/0",
        "/long/2",
        "/nonsense",
        "/cut",
        "/headers",
        "/huge",
    ];
    let addresses: Vec<String> = paths.iter().map(|path| format!("{base}{path}")).collect();
    let folder = site(&[("content/page.md", &page(&addresses))]);
    let began = Instant::now();
    let (said, asked) = ask(&folder, &limits());
    assert!(began.elapsed() < Duration::from_secs(15), "{:?}", began.elapsed());
    let said: Vec<String> = said.iter().map(|line| line.replace(&base, "")).collect();
    assert_eq!(
        said,
        [
            "content/page.md:9 `/nowhere` leads to no page: the answer is 404: there is no such page",
            "content/page.md:10 `/gone` leads to no page: the answer is 410: the page is gone",
            "content/page.md:11 `/loop` leads to no page: it leads in a circle",
            "content/page.md:12 `/long/0` leads to no page: it leads on more than 5 times",
            "content/page.md:14 `/nonsense` leads to no page: what is answered is no page",
            "content/page.md:15 `/cut` leads to no page: the connection was cut off",
            "content/page.md:16 `/headers` leads to no page: what is answered is no page",
        ]
    );
    assert_eq!(asked, Asked { addresses: 13, hosts: 1, dead: 7 });
    for request in server.asked() {
        let lower = request.to_lowercase();
        assert!(!lower.contains("referer") && !lower.contains("cookie") && !lower.contains("records"), "{request}");
    }
}

#[test]
fn c43_servers_that_do_not_answer_in_time() {
    let server = Server::start();
    let base = format!("http://127.0.0.1:{}", server.port);
    let folder = site(&[("content/page.md", &page(&[format!("{base}/slow"), format!("{base}/drip")]))]);
    let began = Instant::now();
    let (said, _) = ask(&folder, &limits());
    assert!(began.elapsed() < Duration::from_secs(12), "{:?}", began.elapsed());
    assert_eq!(said.len(), 2, "{said:?}");
    for line in said {
        assert!(line.ends_with("leads to no page: there is no answer within 1.5 s"), "{line}");
    }
}

#[test]
fn c43_certificates_ports_and_hosts_that_are_not_there() {
    let plain = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = plain.local_addr().unwrap().port();
    thread::spawn(move || {
        for mut stream in plain.incoming().flatten() {
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
        }
    });
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let addresses = [format!("https://127.0.0.1:{port}/"), format!("http://127.0.0.1:{closed}/")];
    let folder = site(&[("content/page.md", &page(&addresses))]);
    let (said, asked) = ask(&folder, &limits());
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].ends_with("its certificate or its encryption is not valid"), "{said:?}");
    assert!(said[1].ends_with("nothing answers there"), "{said:?}");
    assert_eq!(asked.hosts, 2);
}

/// The program itself never asks this computer or a private network, however the address is written, and whatever leads there.
#[test]
fn c43_private_addresses_are_never_asked() {
    let server = Server::start();
    let port = server.port;
    let hosts = [
        "127.0.0.1",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "127.1",
        "[::ffff:127.0.0.1]",
        "[::1]",
        "localhost",
        "0.0.0.0",
    ];
    let addresses: Vec<String> = hosts.iter().map(|host| format!("http://{host}:{port}/good")).collect();
    let folder = site(&[("content/page.md", &page(&addresses))]);
    let (said, asked) = ask(&folder, &Limits { allow_loopback: false, ..limits() });
    assert_eq!((said.len(), asked.dead), (hosts.len(), hosts.len()), "{said:#?}");
    assert_eq!(server.asked(), [""; 0]);
    let refused = "it leads to this computer or into a private network, and is not asked";
    let of_numbers = said.iter().filter(|line| line.ends_with(refused)).count();
    assert!(of_numbers >= 4, "{said:#?}");
    let ran = Command::new(env!("CARGO_BIN_EXE_dossier"))
        .args(["check", "--external", "--format", "short"])
        .current_dir(folder.path())
        .env_clear()
        .env("http_proxy", format!("http://127.0.0.1:{port}"))
        .env("ALL_PROXY", format!("http://127.0.0.1:{port}"))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8(ran.stderr).unwrap();
    assert!(said.contains("content/page.md:4:6: warning[dead-link]: `http://127.0.0.1:"), "{said}");
    assert!(said.ends_with("9 outside links asked at 9 hosts; 9 lead to no page\n"), "{said}");
    assert_eq!(ran.status.code(), Some(0));
    assert_eq!(server.asked(), [""; 0]);
    assert!(!folder.path().join("public").exists());
}

#[test]
fn c43_what_leads_on_into_a_private_network_is_not_followed() {
    let server = Server::start();
    let base = format!("http://127.0.0.1:{}", server.port);
    let addresses: Vec<String> =
        ["/private", "/metadata", "/file"].iter().map(|path| format!("{base}{path}")).collect();
    let folder = site(&[("content/page.md", &page(&addresses))]);
    let (said, _) = ask(&folder, &limits());
    let said: Vec<String> = said.iter().map(|line| line.replace(&base, "")).collect();
    let refused = "it leads to this computer or into a private network, and is not asked";
    assert_eq!(
        said,
        [
            format!("content/page.md:4 `/private` leads to no page: it leads on to `http://10.1.2.3/secret`, and {refused}"),
            format!("content/page.md:5 `/metadata` leads to no page: it leads on to `http://169.254.169.254/latest`, and {refused}"),
            "content/page.md:6 `/file` leads to no page: it leads on to `file:///etc/passwd`, and it is no address of the web, and is not asked".to_owned(),
        ]
    );
}

/// The question alone would tell: of what is not published, no address is asked of anybody.
#[test]
fn c43_only_links_of_the_public_site_are_asked() {
    let server = Server::start();
    let base = format!("http://127.0.0.1:{}", server.port);
    let folder = site(&[
        ("content/page.md", &page(&[format!("{base}/good"), format!("{base}/nowhere")])),
        ("content/draft.md", &format!("---\ntitle: Draft\ndraft: true\n---\n[x]({base}/secret-1) {base}/nowhere\n")),
        (
            "content/later.md",
            &format!("---\ntitle: Later\npublish_after: 2099-01-01T00:00:00Z\n---\n[x]({base}/secret-2)\n"),
        ),
        (
            "content/people/p-1.md",
            &format!(
                "---\nlabel: a witness\nwithheld: {{how: by-us, why: safety}}\nsame_as: [\"{base}/secret-3\"]\n---\nWords. %%[x]({base}/secret-4)%%\n"
            ),
        ),
        (
            "content/sources/draft.md",
            &format!("---\ntitle: Report\ndraft: true\nurl: {base}/secret-5\narchived: {base}/secret-6\n---\n"),
        ),
        ("content/sources/report.md", &format!("---\ntitle: Second\nurl: {base}/good?source\n---\n")),
    ]);
    let (said, asked) = ask(&folder, &limits());
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].starts_with("content/page.md:5 "), "{said:?}");
    assert_eq!(asked.addresses, 3);
    let all = server.asked().join("\n");
    assert!(all.contains("/good?source") && !all.contains("secret"), "{all}");
    // With errors, and with drafts, nothing is asked at all.
    let before = server.asked().len();
    fs::write(folder.path().join("content/broken.md"), "---\ntitle: Broken\n---\n[[nobody]]\n").unwrap();
    let options = Options::at(Moment::parse("2026-01-01T00:00:00Z").unwrap());
    assert!(check(folder.path(), &options, &limits(), &mut |_, _| {}).unwrap().value.is_none());
    let ran = Command::new(env!("CARGO_BIN_EXE_dossier"))
        .args(["check", "--external", "--drafts"])
        .current_dir(folder.path())
        .env_clear()
        .output()
        .unwrap();
    assert_eq!(ran.status.code(), Some(2));
    assert_eq!(server.asked().len(), before);
}
