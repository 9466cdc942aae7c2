// Runs inside the worker, below the engine's own glue: answers questions about one current run.
"use strict";

let engine = null;
let run = null;

const say = (message, transfer) => self.postMessage(message, transfer ?? []);

/** A new run takes the place of the old one only when there is one. */
function simulate(id, text) {
  const outcome = engine.simulate(text, (done, total) => say({ id, progress: { done, total } }));
  if (outcome.status !== "ok") return outcome;
  run?.free();
  run = outcome.run;
  return { status: "ok", summary: run.summary() };
}

/** Everything that the page shows of one moment, in one answer. */
function moment(event, view) {
  return {
    snapshot: run.snapshot(event),
    happened: event > 0 ? run.event_row(event) : null,
    amounts: run.lane_amounts(view, event),
  };
}

/** Everything that the page shows of a whole run, in one answer. */
function overview(view) {
  return {
    timeline: run.timeline(),
    batches: run.batches(),
    payouts: run.payouts(),
    lanes: run.lanes(view),
  };
}

function answer(id, method, args) {
  if (method === "simulate") return simulate(id, ...args);
  if (method === "moment" || method === "overview" || method in wasm_bindgen.Run.prototype) {
    if (run === null) throw { kind: "no_run", message: "no run" };
    if (method === "moment") return moment(...args);
    if (method === "overview") return overview(...args);
    return run[method](...args);
  }
  if (typeof engine[method] !== "function") throw { kind: "unknown", message: method };
  return engine[method](...args);
}

function described(error) {
  if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
    return { kind: "trapped", message: String(error.stack ?? error) };
  }
  if (error && typeof error.kind === "string") return { kind: error.kind, message: String(error.message) };
  return { kind: "refused", message: String(error?.message ?? error) };
}

self.onmessage = ({ data }) => {
  if (data.module) {
    wasm_bindgen.initSync({ module: data.module });
    engine = wasm_bindgen;
    return;
  }
  const { id, method, args } = data;
  try {
    say({ id, ok: true, value: answer(id, method, args) });
  } catch (error) {
    say({ id, ok: false, error: described(error) });
  }
};
