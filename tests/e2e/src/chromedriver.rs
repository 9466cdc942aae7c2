//! The chromedriver process: started on a port of its own choice, ended with the test.

use anyhow::{Context, Result, bail};
use std::process::Stdio;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

const START_TIMEOUT: Duration = Duration::from_secs(30);

/// A running chromedriver; dropping it ends it.
pub struct Chromedriver {
    url: String,
    _process: Child,
    _output: Lines<BufReader<ChildStdout>>,
}

impl Chromedriver {
    pub async fn start() -> Result<Chromedriver> {
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .kill_on_drop(true)
            .spawn()
            .context(
                "cannot start chromedriver (Debian: apt-get install chromium chromium-driver)",
            )?;
        let output = process
            .stdout
            .take()
            .context("chromedriver has no output")?;
        let mut output = BufReader::new(output).lines();
        let port = tokio::time::timeout(START_TIMEOUT, announced_port(&mut output))
            .await
            .context("chromedriver did not say its port in time")??;
        Ok(Chromedriver {
            url: format!("http://127.0.0.1:{port}"),
            _process: process,
            // Kept open: a closed pipe would end the driver at its next line.
            _output: output,
        })
    }

    pub fn url(&self) -> &str {
        &self.url
    }
}

async fn announced_port(output: &mut Lines<BufReader<ChildStdout>>) -> Result<u16> {
    while let Some(line) = output.next_line().await? {
        if let Some((_, rest)) = line.split_once("started successfully on port ") {
            let digits = rest.trim_end_matches('.');
            return digits
                .parse()
                .with_context(|| format!("chromedriver announced the port {digits:?}"));
        }
    }
    bail!("chromedriver ended before it was ready")
}
