//! `cargo xtask`: the one command that builds, serves and tests.

use anyhow::{Result, bail};
use lexopt::prelude::*;
use std::process::ExitCode;
use xtask::site_build::{self, Profile};
use xtask::static_server::StaticServer;
use xtask::{bench, chores, fuzz, paths, stages, test_run};

const HELP: &str = "\
cargo xtask <chore>

  build [--release|--dev]             compile page and engine into dist/ (release when not said)
  serve [--release|--dev] [--port N]  build, then serve dist/ on 127.0.0.1 (port 8080 when not said)
  test [--only STAGE[,STAGE]] [--allow-missing]
                                      run every stage, or only those named and what they need
  bench [PAYMENTS…]                   time the engine beside programs in JavaScript (an idle machine, minutes)
  fuzz [--minutes N] [--seed N] [--only document|link|bill|edits]
                                      throw made-up inputs at the program (5 minutes when not said)
  pace                                time the built page in Chromium: an edit, a step through time (dist/ as it is)
  shots [ROUTE…]                      pictures of the built page into target/shots/ (dist/ as it is)
";

fn main() -> ExitCode {
    match chore() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn chore() -> Result<ExitCode> {
    let mut arguments = lexopt::Parser::from_env();
    let Some(first) = arguments.next()? else {
        print!("{HELP}");
        return Ok(ExitCode::FAILURE);
    };
    match first {
        Value(name) if name == "build" => build(arguments),
        Value(name) if name == "serve" => serve(arguments),
        Value(name) if name == "test" => test(arguments),
        Value(name) if name == "bench" => measure(arguments),
        Value(name) if name == "fuzz" => throw(arguments),
        Value(name) if name == "pace" => pace(),
        Value(name) if name == "shots" => shots(arguments),
        Value(name) if name == "help" => help(),
        Short('h') | Long("help") => help(),
        other => bail!("{}\n\n{HELP}", other.unexpected()),
    }
}

fn help() -> Result<ExitCode> {
    print!("{HELP}");
    Ok(ExitCode::SUCCESS)
}

fn build(mut arguments: lexopt::Parser) -> Result<ExitCode> {
    let mut profile = Profile::Release;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("release") => profile = Profile::Release,
            Long("dev") => profile = Profile::Dev,
            other => return Err(other.unexpected().into()),
        }
    }
    site_build::build(profile)?;
    Ok(ExitCode::SUCCESS)
}

fn serve(mut arguments: lexopt::Parser) -> Result<ExitCode> {
    let mut profile = Profile::Release;
    let mut port = 8080;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("release") => profile = Profile::Release,
            Long("dev") => profile = Profile::Dev,
            Long("port") => port = arguments.value()?.parse()?,
            other => return Err(other.unexpected().into()),
        }
    }
    site_build::build(profile)?;
    let server = chores::timed("start the server", || {
        StaticServer::start(&paths::dist(), port)
    })?;
    println!("serving dist/ at {}  (stop with Ctrl-C)", server.url());
    server.wait();
    Ok(ExitCode::SUCCESS)
}

fn test(mut arguments: lexopt::Parser) -> Result<ExitCode> {
    let mut choice = test_run::Choice::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("only") => {
                let names = arguments.value()?.string()?;
                choice.only.extend(names.split(',').map(str::to_owned));
            }
            Long("allow-missing") => choice.allow_missing = true,
            other => return Err(other.unexpected().into()),
        }
    }
    match test_run::run(&choice)? {
        true => Ok(ExitCode::SUCCESS),
        false => Ok(ExitCode::FAILURE),
    }
}

fn measure(mut arguments: lexopt::Parser) -> Result<ExitCode> {
    let mut sizes = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Value(size) => sizes.push(size.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    bench::run(&sizes)?;
    Ok(ExitCode::SUCCESS)
}

fn throw(mut arguments: lexopt::Parser) -> Result<ExitCode> {
    let mut wishes = fuzz::Wishes {
        minutes: 5,
        seed: 1,
        target: None,
    };
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("minutes") => wishes.minutes = arguments.value()?.parse()?,
            Long("seed") => wishes.seed = arguments.value()?.parse()?,
            Long("only") => wishes.target = Some(arguments.value()?.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    fuzz::run(&wishes)?;
    Ok(ExitCode::SUCCESS)
}

fn pace() -> Result<ExitCode> {
    stages::pace()?;
    Ok(ExitCode::SUCCESS)
}

fn shots(mut arguments: lexopt::Parser) -> Result<ExitCode> {
    let mut routes = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Value(route) => routes.push(route.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    stages::shots(&routes)?;
    Ok(ExitCode::SUCCESS)
}
