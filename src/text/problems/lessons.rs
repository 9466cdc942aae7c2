//! Words for promises that a lesson does not keep.

use crate::scenario::problem::{LessonClaim as Claim, ProblemKind};

pub(super) fn unproved_zh(kind: &ProblemKind) -> String {
    let ProblemKind::LessonUnproved {
        claim,
        check,
        found,
    } = kind
    else {
        return String::new();
    };
    match claim {
        Claim::StartFails => "一开始每项检查就都成立，没有可做的，请改初始设置".to_owned(),
        Claim::BetHolds => format!("押注的答案应是推演得出的 {found}"),
        Claim::SolutionHolds => {
            format!("用答案里的选择，检查「{check}」应成立却不成立，实际 {found}")
        }
        Claim::VariantHolds => {
            format!("换这组数，用答案里的选择，检查「{check}」应成立却不成立，实际 {found}")
        }
        Claim::IdeaFails => {
            format!("这个错误想法本应使检查「{check}」不成立，却成立了，实际 {found}")
        }
        Claim::IdeaIsTold => "有这个想法的人会先看到另一个想法的提示，请调整先后".to_owned(),
        Claim::HintIsNew => "这条提示和前面的某一条说的一样，请改写或删去".to_owned(),
    }
}

pub(super) fn unproved_en(kind: &ProblemKind) -> String {
    let ProblemKind::LessonUnproved {
        claim,
        check,
        found,
    } = kind
    else {
        return String::new();
    };
    match claim {
        Claim::StartFails => {
            "Every check already holds at the start; nothing is to be done".to_owned()
        }
        Claim::BetHolds => format!("The answer of the bet is not what comes out: {found}"),
        Claim::SolutionHolds => {
            format!("With the choices of the solution the check “{check}” fails: {found}")
        }
        Claim::VariantHolds => {
            format!(
                "With these numbers and the choices of the solution the check “{check}” fails: {found}"
            )
        }
        Claim::IdeaFails => {
            format!("This wrong idea should fail the check “{check}”, but it holds: {found}")
        }
        Claim::IdeaIsTold => {
            "Whoever has this idea is first told of another one; change their order".to_owned()
        }
        Claim::HintIsNew => "This hint says what one before it has said".to_owned(),
    }
}
