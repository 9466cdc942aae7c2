//! What must hold wherever a journey stops: a quiet console, an unhurt policy, no barrier.

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::page::Page;

/// Rules of the accessibility guidelines, and what the makers of axe recommend beyond them.
const AXE_RUN: &str = "axe.run(document, {
    runOnly: { type: 'tag',
        values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    resultTypes: ['violations'],
    preload: false,
}).then((results) => ({
    passes: results.passes.length,
    violations: results.violations.map((violation) => ({
        id: violation.id, impact: violation.impact, help: violation.help,
        nodes: violation.nodes.map((node) => node.target.join(' ') + ' | ' + node.html.slice(0, 200)
            + ' | ' + node.failureSummary.replace(/\\s+/g, ' ')),
    })),
}))";

impl Page {
    /// Console entries of level SEVERE since the last call.
    pub async fn console_errors(&self) -> Result<Vec<String>> {
        let entries = self.browser.log_entries().await?;
        Ok(entries
            .iter()
            .filter(|entry| entry.get("level").and_then(Value::as_str) == Some("SEVERE"))
            .filter_map(|entry| entry.get("message").and_then(Value::as_str))
            .map(str::to_owned)
            .collect())
    }

    /// What the content security policy blocked in the current document.
    pub async fn csp_reports(&self) -> Result<Vec<String>> {
        let reports = self.js("window.__cspReports").await?;
        let reports = reports
            .as_array()
            .context("nothing listened for policy reports")?;
        Ok(reports
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect())
    }

    /// Fails on any console error and any policy report.
    pub async fn assert_quiet(&self) -> Result<()> {
        let mut complaints = self.console_errors().await?;
        let reports = self.csp_reports().await?;
        complaints.extend(
            reports
                .iter()
                .map(|report| format!("content security policy: {report}")),
        );
        if !complaints.is_empty() {
            bail!("the page complained:\n    {}", complaints.join("\n    "));
        }
        Ok(())
    }

    /// Fails on any accessibility violation, naming each element; `axe` is the script's text.
    pub async fn assert_accessible(&self, axe: &str) -> Result<()> {
        if self.js("typeof axe").await? != "object" {
            self.js(&format!("{axe}\n;undefined")).await?;
        }
        let results = self.js(AXE_RUN).await?;
        let violations = results
            .get("violations")
            .and_then(Value::as_array)
            .context("axe gave no results")?;
        if results.get("passes").and_then(Value::as_u64) == Some(0) {
            bail!("axe checked nothing");
        }
        let lines: Vec<String> = violations.iter().flat_map(described).collect();
        if !lines.is_empty() {
            bail!(
                "{} accessibility violations:\n    {}",
                violations.len(),
                lines.join("\n    ")
            );
        }
        Ok(())
    }
}

fn described(violation: &Value) -> Vec<String> {
    let word = |key: &str| violation.get(key).and_then(Value::as_str).unwrap_or("?");
    let mut lines = vec![format!(
        "{} ({}): {}",
        word("id"),
        word("impact"),
        word("help")
    )];
    let nodes = violation.get("nodes").and_then(Value::as_array);
    lines.extend(
        nodes
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(|node| format!("  at {node}")),
    );
    lines
}
