//! The words around lessons: the list, the bet, the knobs, the checks. What a lesson says is in the lesson.

use crate::text::Lang;

/// Words around lessons.
#[derive(Debug)]
pub struct LearnText {
    /// Heading of the list.
    pub heading: &'static str,
    /// What one does in a lesson.
    pub intro: &'static str,
    /// While the engine is asked.
    pub fetching: &'static str,
    /// Minutes of a lesson.
    pub minutes: fn(u32) -> String,
    /// It was passed in this browser.
    pub passed: &'static str,
    /// How many were, of how many there are.
    pub progress: fn(usize, usize) -> String,
    /// Begins a lesson.
    pub begin: &'static str,
    /// Back to the list.
    pub all: &'static str,
    /// Heading of the question.
    pub asked: &'static str,
    /// Heading of the first step.
    pub bet: &'static str,
    /// The field of a bet in yuan.
    pub bet_field: &'static str,
    /// Places the bet.
    pub place_bet: &'static str,
    /// Goes on without a bet.
    pub no_bet: &'static str,
    /// It was the answer.
    pub bet_right: fn(&str) -> String,
    /// It was not: answer.
    pub bet_wrong: fn(&str) -> String,
    /// There was none: answer.
    pub bet_none: fn(&str) -> String,
    /// Heading of the second step.
    pub task: &'static str,
    /// Changes are played by themselves.
    pub by_itself: &'static str,
    /// Shows the next hint: which, of how many.
    pub hint: fn(usize, usize) -> String,
    /// Shows the solution.
    pub reveal: &'static str,
    /// Begins anew.
    pub restart: &'static str,
    /// What to do before there is anything to see.
    pub bet_first: &'static str,
    /// The picture and the time axis.
    pub run: &'static str,
    /// Heading of the checks: how many hold, how many there are.
    pub checks: fn(usize, usize) -> String,
    /// What came out.
    pub now: fn(&str) -> String,
    /// Heading of the word on a wrong idea.
    pub idea: &'static str,
    /// Heading of other numbers.
    pub variants: &'static str,
    /// What to do with them.
    pub variants_hint: &'static str,
    /// The lesson's own numbers.
    pub own_numbers: &'static str,
    /// Every check holds there.
    pub holds: &'static str,
    /// One does not.
    pub fails: &'static str,
    /// Heading of the three sentences.
    pub takeaway: &'static str,
    /// Heading of the hint for practice.
    pub practice: &'static str,
    /// Goes on with the scenario freely.
    pub sandbox: &'static str,
    /// Copies the link with what was bet and picked.
    pub copy_link: &'static str,
    /// The next lesson.
    pub next: &'static str,
    /// What whoever holds a class needs.
    pub trainer: &'static str,
    /// The clock for the projector.
    pub clock: &'static str,
    /// Lets it run.
    pub start: &'static str,
    /// Holds it.
    pub pause: &'static str,
    /// Winds it up again.
    pub wind: &'static str,
    /// It has run down.
    pub time_up: &'static str,
    /// Takes back what was passed, bet and picked in all lessons.
    pub forget: &'static str,
    /// What that means, before it is done.
    pub forget_means: &'static str,
    /// Does it.
    pub forget_all: &'static str,
}

impl Lang {
    /// Words around lessons. They stand beside the other words, because the gallery needs none of them.
    pub fn learn(self) -> &'static LearnText {
        match self {
            Lang::ZhCn => &ZH_CN,
            Lang::En => &EN,
        }
    }
}

/// 中文.
static ZH_CN: LearnText = LearnText {
    heading: "课程",
    intro: "每一课从一个真实的问题开始：先押注，再看推演，拨几个旋钮，直到每项检查都成立。",
    fetching: "正在准备课程…",
    minutes: |minutes| format!("约 {minutes} 分钟"),
    passed: "已通过",
    progress: |passed, all| format!("已通过 {passed}/{all}"),
    begin: "开始这一课",
    all: "全部课程",
    asked: "问题",
    bet: "① 先押注",
    bet_field: "押多少元",
    place_bet: "押",
    no_bet: "不押，直接看",
    bet_right: |answer| format!("押对了：{answer}"),
    bet_wrong: |answer| format!("没押对，答案是 {answer}"),
    bet_none: |answer| format!("没有押注，答案是 {answer}"),
    task: "② 改到每项检查都成立",
    by_itself: "改了就自动重算",
    hint: |place, all| format!("提示 {place}/{all}"),
    reveal: "看答案",
    restart: "重来",
    bet_first: "先在左边押注，再看推演。",
    run: "推演",
    checks: |held, all| format!("检查 {held}/{all}"),
    now: |found| format!("现在 {found}"),
    idea: "这个想法为什么不行",
    variants: "③ 换一组数再试",
    variants_hint: "同样的选择，换了数还成立吗？点一组看推演。",
    own_numbers: "本课的数",
    holds: "成立",
    fails: "不成立",
    takeaway: "三句话带走",
    practice: "实务提醒",
    sandbox: "在完整沙盘里打开",
    copy_link: "复制链接",
    next: "下一课",
    trainer: "讲师",
    clock: "倒计时",
    start: "开始",
    pause: "暂停",
    wind: "重新计时",
    time_up: "时间到",
    forget: "清空全部进度…",
    forget_means: "这个浏览器里所有课程的押注、选择、通过记录和名字都会清空，不能撤销。沙盘里的作品不受影响。",
    forget_all: "清空",
};

/// English.
static EN: LearnText = LearnText {
    heading: "Lessons",
    intro: "Each lesson begins with a real question: bet first, see the run, then turn a few knobs until every check holds.",
    fetching: "Preparing the lessons…",
    minutes: |minutes| format!("about {minutes} minutes"),
    passed: "Passed",
    progress: |passed, all| format!("{passed} of {all} passed"),
    begin: "Take this lesson",
    all: "All lessons",
    asked: "The question",
    bet: "① Bet first",
    bet_field: "Your bet in yuan",
    place_bet: "Bet",
    no_bet: "No bet, show me",
    bet_right: |answer| format!("Right: {answer}"),
    bet_wrong: |answer| format!("Not quite, the answer is {answer}"),
    bet_none: |answer| format!("No bet; the answer is {answer}"),
    task: "② Make every check hold",
    by_itself: "Every change is played at once",
    hint: |place, all| format!("Hint {place}/{all}"),
    reveal: "Show the solution",
    restart: "Start over",
    bet_first: "Bet first, then see the run.",
    run: "The run",
    checks: |held, all| format!("Checks {held}/{all}"),
    now: |found| format!("now {found}"),
    idea: "Why this idea does not work",
    variants: "③ Try other numbers",
    variants_hint: "The same choices, other numbers: does it still hold? Press one to see its run.",
    own_numbers: "the lesson's numbers",
    holds: "holds",
    fails: "fails",
    takeaway: "Three sentences to take home",
    practice: "In practice",
    sandbox: "Open in the sandbox",
    copy_link: "Copy link",
    next: "Next lesson",
    trainer: "Trainer",
    clock: "Countdown",
    start: "Start",
    pause: "Pause",
    wind: "Wind up again",
    time_up: "Time is up",
    forget: "Clear all progress…",
    forget_means: "Bets, choices, what was passed and the name are cleared for all lessons in this browser; this cannot be undone. Work in the sandbox stays.",
    forget_all: "Clear",
};
