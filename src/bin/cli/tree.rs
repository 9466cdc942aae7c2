//! A tree of sentences on a terminal: what a thing follows from is drawn below it.

/// A sentence and what belongs under it.
pub struct Tree {
    said: String,
    under: Vec<Tree>,
}

impl Tree {
    /// A sentence with nothing under it yet.
    pub fn of(said: impl Into<String>) -> Tree {
        Tree {
            said: said.into(),
            under: Vec::new(),
        }
    }

    /// Hangs a branch under the sentence.
    pub fn add(&mut self, branch: Tree) {
        self.under.push(branch);
    }

    /// All of it, a sentence a line.
    pub fn drawn(&self) -> String {
        let mut lines = vec![self.said.clone()];
        self.draw_under("", &mut lines);
        lines.join("\n")
    }

    fn draw_under(&self, before: &str, lines: &mut Vec<String>) {
        for (place, branch) in self.under.iter().enumerate() {
            let is_last = place.saturating_add(1) == self.under.len();
            let (mark, below) = if is_last {
                ("└─ ", "   ")
            } else {
                ("├─ ", "│  ")
            };
            lines.push(format!("{before}{mark}{}", branch.said));
            branch.draw_under(&format!("{before}{below}"), lines);
        }
    }
}
