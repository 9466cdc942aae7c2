//! A small static server for `dist/`, on this machine only.
//!
//! It sends the headers that a page cannot give itself (`frame-ancestors`, `nosniff`), so what is
//! tested here is what a careful host would serve. The rest of the policy is in the page.
//!
//! Each connection has a thread and one answer: a browser opens connections ahead of need, and none of
//! them may keep another one waiting.

use anyhow::{Context, Result, anyhow};
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

/// How many ports are tried after the one asked for.
const PORTS_TRIED: u16 = 50;

/// Longest request line and headers that are read.
const HEAD_BYTES_MAX: u64 = 64 * 1024;

/// A connection that asks for nothing is closed after this.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running server; dropping it stops it.
pub struct StaticServer {
    address: SocketAddr,
    stopping: Arc<AtomicBool>,
    listener: Option<JoinHandle<()>>,
}

impl StaticServer {
    /// Serves `directory` on 127.0.0.1; port 0 takes any free port, another falls to the next free one.
    pub fn start(directory: &Path, port: u16) -> Result<StaticServer> {
        let directory: Arc<Path> = directory
            .canonicalize()
            .with_context(|| format!("{} does not exist: build first", directory.display()))?
            .into();
        let listener = listen(port)?;
        let address = listener.local_addr()?;
        let stopping = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&stopping);
        let listener = std::thread::spawn(move || {
            for connection in listener.incoming() {
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                // A connection that failed already has nobody to answer.
                let Ok(connection) = connection else { continue };
                let directory = Arc::clone(&directory);
                // A browser that went away before the answer is no fault of the server.
                std::thread::spawn(move || answer(&connection, &directory).ok());
            }
        });
        Ok(StaticServer {
            address,
            stopping,
            listener: Some(listener),
        })
    }

    /// The port that was free in the end.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The address to open.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port())
    }

    /// Waits for as long as the server runs.
    pub fn wait(mut self) {
        if let Some(listener) = self.listener.take() {
            // A listener that panicked has said so itself.
            listener.join().ok();
        }
    }
}

impl Drop for StaticServer {
    fn drop(&mut self) {
        self.stopping.store(true, Ordering::Relaxed);
        // Wakes the listener, which then sees that it is over.
        TcpStream::connect(self.address).ok();
    }
}

fn listen(port: u16) -> Result<TcpListener> {
    let last = if port == 0 {
        0
    } else {
        port.saturating_add(PORTS_TRIED)
    };
    let mut refusal = String::new();
    for candidate in port..=last {
        match TcpListener::bind(("127.0.0.1", candidate)) {
            Ok(listener) => {
                if candidate != port {
                    println!("port {port} is taken: using {candidate}");
                }
                return Ok(listener);
            }
            Err(error) => refusal = error.to_string(),
        }
    }
    Err(anyhow!("no free port from {port} to {last}: {refusal}"))
}

/// Reads one request, answers it, and lets the connection go.
fn answer(connection: &TcpStream, directory: &Path) -> std::io::Result<()> {
    connection.set_read_timeout(Some(PATIENCE))?;
    let Some((method, url)) = asked(connection)? else {
        return Ok(());
    };
    let with_body = match method.as_str() {
        "GET" => true,
        "HEAD" => false,
        _ => return say(connection, "405 Method Not Allowed", "only GET and HEAD"),
    };
    let opened = file_for(&url, directory).and_then(|path| Some((File::open(&path).ok()?, path)));
    let Some((mut file, path)) = opened else {
        return say(connection, "404 Not Found", "not found");
    };
    let length = file.metadata()?.len();
    let mut connection = connection;
    connection.write_all(head("200 OK", content_type(&path), length).as_bytes())?;
    if with_body {
        std::io::copy(&mut file, &mut connection)?;
    }
    Ok(())
}

