// The smallest client of the JavaScript API: text in, summary and journal rows out.
"use strict";

const at = (id) => document.getElementById(id);
const shown = (value) => JSON.stringify(value, null, 2);

function run() {
  const started = performance.now();
  const outcome = wasm_bindgen.simulate(at("scenario").value);
  if (outcome.status !== "ok") {
    at("said").textContent = outcome.status;
    at("summary").textContent = shown(outcome.problems ?? outcome.fault);
    at("journal").textContent = "";
    return;
  }
  at("said").textContent = `ok, ${Math.round(performance.now() - started)} ms, engine ${wasm_bindgen.version()}`;
  at("summary").textContent = shown(outcome.run.summary());
  at("journal").textContent = shown(outcome.run.journal({}, 0, 5));
  outcome.run.free();
}

async function start() {
  const [scenario] = await Promise.all([
    fetch("scenarios/national-day-2018.json").then((answer) => answer.text()),
    wasm_bindgen({ module_or_path: "engine_bg.wasm" }),
  ]);
  at("scenario").value = scenario;
  at("run").addEventListener("click", run);
  run();
}

start();
