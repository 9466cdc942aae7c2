//! A small static server for `dist/`, on this machine only.
//!
//! It sends the headers that a page cannot give itself (`frame-ancestors`, `nosniff`), so what is
//! tested here is what a careful host would serve. The rest of the policy is in the page.

use anyhow::{Context, Result, anyhow};
use std::fs::File;
use std::net::SocketAddr;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;
use tiny_http::{Header, Method, Request, Response, Server};

/// Enough for a browser that opens several connections at once.
const WORKERS: usize = 4;

/// How many ports are tried after the one asked for.
const PORTS_TRIED: u16 = 50;

/// A running server; dropping it stops it.
pub struct StaticServer {
    server: Arc<Server>,
    workers: Vec<JoinHandle<()>>,
    address: SocketAddr,
}

impl StaticServer {
    /// Serves `directory` on 127.0.0.1; port 0 takes any free port, another falls to the next free one.
    pub fn start(directory: &Path, port: u16) -> Result<StaticServer> {
        let directory = directory
            .canonicalize()
            .with_context(|| format!("{} does not exist: build first", directory.display()))?;
        let server = Arc::new(listen(port)?);
        let address = server
            .server_addr()
            .to_ip()
            .ok_or_else(|| anyhow!("the server has no address"))?;
        let workers = (0..WORKERS)
            .map(|_| {
                let (server, directory) = (Arc::clone(&server), directory.clone());
                std::thread::spawn(move || {
                    for request in server.incoming_requests() {
                        answer(request, &directory);
                    }
                })
            })
            .collect();
        Ok(StaticServer {
            server,
            workers,
            address,
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
        for worker in self.workers.drain(..) {
            // A worker that panicked has said so itself.
            worker.join().ok();
        }
    }
}

impl Drop for StaticServer {
    fn drop(&mut self) {
        for _ in 0..WORKERS {
            self.server.unblock();
        }
    }
}

fn listen(port: u16) -> Result<Server> {
    let last = if port == 0 {
        0
    } else {
        port.saturating_add(PORTS_TRIED)
    };
    let mut refusal = String::new();
    for candidate in port..=last {
        match Server::http(("127.0.0.1", candidate)) {
            Ok(server) => {
                if candidate != port {
                    println!("port {port} is taken: using {candidate}");
                }
                return Ok(server);
            }
            Err(error) => refusal = error.to_string(),
        }
    }
    Err(anyhow!("no free port from {port} to {last}: {refusal}"))
}

fn answer(request: Request, directory: &Path) {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return send(request, plain(405, "only GET and HEAD"));
    }
    let Some(path) = file_for(request.url(), directory) else {
        return send(request, plain(404, "not found"));
    };
    match File::open(&path) {
        Ok(file) => {
            let mut response = Response::from_file(file);
            response.add_header(header("Content-Type", content_type(&path)));
            send(request, with_safety_headers(response));
        }
        Err(_) => send(request, plain(404, "not found")),
    }
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

fn plain(status: u16, text: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    with_safety_headers(Response::from_string(text).with_status_code(status))
}

fn with_safety_headers<R: std::io::Read>(mut response: Response<R>) -> Response<R> {
    response.add_header(header("X-Content-Type-Options", "nosniff"));
    response.add_header(header("Content-Security-Policy", "frame-ancestors 'none'"));
    response.add_header(header("Referrer-Policy", "no-referrer"));
    // Whoever reloads wants the newest build.
    response.add_header(header("Cache-Control", "no-store"));
    response
}

fn header(name: &'static str, value: &'static str) -> Header {
    Header::from_bytes(name, value).unwrap_or_else(|()| unreachable!("{name} is a valid header"))
}

fn send<R: std::io::Read>(request: Request, response: Response<R>) {
    // A browser that went away before the answer is no fault of the server.
    request.respond(response).ok();
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
}
