//! A command that cannot be understood: what was wrong with it, in the language and form that it asks for itself.

use std::error::Error as _;
use std::ffi::OsString;
use std::fmt;
use std::io::Write;

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use daycut::facade::{Lang, Misuse};

use super::arguments::Arguments;
use super::speech::{Complaint, Speech};

/// Why an argument cannot be read, in both languages: arguments are read before the language is known.
#[derive(Clone, Debug)]
pub struct Unread {
    /// 中文.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Unread {
    /// Both sentences.
    pub fn of(zh: &str, en: &str) -> Unread {
        Unread {
            zh: zh.to_owned(),
            en: en.to_owned(),
        }
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.en)
    }
}

impl std::error::Error for Unread {}

/// Says what is wrong with the command, or what was asked about commands. The exit code.
pub fn tell(error: &clap::Error) -> u8 {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        // Whoever asked and has gone is not told again.
        let _ = error.print();
        return 0;
    }
    let words: Vec<OsString> = std::env::args_os().skip(1).collect();
    let speech = asked_for(&words);
    let misuse = misuse(error, &words, speech.lang);
    if let (Misuse::NoCommand(_), false, Lang::En) = (&misuse, speech.json, speech.lang) {
        let _ = error.print();
        return 2;
    }
    let told = (speech.text().terminal.misuse)(&misuse);
    speech.complain(&Complaint::Misused(told));
    if !speech.json {
        let usage = text_of(error, ContextKind::Usage);
        let usage = usage.trim_start_matches("Usage:").trim();
        let hint = (speech.text().terminal.usage)(usage);
        let _ = writeln!(std::io::stderr().lock(), "{hint}");
    }
    2
}

/// The language and form that a command asks for, as far as it can be read.
fn asked_for(words: &[OsString]) -> Speech {
    let mut lang = Lang::En;
    let mut json = false;
    let mut behind = "";
    for word in words.iter().map(|word| word.to_str().unwrap_or_default()) {
        let named = word.strip_prefix("--lang=").unwrap_or(match behind {
            "--lang" => word,
            _ => "",
        });
        match named {
            "zh" => lang = Lang::ZhCn,
            "en" => lang = Lang::En,
            _ => {}
        }
        json |= word == "--json";
        behind = word;
    }
    Speech::new(lang, json, false)
}

fn misuse(error: &clap::Error, words: &[OsString], lang: Lang) -> Misuse {
    let argument = || bare(&text_of(error, ContextKind::InvalidArg));
    let found = || text_of(error, ContextKind::InvalidValue);
    let allowed = || list_of(error, ContextKind::ValidValue);
    match error.kind() {
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            Misuse::NoCommand(commands(words))
        }
        ErrorKind::InvalidSubcommand => {
            let meant = list_of(error, ContextKind::SuggestedSubcommand);
            let found = text_of(error, ContextKind::InvalidSubcommand);
            Misuse::UnknownCommand(
                found,
                if meant.is_empty() {
                    commands(words)
                } else {
                    meant
                },
            )
        }
        ErrorKind::UnknownArgument => {
            let meant = list_of(error, ContextKind::SuggestedArg);
            let found = text_of(error, ContextKind::InvalidArg);
            Misuse::UnknownArgument(found, meant.into_iter().next())
        }
        ErrorKind::MissingRequiredArgument => {
            Misuse::Missing(list_of(error, ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue if found().is_empty() => Misuse::NoValue(argument(), allowed()),
        ErrorKind::InvalidValue => Misuse::NotOnTheList(argument(), found(), allowed()),
        ErrorKind::ValueValidation => {
            let source = error.source();
            let why = source.map(|source| match source.downcast_ref::<Unread>() {
                Some(unread) if lang == Lang::ZhCn => unread.zh.clone(),
                _ => source.to_string(),
            });
            Misuse::Unreadable(argument(), found(), why.unwrap_or_default())
        }
        ErrorKind::ArgumentConflict => {
            let others = list_of(error, ContextKind::PriorArg);
            match others.is_empty() || others == [text_of(error, ContextKind::InvalidArg)] {
                true => Misuse::Times(argument()),
                false => Misuse::Conflict(argument(), others.iter().map(|one| bare(one)).collect()),
            }
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            Misuse::Times(argument())
        }
        ErrorKind::InvalidUtf8 => Misuse::NotText,
        _ => Misuse::Other(error.to_string().trim().to_owned()),
    }
}

/// The commands that there are behind those that were named.
fn commands(words: &[OsString]) -> Vec<String> {
    let mut place = Arguments::command();
    for word in words {
        if let Some(below) = place.find_subcommand(word) {
            place = below.clone();
        }
    }
    let below = place.get_subcommands();
    below.map(|one| one.get_name().to_owned()).collect()
}

/// `--lang <LANG>` as it is typed: `--lang`.
fn bare(argument: &str) -> String {
    let end = argument.find(" <").filter(|_| argument.starts_with('-'));
    let end = end.unwrap_or(argument.len());
    argument.get(..end).unwrap_or(argument).to_owned()
}

fn text_of(error: &clap::Error, kind: ContextKind) -> String {
    list_of(error, kind).into_iter().next().unwrap_or_default()
}

fn list_of(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(all)) => all.clone(),
        Some(ContextValue::StyledStr(one)) => vec![one.to_string()],
        Some(ContextValue::StyledStrs(all)) => all.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}
