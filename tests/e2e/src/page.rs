//! What a journey can do with the page: look, click, type, wait, download, open another tab.
//!
//! Every look waits for its subject. JavaScript goes through DevTools, which the page's content
//! security policy does not touch, so the policy stays on during all tests.

use anyhow::{Context, Result, anyhow, bail};
use fantoccini::Locator;
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::wd::WindowHandle;
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::browser::Browser;

/// How long anything may take before the journey fails; generous, for busy machines.
pub const PATIENCE: Duration = Duration::from_secs(20);

const POLL: Duration = Duration::from_millis(50);

/// Runs before any script of the page, so that no report is missed.
const COLLECT_CSP_REPORTS: &str = "
    window.__cspReports = [];
    document.addEventListener('securitypolicyviolation', (event) => {
        window.__cspReports.push(event.effectiveDirective + ' blocked ' + event.blockedURI
            + ' at ' + event.sourceFile + ':' + event.lineNumber + ' ' + event.sample);
    });";

/// The page in the current tab of one browser.
pub struct Page {
    pub browser: Browser,
    base_url: String,
}

impl Page {
    /// A page that is not open yet; `base_url` ends in a slash.
    pub async fn new(browser: Browser, base_url: &str) -> Result<Page> {
        let page = Page {
            browser,
            base_url: base_url.to_owned(),
        };
        page.collect_csp_reports().await?;
        Ok(page)
    }

    /// Opens an address below the site's root: `""`, `"?lang=en"`, `"#/play"`.
    pub async fn goto(&self, address: &str) -> Result<()> {
        let url = format!("{}{address}", self.base_url);
        self.browser
            .client
            .goto(&url)
            .await
            .with_context(|| format!("cannot open {url}"))
    }

    /// Has a script run before those of every page that is opened from now on in this tab.
    pub async fn before_scripts(&self, script: &str) -> Result<()> {
        let parameters = json!({ "source": script });
        self.browser
            .devtools("Page.addScriptToEvaluateOnNewDocument", parameters)
            .await?;
        Ok(())
    }

    /// Loads the page again, as a visitor would.
    pub async fn reload(&self) -> Result<()> {
        Ok(self.browser.client.refresh().await?)
    }

    /// The whole address in the address bar.
    pub async fn address(&self) -> Result<String> {
        Ok(self.browser.client.current_url().await?.into())
    }

    /// Waits until the page shows something and no longer says that it is busy.
    ///
    /// What `index.html` shows before the program starts has to say `aria-busy="true"` for this.
    pub async fn settled(&self) -> Result<()> {
        self.wait_for(
            "document.readyState === 'complete' && document.querySelector('h1')?.textContent.trim() \
             && !document.querySelector('[aria-busy=true]')",
            PATIENCE,
        )
        .await
    }

    /// The value of a JavaScript expression; a promise is awaited.
    pub async fn js(&self, expression: &str) -> Result<Value> {
        let answer = self
            .browser
            .devtools(
                "Runtime.evaluate",
                json!({
                    "expression": expression,
                    "awaitPromise": true,
                    "returnByValue": true,
                    "userGesture": true,
                }),
            )
            .await?;
        if let Some(problem) = answer.get("exceptionDetails") {
            let text = problem
                .pointer("/exception/description")
                .unwrap_or(problem)
                .to_string();
            bail!("JavaScript failed: {text}");
        }
        Ok(answer
            .pointer("/result/value")
            .cloned()
            .unwrap_or(Value::Null))
    }

    /// Waits until a JavaScript expression is truthy.
    pub async fn wait_for(&self, predicate: &str, patience: Duration) -> Result<()> {
        let question = format!("Boolean({predicate})");
        let deadline = Instant::now() + patience;
        loop {
            // A page that is just being replaced cannot answer; the next look will tell.
            let last = self.js(&question).await;
            match &last {
                Ok(Value::Bool(true)) => return Ok(()),
                _ if Instant::now() < deadline => tokio::time::sleep(POLL).await,
                Ok(_) => bail!("still not true after {patience:?}: {predicate}"),
                Err(error) => bail!("after {patience:?}: {predicate}: {error:#}"),
            }
        }
    }

