// Starts the page, and stands guard beside it: when the page's program fails, this file says what
// happened and gives the work back. It never calls into WebAssembly after a failure.

import { Engine } from "./engine-host.js";
import { shelf } from "./shelf.js";

const CRASH_MARK = "daycut.crash";
const RESCUED = "daycut.rescued";
const CAREFUL = "daycut.careful";
const CRASH_WINDOW_MS = 60_000;

const WORDS = {
  zh: {
    title: "页面出错了",
    body: "程序遇到了自身的错误，已经停下。您的沙盘还在，可以恢复或下载。",
    again: "一分钟内出错两次，重新打开时不会自动推演沙盘。",
    restart: "带着我的沙盘重新打开",
    safe: "不带沙盘重新打开",
    download: "下载我的沙盘",
    notKept: "浏览器没有存下您的沙盘，所以页面没有重新打开。请先下载它，再选「不带沙盘重新打开」。",
    copy: "复制错误报告",
    copied: "已复制",
    report: "错误报告",
    unsupported: "这个浏览器缺少页面需要的功能。需要 Chrome 96、Edge 96、Firefox 95、Safari 16.4 或更新。",
  },
  en: {
    title: "The page has failed",
    body: "The program met a bug of its own and has stopped. Your scenario is still here: restart with it or download it.",
    again: "It failed twice within a minute, so the next start will not run the scenario by itself.",
    restart: "Restart with my scenario",
    safe: "Restart without it",
    download: "Download my scenario",
    notKept: "The browser did not keep your scenario, so the page was not opened again. Download it first, then restart without it.",
    copy: "Copy error report",
    copied: "Copied",
    report: "Error report",
    unsupported: "This browser lacks what the page needs: Chrome 96, Edge 96, Firefox 95, Safari 16.4 or later.",
  },
};

const words = () => (document.documentElement.lang.startsWith("en") ? WORDS.en : WORDS.zh);

/** What is on the desk: its name in storage, what a slot says of it, its text. */
let work = null;
let failed = false;

/** Storage may be closed or full; the page has to live with that. */
function keepIn(storage, key, text) {
  try {
    globalThis[storage].setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

function takeFrom(storage, key) {
  try {
    const text = globalThis[storage].getItem(key);
    globalThis[storage].removeItem(key);
    return text;
  } catch {
    return null;
  }
}

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

function button(text, style, press) {
  return element("button", { type: "button", class: `btn ${style}`, click: press }, text);
}

function download(name, content, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = element("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the address late.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Opens a document in a window of its own and prints it. Who blocks windows gets the file. */
function print(name, content, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const opened = open(url);
  if (opened === null) download(name, content, type);
  else opened.addEventListener("load", () => opened.print());
}

/** Puts text on the clipboard; whether the browser allowed it. */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Leaves the work in storage, where the next start finds it; whether it is there. The shelf says so when it has it,
 * the small storage is read again.
 */
async function rescued({ id, line, text }) {
  try {
    return await shelf.leave(`${id}.x`, line, text);
  } catch {
    const key = `daycut.work.${id}.a`;
    const whole = `${line}\n${text}`;
    try {
      // Nothing that waits there is written over.
      if (localStorage.getItem(key) !== null) return localStorage.getItem(key) === whole;
      localStorage.setItem(key, whole);
      return localStorage.getItem(key) === whole;
    } catch {
      return false;
    }
  }
}

/** Ends the page: nothing is asked of the program any more. */
function fail(message) {
  if (failed) return;
  failed = true;
  engine.close();
  const said = words();
  const last = Number(takeFrom("sessionStorage", CRASH_MARK) ?? 0);
  const soon = Date.now() - last < CRASH_WINDOW_MS;
  keepIn("sessionStorage", CRASH_MARK, String(Date.now()));
  if (soon) keepIn("sessionStorage", CAREFUL, "yes");

  const report = `daycut page\n${navigator.userAgent}\n${message}`;
  const field = element("textarea", { class: "textarea", readonly: "", rows: "5", "aria-label": said.report });
  field.value = report;
  const copied = element("span", { class: "muted", role: "status" });
  const refused = element("p", { role: "alert" });
  const restart = async () => {
    // What is only looked at is found again by its address.
    if (work.id !== "") {
      if (!(await rescued(work))) {
        refused.textContent = said.notKept;
        return;
      }
      history.replaceState(null, "", `#/play/w/${work.id}`);
    }
    keepIn("sessionStorage", RESCUED, "yes");
    location.reload();
  };
  const tools = element("div", { class: "row" });
  if (work !== null) tools.append(button(said.restart, "btn-primary", restart), button(said.download, "", () => download("scenario.daycut.json", work.text, "application/json")));
  tools.append(
    button(said.safe, "", () => { location.hash = "#/"; location.reload(); }),
    button(said.copy, "", () => {
      field.select();
      copy(report).then((done) => { if (done) copied.textContent = said.copied; });
    }),
    copied,
  );
  const title = element("h1", { id: "guard-title", tabindex: "-1" }, said.title);
  const body = element("p", {}, soon ? `${said.body} ${said.again}` : said.body);
  const card = element("div", { class: "card stack", role: "alertdialog", "aria-labelledby": "guard-title" }, title, body, refused, tools, field);
  document.getElementById("guard").replaceChildren(element("main", { class: "guard" }, card));
  document.getElementById("app").setAttribute("hidden", "");
  title.focus();
}

addEventListener("error", (event) => {
  if (event.error instanceof WebAssembly.RuntimeError) fail(String(event.error.stack ?? event.error));
});
addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof WebAssembly.RuntimeError) fail(String(event.reason.stack ?? event.reason));
});

const engine = new Engine();

/** What the page's program may ask of the world outside it. */
globalThis.daycut = Object.freeze({
  ask: (method, args, progress) => engine.ask(method, args, progress),
  cancel: () => engine.cancel(),
  keep: (id, line, text) => { work = { id, line, text }; },
  shelf,
  fail,
  copy,
  download,
  print,
  /** Whether the page was opened again after a failure, once. */
  rescued: () => takeFrom("sessionStorage", RESCUED) !== null,
  /** Whether the page has just failed twice, so that nothing should run by itself. */
  careful: () => takeFrom("sessionStorage", CAREFUL) !== null,
});

function unsupported() {
  const line = element("p", { class: "boot-now" }, words().unsupported);
  document.querySelector(".boot-cards")?.replaceWith(line);
  document.querySelector(".boot")?.removeAttribute("aria-busy");
}

async function start() {
  if (typeof WebAssembly !== "object" || typeof BigInt64Array !== "function" || typeof HTMLDialogElement !== "function") {
    unsupported();
    return;
  }
  const { default: init } = await import("./page.js");
  await init();
  // The gallery is there; while it is read, the engine comes.
  (globalThis.requestIdleCallback ?? setTimeout)(() => engine.warm());
}

start().catch((error) => {
  if (failed) return;
  console.error(error);
  if (error instanceof WebAssembly.CompileError) unsupported();
  else fail(String(error?.stack ?? error));
});
