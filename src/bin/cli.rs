//! The façade on a terminal: check a scenario, play it into files, explain its figures, compare it with
//! another, import a bill, ask a calendar.
//!
//! Exit codes: 0 all is well; 1 the scenario has problems, an expectation fails, or what was asked for does
//! not exist; 2 the command was misused, a file cannot be read, or none can be written there; 3 a bug of ours; 4 the
//! disk is full or fails.

#[path = "cli/arguments.rs"]
mod arguments;
#[path = "cli/calendar.rs"]
mod calendar;
#[path = "cli/columns.rs"]
mod columns;
#[path = "cli/compare.rs"]
mod compare;
#[path = "cli/delivery.rs"]
mod delivery;
#[path = "cli/disk/mod.rs"]
mod disk;
#[path = "cli/expectations.rs"]
mod expectations;
#[path = "cli/explain.rs"]
mod explain;
#[path = "cli/files.rs"]
mod files;
#[path = "cli/findings.rs"]
mod findings;
#[path = "cli/fixes.rs"]
mod fixes;
#[path = "cli/import.rs"]
mod import;
#[path = "cli/lesson.rs"]
mod lesson;
#[path = "cli/link.rs"]
mod link;
#[path = "cli/progress.rs"]
mod progress;
#[path = "cli/scenario.rs"]
mod scenario;
#[path = "cli/speech.rs"]
mod speech;
#[path = "cli/tree.rs"]
mod tree;
#[path = "cli/usage.rs"]
mod usage;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command, Import, Lesson, Link};
use speech::{Ending, Speech};

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return ExitCode::from(usage::tell(&error)),
    };
    let speech = Speech::new(arguments.lang.into(), arguments.json, arguments.progress);
    let ending = match obey(&arguments.command, &speech) {
        Ok(ending) => ending,
        Err(complaint) => speech.complain(&complaint),
    };
    ExitCode::from(match ending {
        Ending::Good => 0,
        Ending::Wrong => 1,
        Ending::Misused => 2,
        Ending::Broken => 3,
        Ending::Unwritten => 4,
    })
}

fn obey(command: &Command, speech: &Speech) -> Result<Ending, speech::Complaint> {
    match command {
        Command::Check { file } => scenario::check(file, speech),
        Command::Run(wanted) => files::run(wanted, speech),
        Command::Explain(wanted) => explain::explain(wanted, speech),
        Command::Findings(wanted) => findings::findings(wanted, speech),
        Command::Export(wanted) => files::export(wanted, speech),
        Command::Compare(sides) => compare::compare(sides, speech),
        Command::Diagram(drawn) => files::diagram(drawn, speech),
        Command::Report { file, out } => files::report(file, out, speech),
        Command::Import(Import::Preview { file }) => import::preview(file, speech),
        Command::Import(Import::WechatBill { file, out }) => import::wechat_bill(file, out, speech),
        Command::Due {
            cycle,
            date,
            calendar,
        } => calendar::due(*cycle, *date, calendar.name(), speech),
        Command::Calendar { calendar, from, to } => {
            calendar::days(calendar.name(), *from, *to, speech)
        }
        Command::Link(Link::Encode { file, other }) => link::encode(file, other.as_deref(), speech),
        Command::Link(Link::Decode { link, side }) => link::decode(link, *side, speech),
        Command::Lesson(Lesson::List) => lesson::list(speech),
        Command::Lesson(Lesson::Verify { file }) => lesson::verify(file, speech),
        Command::Lesson(Lesson::Code { codes }) => lesson::code(codes, speech),
        Command::Schema => scenario::schema(speech),
    }
}
