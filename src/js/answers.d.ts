/** A problem as data, and in words. */
export type ToldProblem = Problem & { text: Words };
/** The scenario or link is wrong: every problem at once. */
export type Rejected = { status: "rejected", problems: Array<ToldProblem> };
/** What an author should know of a scenario that plays all the same, as data and in words. */
export type ToldNotice = Notice & { text: Words };
/** A bug of the simulator. */
export type Broken = { status: "broken", fault: Fault };
/** A file of a run. */
export type ExportFile = { file_name: string, media_type: string, bytes: Uint8Array };
export type RunAnswer = { status: "ok", run: Run, notices: Array<ToldNotice> } | Rejected | Broken;
export type TextAnswer = { status: "ok", text: string } | Rejected;
export type LinkAnswer = { status: "ok", link: string } | { status: "too_long", max: number } | Rejected;
/** Fixes of a finding: what each does, its edits, and the scenario after them. */
export type FixesAnswer = { status: "ok", fixes: Array<ToldFix> } | Rejected;
/** Two scenarios out of one link. */
export type PairAnswer = { status: "ok", a: string, b: string } | Rejected;
export type FileAnswer = { status: "ok", file: ExportFile } | { status: "rejected", error: ExportError };
/** What a file is; `text` is the scenario that it is or becomes, if it becomes one. */
export type PreviewAnswer = { status: "ok", seen: FileSeen, problems: Array<ToldProblem>, text?: string };
export type LessonJudged = { status: "ok", state: LessonState } | Rejected;
