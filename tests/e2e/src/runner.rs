//! Runs the journeys, two at a time and each in a browser of its own, and counts.

use anyhow::{Context, Result, bail};
use std::cell::{Cell, RefCell};
use std::path::Path;
use std::time::Instant;
use xtask::paths;
use xtask::static_server::StaticServer;

use crate::browser::Browser;
use crate::chromedriver::Chromedriver;
use crate::journeys::{ALL, Journey, Scene};
use crate::page::Page;

/// Whether every chosen journey arrived.
pub async fn run(axe: &Path, names: &[String]) -> Result<bool> {
    let axe = std::fs::read_to_string(axe)
        .with_context(|| format!("cannot read axe-core from {}", axe.display()))?;
    let chosen = chosen(names)?;
    let server = StaticServer::start(&paths::dist(), 0)?;
    let driver = Chromedriver::start().await?;
    let waiting = RefCell::new(chosen.iter());
    let failed = Cell::new(0);
    // A journey waits more than it computes, so a second one travels meanwhile.
    let one_after_another = async || {
        loop {
            let next = waiting.borrow_mut().next();
            let Some(journey) = next else { return };
            let started = Instant::now();
            let outcome = travel(journey, &driver, &server.url(), &axe).await;
            if !arrived(journey, started, outcome) {
                failed.set(failed.get() + 1);
            }
        }
    };
    tokio::join!(one_after_another(), one_after_another());
    let failed = failed.get();
    println!(
        "{} journeys arrived, {failed} failed",
        chosen.len() - failed
    );
    Ok(failed == 0)
}

/// Says how a journey ended; whether it arrived.
fn arrived(journey: &Journey, started: Instant, outcome: Result<()>) -> bool {
    let seconds = started.elapsed().as_secs_f64();
    match outcome {
        Ok(()) => {
            println!("journey {:<24} ok     {seconds:>6.1} s", journey.name);
            true
        }
        Err(error) => {
            println!("journey {:<24} FAILED {seconds:>6.1} s", journey.name);
            println!("  {error:#}");
            false
        }
    }
}

fn chosen(names: &[String]) -> Result<Vec<&'static Journey>> {
    if names.is_empty() {
        return Ok(ALL.iter().collect());
    }
    let known = || ALL.iter().map(|journey| journey.name);
    names
        .iter()
        .map(|name| {
            ALL.iter()
                .find(|journey| journey.name == name)
                .with_context(|| {
                    format!(
                        "no journey {name}: {}",
                        known().collect::<Vec<_>>().join(", ")
                    )
                })
        })
        .collect()
}

async fn travel(journey: &Journey, driver: &Chromedriver, site: &str, axe: &str) -> Result<()> {
    let browser = Browser::open(driver.url()).await?;
    let page = Page::new(browser, site).await?;
    let scene = Scene { page: &page, axe };
    let outcome = match (journey.run)(&scene).await {
        Ok(()) => page.assert_quiet().await.context("at the end"),
        Err(error) => Err(error),
    };
    if outcome.is_err() {
        keep_evidence(&page, journey.name).await;
    }
    page.browser.close().await;
    outcome
}

/// Saves what the page looked like; a journey's own error matters more than one met here.
async fn keep_evidence(page: &Page, name: &str) {
    if let Err(error) = evidence(page, name).await {
        println!("  no evidence of {name} could be kept: {error:#}");
    }
}

async fn evidence(page: &Page, name: &str) -> Result<()> {
    let directory = paths::target().join("e2e");
    std::fs::create_dir_all(&directory)?;
    let picture = directory.join(format!("{name}.png"));
    page.screenshot(&picture).await?;
    std::fs::write(directory.join(format!("{name}.html")), page.html().await?)?;
    for entry in page.browser.log_entries().await? {
        println!("  console: {entry}");
    }
    if !picture.exists() {
        bail!("the picture is missing");
    }
    println!("  picture and page: target/e2e/{name}.png, .html");
    Ok(())
}
