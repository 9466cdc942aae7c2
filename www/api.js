// A small client of the JavaScript API and nothing else: a scenario goes in; rows, files and links come out.
"use strict";

const at = (id) => document.getElementById(id);
const shown = (value) => JSON.stringify(value, null, 2);
const GALLERY = ["cut-off-night", "national-day-2018", "mall-sub-merchants", "mall-pooled", "refunds-over-cut", "published-bill",
  "mall-direct", "batch-payout", "mall-cashier", "split-everything", "refund-from-another"];

let run = null;

function play() {
  const started = performance.now();
  const outcome = wasm_bindgen.simulate(at("scenario").value);
  run?.free();
  run = outcome.status === "ok" ? outcome.run : null;
  at("results").hidden = run === null;
  at("said").textContent = run
    ? `ok, ${Math.round(performance.now() - started)} ms, engine ${wasm_bindgen.version()}`
    : outcome.status;
  at("answer").textContent = run ? shown(run.summary()) : shown(outcome.problems ?? outcome.fault);
  if (run) {
    fillAccounts();
    fillFiles();
    showLink();
  }
}

/** The balances at a moment, and the last entries that make one of them. */
function fillAccounts() {
  const summary = run.summary();
  at("moment").value = summary.ends;
  at("account").replaceChildren(...summary.accounts.map((account, place) => new Option(account.alias ?? account.name, place)));
  showBalance();
}

function showBalance() {
  const account = Number(at("account").value);
  try {
    const event = run.event_at(at("moment").value);
    const { current, previous_day } = run.snapshot(event).balances[account];
    at("balance").textContent = `current ${(current / 100).toFixed(2)}, previous day ${(previous_day / 100).toFixed(2)}`;
    at("why").textContent = shown(run.why_balance(account, event, false, 3).entries);
  } catch (error) {
    at("balance").textContent = `${error.kind}: ${error.message}`;
    at("why").textContent = "";
  }
}

function fillFiles() {
  const offers = run.offers();
  at("file").replaceChildren(...offers.map((offer, place) => new Option(offer.file_name, place)));
  showFile();
}

function showFile() {
  const offer = run.offers()[Number(at("file").value)];
  const answer = run.export(offer.kind, offer.party, offer.date);
  at("content").textContent = answer.status === "ok" ? new TextDecoder().decode(answer.file.bytes).slice(0, 4000) : shown(answer.error);
}

function showLink() {
  const answer = wasm_bindgen.link_encode(at("scenario").value);
  at("link").textContent = answer.status === "ok" ? answer.link : shown(answer);
}

async function choose() {
  const answer = await fetch(`scenarios/${at("gallery").value}.json`);
  at("scenario").value = await answer.text();
  play();
}

async function start() {
  at("gallery").replaceChildren(...GALLERY.map((id) => new Option(id, id)));
  await wasm_bindgen({ module_or_path: "engine_bg.wasm" });
  at("run").addEventListener("click", play);
  at("gallery").addEventListener("change", choose);
  at("account").addEventListener("change", showBalance);
  at("moment").addEventListener("change", showBalance);
  at("file").addEventListener("change", showFile);
  await choose();
}

start();
