//! Everything that is read and said: files, standard input and output, complaints in words or as JSON.

use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::path::Path;

use super::delivery::Unwritten;

use daycut::facade::{self, ExportError, Fault, Lang, Notice, Problem, Text};
use serde::Serialize;

/// More than any file that the reader takes; the reader says the exact limit.
const BYTES_MAX: u64 = 64 * 1024 * 1024;

/// How a command ended.
#[derive(Clone, Copy)]
pub enum Ending {
    /// All is well.
    Good,
    /// Problems, or a failed expectation, or nothing to give.
    Wrong,
    /// Misuse, or a file that cannot be read, or none that can be written there.
    Misused,
    /// A bug of ours.
    Broken,
    /// The disk failed or is full; what stood there before still does.
    Unwritten,
}

/// Why there is no answer.
pub enum Complaint {
    /// What is wrong with a scenario, link or bill.
    Problems(Vec<Problem>),
    /// What is wrong with one of two scenarios that are compared: A or B.
    Side(&'static str, Box<Complaint>),
    /// There is no such file.
    NoExport(ExportError),
    /// What was asked for does not exist.
    Nothing(String),
    /// A file cannot be read or written, or the command makes no sense.
    Misused(String),
    /// The disk failed or is full.
    Unwritten(Unwritten),
    /// Whoever listened has gone.
    Unheard,
    /// A bug of ours.
    Broken(Fault),
}

impl Complaint {
    /// The same complaint about one of two scenarios: A or B.
    pub fn on(side: &'static str) -> impl Fn(Complaint) -> Complaint {
        move |complaint| Complaint::Side(side, Box::new(complaint))
    }
}

impl From<Vec<Problem>> for Complaint {
    fn from(problems: Vec<Problem>) -> Complaint {
        Complaint::Problems(problems)
    }
}

impl From<Fault> for Complaint {
    fn from(fault: Fault) -> Complaint {
        Complaint::Broken(fault)
    }
}

impl From<ExportError> for Complaint {
    fn from(error: ExportError) -> Complaint {
        match error {
            ExportError::Broken { fault } => Complaint::Broken(fault),
            other => Complaint::NoExport(other),
        }
    }
}

/// How answers are given.
pub struct Speech {
    /// The language.
    pub lang: Lang,
    /// Whether in JSON.
    pub json: bool,
    /// Whether the way so far is told also where nobody sits at a terminal.
    pub progress: bool,
}

#[derive(Serialize)]
struct Told<'a, T> {
    error: &'static str,
    detail: &'a T,
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<&'static str>,
}

#[derive(Serialize)]
struct Noticed<'a> {
    notices: &'a [Notice],
}

impl Speech {
    /// Answers in a language, or in JSON.
    pub fn new(lang: Lang, json: bool, progress: bool) -> Speech {
        Speech {
            lang,
            json,
            progress,
        }
    }

    /// All sentences.
    pub fn text(&self) -> &'static Text {
        self.lang.text()
    }

    /// Says why there is no answer: in words on standard error, or as JSON on standard output.
    pub fn complain(&self, complaint: &Complaint) -> Ending {
        let Some((ending, words)) = self.words(complaint) else {
            return Ending::Good;
        };
        if self.json {
            // Whoever asked for JSON and has gone is not told again.
            let _ = self.say(&complaint_as_json(complaint, &words, None));
        } else {
            let _ = writeln!(std::io::stderr().lock(), "{words}");
        }
        ending
    }

    /// How a command ends with this complaint and what is said of it; nothing when nobody listens.
    fn words(&self, complaint: &Complaint) -> Option<(Ending, String)> {
        let text = self.text();
        Some(match complaint {
            Complaint::Problems(problems) => {
                let located = problems.iter().map(|one| text.problems.located(one));
                (Ending::Wrong, located.collect::<Vec<_>>().join("\n"))
            }
            Complaint::NoExport(error) => (Ending::Wrong, (text.terminal.no_export)(error)),
            Complaint::Nothing(words) => (Ending::Wrong, words.clone()),
            Complaint::Misused(words) => (Ending::Misused, words.clone()),
            Complaint::Side(side, complaint) => {
                let (ending, words) = self.words(complaint)?;
                let lines = words
                    .lines()
                    .map(|line| (text.terminal.on_side)(side, line));
                (ending, lines.collect::<Vec<_>>().join("\n"))
            }
            Complaint::Unwritten(one) => (Ending::Unwritten, one.text.clone()),
            Complaint::Unheard => return None,
            Complaint::Broken(fault) => {
                let fault = facade::json(fault);
                (Ending::Broken, (text.terminal.broken)(&fault))
            }
        })
    }

    /// Says notices beside the answer, on standard error: they change nothing of it.
    pub fn notice(&self, notices: &[Notice]) {
        let lines: Vec<String> = match self.json {
            true if notices.is_empty() => Vec::new(),
            true => vec![facade::json(&Noticed { notices })],
            false => {
                let told = notices.iter().map(|one| self.text().notices.told(one));
                told.collect()
            }
        };
        for line in lines {
            // Whoever has closed standard error wants none.
            let _ = writeln!(std::io::stderr().lock(), "{line}");
        }
    }

    /// Says a line on standard output.
    pub fn say(&self, line: &str) -> Result<(), Complaint> {
        self.write_out(format!("{line}\n").as_bytes())
    }

    /// Writes bytes to standard output.
    pub fn write_out(&self, bytes: &[u8]) -> Result<(), Complaint> {
        let mut out = std::io::stdout().lock();
        match out.write_all(bytes).and_then(|()| out.flush()) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(Complaint::Unheard),
            Err(error) => Err(self.unwritable("-", &error)),
        }
    }

    /// Reads a file; `-` is standard input.
    pub fn read(&self, path: &Path) -> Result<Vec<u8>, Complaint> {
        let mut bytes = Vec::new();
        let read = if is_stream(path) {
            std::io::stdin()
                .lock()
                .take(BYTES_MAX)
                .read_to_end(&mut bytes)
        } else {
            File::open(path).and_then(|file| file.take(BYTES_MAX).read_to_end(&mut bytes))
        };
        match read {
            Ok(_) => Ok(bytes),
            Err(error) => {
                let text = self.text().terminal;
                let name = path.display().to_string();
                let words = (text.unreadable)(&name, &text.reason(&error));
                Err(Complaint::Misused(words))
            }
        }
    }

    /// Reads a text file; `-` is standard input.
    pub fn read_text(&self, path: &Path) -> Result<String, Complaint> {
        let bytes = self.read(path)?;
        let text = String::from_utf8(bytes);
        text.map_err(|_| {
            let name = path.display().to_string();
            Complaint::Misused((self.text().terminal.not_a_text)(&name))
        })
    }
}

/// `-` is standard input or output.
pub fn is_stream(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn complaint_as_json(complaint: &Complaint, words: &str, side: Option<&'static str>) -> String {
    match complaint {
        Complaint::Problems(problems) => told("problems", problems, side),
        Complaint::Side(side, complaint) => complaint_as_json(complaint, words, Some(side)),
        Complaint::NoExport(error) => told("no-export", error, side),
        Complaint::Nothing(_) => told("nothing", &words, side),
        Complaint::Unwritten(one) => told("unwritten", one, side),
        Complaint::Misused(_) | Complaint::Unheard => told("misused", &words, side),
        Complaint::Broken(fault) => told("fault", fault, side),
    }
}

fn told<T: Serialize>(error: &'static str, detail: &T, side: Option<&'static str>) -> String {
    facade::json(&Told {
        error,
        detail,
        side,
    })
}