/// Method and URL of a request; nothing when the browser only opened the connection.
fn asked(connection: &TcpStream) -> std::io::Result<Option<(String, String)>> {
    let mut lines = BufReader::new(connection.take(HEAD_BYTES_MAX)).lines();
    let Some(first) = lines.next().transpose()? else {
        return Ok(None);
    };
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = first.split(' ').map(str::to_owned);
    Ok(words.next().zip(words.next()))
}

fn say(mut connection: &TcpStream, status: &str, text: &str) -> std::io::Result<()> {
    let length = u64::try_from(text.len()).unwrap_or_default();
    let head = head(status, "text/plain; charset=utf-8", length);
    connection.write_all(format!("{head}{text}").as_bytes())
}

/// Status and headers. Whoever reloads wants the newest build, so nothing is kept.
fn head(status: &str, content_type: &str, length: u64) -> String {
    format!(
        "HTTP/1.1 {status}\r\n\
         Content-Type: {content_type}\r\n\
         Content-Length: {length}\r\n\
         Connection: close\r\n\
         Cache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\n\
         Content-Security-Policy: frame-ancestors 'none'\r\n\
         Referrer-Policy: no-referrer\r\n\r\n"
    )
}

/// The file that a URL means, or nothing when it is missing or would leave the directory.
fn file_for(url: &str, directory: &Path) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let decoded = percent_decoded(path)?;
    let relative = Path::new(decoded.trim_start_matches('/'));
    let stays_inside = relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    if !stays_inside {
        return None;
    }
    let mut file = directory.join(relative);
    if file.is_dir() {
        file.push("index.html");
    }
    // Canonical, so that a symbolic link cannot lead outside either.
    let file = file.canonicalize().ok()?;
    (file.is_file() && file.starts_with(directory)).then_some(file)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            let digits = std::str::from_utf8(&digits).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes)
        .ok()
        .filter(|text| !text.contains('\0'))
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json; charset=utf-8",
        Some("webmanifest") => "application/manifest+json; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt" | "md" | "ts") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn served(url: &str) -> Option<PathBuf> {
        let directory = paths_of_this_crate();
        file_for(url, &directory)
    }

    fn paths_of_this_crate() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .canonicalize()
            .unwrap()
    }

    #[test]
    fn a_file_is_found_whatever_the_query_and_the_escapes() {
        let expected = paths_of_this_crate().join("Cargo.toml");
        assert_eq!(served("/Cargo.toml"), Some(expected.clone()));
        assert_eq!(served("/Cargo.toml?lang=en"), Some(expected.clone()));
        assert_eq!(served("/Cargo%2Etoml"), Some(expected));
    }

    #[test]
    fn nothing_outside_the_directory_is_served() {
        for url in [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "//etc/passwd",
            "/src/../../Cargo.toml",
        ] {
            assert_eq!(served(url), None, "{url}");
        }
    }

    #[test]
    fn a_broken_escape_or_a_missing_file_is_not_found() {
        for url in ["/%", "/%zz", "/%00", "/%ff", "/absent.html", "/src/"] {
            assert_eq!(served(url), None, "{url}");
        }
    }

    fn got(server: &StaticServer, request: &str) -> String {
        let mut connection = TcpStream::connect(server.address).unwrap();
        connection.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn connections_that_ask_for_nothing_keep_nobody_waiting() {
        let server = StaticServer::start(&paths_of_this_crate(), 0).unwrap();
        let idle: Vec<_> = (0..20)
            .map(|_| TcpStream::connect(server.address).unwrap())
            .collect();
        let answer = got(&server, "GET /Cargo.toml HTTP/1.1\r\nHost: x\r\n\r\n");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"));
        assert!(answer.contains("nosniff") && answer.contains("[package]"));
        let bodiless = got(&server, "HEAD /Cargo.toml HTTP/1.1\r\n\r\n");
        assert!(bodiless.ends_with("\r\n\r\n"));
        assert!(got(&server, "POST / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405"));
        assert!(got(&server, "GET /absent HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404"));
        drop(idle);
    }
}
