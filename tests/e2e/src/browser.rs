//! One Chromium with a fresh profile, and the commands that plain WebDriver does not have.

use anyhow::{Context, Result};
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

static PROFILES: AtomicU32 = AtomicU32::new(0);

/// A browser session; its profile and downloads vanish with it.
pub struct Browser {
    pub client: Client,
    directory: PathBuf,
}

impl Browser {
    pub async fn open(driver_url: &str) -> Result<Browser> {
        let number = PROFILES.fetch_add(1, Ordering::Relaxed);
        let directory =
            std::env::temp_dir().join(format!("daycut-e2e-{}-{number}", std::process::id()));
        std::fs::create_dir_all(directory.join("downloads"))?;
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(&directory))
            .connect(driver_url)
            .await
            .context("cannot open Chromium")?;
        let browser = Browser { client, directory };
        browser
            .devtools(
                "Browser.setDownloadBehavior",
                json!({ "behavior": "allow", "downloadPath": browser.downloads() }),
            )
            .await?;
        Ok(browser)
    }

    /// Where this browser puts its downloads.
    pub fn downloads(&self) -> PathBuf {
        self.directory.join("downloads")
    }

    /// A Chrome DevTools command, sent to the current tab.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Result<Value> {
        let command = Vendor {
            path: "goog/cdp/execute",
            body: json!({ "cmd": method, "params": parameters }),
        };
        self.client
            .issue_cmd(command)
            .await
            .with_context(|| format!("the browser refused {method}"))
    }

    /// Console entries of all levels since the last call.
    pub async fn log_entries(&self) -> Result<Vec<Value>> {
        let command = Vendor {
            path: "se/log",
            body: json!({ "type": "browser" }),
        };
        let entries = self.client.issue_cmd(command).await?;
        Ok(entries.as_array().cloned().unwrap_or_default())
    }

    pub async fn close(self) {
        // A browser that is already gone is as closed as we want it.
        self.client.clone().close().await.ok();
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.directory).ok();
    }
}

fn capabilities(directory: &Path) -> Capabilities {
    let profile = directory.join("profile");
    let mut flags: Vec<String> = [
        "--headless",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--lang=zh-CN",
        "--window-size=1280,720",
    ]
    .map(String::from)
    .to_vec();
    flags.push(format!("--user-data-dir={}", profile.display()));
    if is_root() {
        flags.push("--no-sandbox".to_owned());
    }
    let wanted = json!({
        "browserName": "chrome",
        "goog:chromeOptions": {
            "args": flags,
            "prefs": { "intl.accept_languages": "zh-CN,zh" },
        },
        "goog:loggingPrefs": { "browser": "ALL" },
        "unhandledPromptBehavior": "dismiss and notify",
    });
    match wanted {
        Value::Object(capabilities) => capabilities.into_iter().collect(),
        _ => Capabilities::new(),
    }
}

/// Chromium's sandbox refuses to run as root, as in most containers.
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

/// A command of chromedriver's own, below the session's address.
#[derive(Debug)]
struct Vendor {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Vendor {
    fn endpoint(
        &self,
        base_url: &url::Url,
        session_id: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        let session = session_id.unwrap_or_default();
        base_url.join(&format!("session/{session}/{}", self.path))
    }

    fn method_and_body(&self, _request_url: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
