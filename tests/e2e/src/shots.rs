//! Pictures of the page at three sizes, in both schemes and both languages, for eyes to judge.

use anyhow::Result;
use serde_json::json;
use std::path::Path;
use std::time::Instant;
use xtask::paths;
use xtask::static_server::StaticServer;

use crate::browser::Browser;
use crate::chromedriver::Chromedriver;
use crate::page::Page;

/// Width and height in CSS pixels; the last one is a phone.
const VIEWPORTS: [(u32, u32); 3] = [(1440, 900), (1280, 720), (390, 844)];
const PHONE_WIDTH: u32 = 390;
const SCHEMES: [&str; 2] = ["light", "dark"];
const LANGUAGES: [(&str, &str); 2] = [("zh", ""), ("en", "?lang=en")];

/// What is shot when no route is named.
const ROUTES: [&str; 2] = ["#/", "#/play"];

pub async fn take(routes: &[String]) -> Result<()> {
    let routes: Vec<&str> = match routes {
        [] => ROUTES.to_vec(),
        named => named.iter().map(String::as_str).collect(),
    };
    let directory = paths::target().join("shots");
    std::fs::create_dir_all(&directory)?;
    let server = StaticServer::start(&paths::dist(), 0)?;
    let driver = Chromedriver::start().await?;
    let started = Instant::now();
    let mut taken = 0;
    for route in routes {
        for (language, query) in LANGUAGES {
            // A fresh browser for each, so that one picture's storage cannot colour the next.
            let browser = Browser::open(driver.url()).await?;
            let page = Page::new(browser, &server.url()).await?;
            let outcome = shoot(
                &page,
                &format!("{query}{route}"),
                &directory,
                &name(route, language),
            )
            .await;
            page.browser.close().await;
            taken += outcome?;
        }
    }
    println!(
        "{taken} pictures in target/shots/ ({:.1} s)",
        started.elapsed().as_secs_f64()
    );
    Ok(())
}

async fn shoot(page: &Page, address: &str, directory: &Path, name: &str) -> Result<usize> {
    let mut taken = 0;
    for (width, height) in VIEWPORTS {
        for scheme in SCHEMES {
            let phone = width == PHONE_WIDTH;
            page.browser
                .devtools(
                    "Emulation.setDeviceMetricsOverride",
                    json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone }),
                )
                .await?;
            page.browser
                .devtools(
                    "Emulation.setEmulatedMedia",
                    json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] }),
                )
                .await?;
            page.goto(address).await?;
            page.reload().await?;
            page.settled().await?;
            // Two frames, so that what was just drawn is also painted.
            page.js("document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))")
                .await?;
            let file = directory.join(format!("{name}-{width}x{height}-{scheme}.png"));
            page.screenshot(&file).await?;
            println!("  {}", file.display());
            taken += 1;
        }
    }
    Ok(taken)
}

/// A file name: `#/play` in English becomes `play-en`.
fn name(route: &str, language: &str) -> String {
    let words: String = route
        .chars()
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                '-'
            }
        })
        .collect();
    match words.trim_matches('-') {
        "" => format!("home-{language}"),
        words => format!("{words}-{language}"),
    }
}