    /// Waits until an element is there and visible, and hands it over.
    pub async fn element(&self, css: &str) -> Result<Element> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Ok(element) = self.browser.client.find(Locator::Css(css)).await
                && element.is_displayed().await.unwrap_or(false)
            {
                return Ok(element);
            }
            if Instant::now() >= deadline {
                bail!("{css} did not appear within {PATIENCE:?}");
            }
            tokio::time::sleep(POLL).await;
        }
    }

    /// Waits until no element matches.
    pub async fn wait_gone(&self, css: &str) -> Result<()> {
        let quoted = Value::from(css);
        self.wait_for(&format!("!document.querySelector({quoted})"), PATIENCE)
            .await
    }

    /// How many elements match now.
    pub async fn count(&self, css: &str) -> Result<usize> {
        Ok(self.browser.client.find_all(Locator::Css(css)).await?.len())
    }

    /// Clicks with the mouse; tries again when the page redraws the element under the pointer.
    pub async fn click(&self, css: &str) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.element(css).await?.click().await {
                Ok(()) => return Ok(()),
                Err(error) if Instant::now() >= deadline => {
                    return Err(error).with_context(|| format!("cannot click {css}"));
                }
                Err(_) => tokio::time::sleep(POLL).await,
            }
        }
    }

    /// The visible text of an element.
    pub async fn text(&self, css: &str) -> Result<String> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.element(css).await?.text().await {
                Ok(text) => return Ok(text),
                Err(error) if Instant::now() >= deadline => {
                    return Err(error).with_context(|| format!("cannot read {css}"));
                }
                Err(_) => tokio::time::sleep(POLL).await,
            }
        }
    }

    /// Waits until the visible text of an element contains `wanted`.
    pub async fn wait_for_text(&self, css: &str, wanted: &str) -> Result<()> {
        let (css, wanted) = (Value::from(css), Value::from(wanted));
        self.wait_for(
            &format!("document.querySelector({css})?.innerText.includes({wanted})"),
            PATIENCE,
        )
        .await
    }

    /// Replaces the content of a field by typing, then leaves the field.
    pub async fn fill(&self, css: &str, text: &str) -> Result<()> {
        let field = self.element(css).await?;
        field.click().await?;
        let select_all = format!("{}a{}", char::from(Key::Control), char::from(Key::Null));
        field.send_keys(&select_all).await?;
        field
            .send_keys(&char::from(Key::Delete).to_string())
            .await?;
        field.send_keys(text).await?;
        field.send_keys(&char::from(Key::Tab).to_string()).await?;
        Ok(())
    }

    /// Types keys into whatever has the focus.
    pub async fn press(&self, keys: &str) -> Result<()> {
        let focused = self.browser.client.active_element().await?;
        Ok(focused.send_keys(keys).await?)
    }

    /// Puts a file into a file field, as the browser's own dialog would.
    pub async fn choose_file(&self, css: &str, file: &Path) -> Result<()> {
        let field = self.browser.client.wait().for_element(Locator::Css(css));
        let name = file.to_str().context("a path in UTF-8")?;
        Ok(field.await?.send_keys(name).await?)
    }

    /// Chooses an entry of a `<select>` by its value.
    pub async fn select(&self, css: &str, value: &str) -> Result<()> {
        Ok(self.element(css).await?.select_by_value(value).await?)
    }

    /// Clicks something that downloads a file, and hands over the file's name and content.
    pub async fn download(&self, css: &str) -> Result<(String, Vec<u8>)> {
        let directory = self.browser.downloads();
        let before = listed(&directory)?;
        self.click(css).await?;
        let deadline = Instant::now() + PATIENCE;
        while Instant::now() < deadline {
            let arrived = listed(&directory)?
                .into_iter()
                .find(|name| !before.contains(name) && !name.ends_with(".crdownload"));
            // Chromium reserves the final name with an empty file before the content is there.
            if let Some(name) = arrived {
                let content = std::fs::read(directory.join(&name))?;
                if !content.is_empty() {
                    return Ok((name, content));
                }
            }
            tokio::time::sleep(POLL).await;
        }
        bail!("{css} downloaded nothing within {PATIENCE:?}")
    }

    /// Ends the process that draws the page, as running out of memory does, and opens the same address in a new tab.
    pub async fn crash_and_reopen(&self) -> Result<()> {
        let address = self.js("location.href").await?;
        let address = address.as_str().context("no address")?.to_owned();
        let dead = self.browser.client.window().await?;
        // Another tab first: a session whose only tab is dead takes no more commands.
        let new = self.browser.client.new_window(true).await?;
        self.browser.client.switch_to_window(dead).await?;
        // The command is answered by nobody: whom it is for is dead.
        let crash = self.browser.devtools("Page.crash", json!({}));
        tokio::time::timeout(Duration::from_secs(2), crash)
            .await
            .ok();
        self.browser.client.switch_to_window(new.handle).await?;
        self.collect_csp_reports().await?;
        Ok(self.browser.client.goto(&address).await?)
    }

    /// Opens an address of the site in a new tab and goes there; returns the tab left behind.
    pub async fn new_tab(&self, address: &str) -> Result<WindowHandle> {
        let old = self.browser.client.window().await?;
        let new = self.browser.client.new_window(true).await?;
        self.browser.client.switch_to_window(new.handle).await?;
        self.collect_csp_reports().await?;
        self.goto(address).await?;
        Ok(old)
    }

    /// Goes to another tab.
    pub async fn switch_to(&self, tab: WindowHandle) -> Result<()> {
        Ok(self.browser.client.switch_to_window(tab).await?)
    }

    /// Keeps a picture of what is visible.
    pub async fn screenshot(&self, file: &Path) -> Result<()> {
        let picture = self
            .browser
            .devtools("Page.captureScreenshot", json!({ "format": "png" }))
            .await?;
        let data = picture
            .get("data")
            .and_then(Value::as_str)
            .ok_or_else(|| anyhow!("the browser sent no picture"))?;
        use base64::Engine;
        let bytes = base64::engine::general_purpose::STANDARD.decode(data)?;
        std::fs::write(file, bytes).with_context(|| format!("cannot write {}", file.display()))
    }

    /// The page's HTML as it is now, drawn by scripts.
    pub async fn html(&self) -> Result<String> {
        Ok(self.browser.client.source().await?)
    }

    async fn collect_csp_reports(&self) -> Result<()> {
        self.browser
            .devtools(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": COLLECT_CSP_REPORTS }),
            )
            .await?;
        Ok(())
    }
}

fn listed(directory: &Path) -> Result<Vec<String>> {
    std::fs::read_dir(directory)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect()
}
