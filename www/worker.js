// Runs inside the worker, below the engine's own glue: answers questions about one current run.
"use strict";

let engine = null;
let run = null;
let pinned = { text: null, run: null };

const say = (message, transfer) => self.postMessage(message, transfer ?? []);

/** A new run takes the place of the old one only when there is one. */
function simulate(id, text, view, wanted) {
  const outcome = engine.simulate(text, (done, total) => say({ id, progress: { done, total } }));
  if (outcome.status !== "ok") return outcome;
  run?.free();
  run = outcome.run;
  const summary = run.summary();
  const told = {
    summary,
    timeline: run.timeline(),
    batches: run.batches(),
    payouts: run.payouts(),
    lanes: run.lanes(view),
    moment: moment(placed(wanted, summary.events), view, false),
  };
  return { status: "ok", told };
}

/** Where the cursor goes: the end, the same event of a run of the same length, or the same moment. */
function placed(wanted, events) {
  if (wanted === null) return events;
  const [event, of, at] = wanted;
  return of === events ? event : run.event_at(at);
}

/** Everything that the page shows of one moment, in one answer. */
function moment(event, view, withLanes) {
  return {
    snapshot: run.snapshot(event),
    happened: event > 0 ? run.event_row(event) : null,
    amounts: run.lane_amounts(view, event),
    lanes: withLanes ? run.lanes(view) : null,
  };
}

/** Rows of the journal from a place, or from a little above those of an event. */
function rows(filter, from, len, around) {
  if (around === null) return run.journal(filter, from, len);
  const [event, above] = around;
  return run.journal(filter, Math.max(0, run.journal_place(filter, event) - above), len);
}

/** The run that was pinned, played again after the worker was replaced. */
function pinnedRun(text) {
  if (pinned.text !== text) {
    const outcome = engine.simulate(text, null);
    if (outcome.status !== "ok") throw { kind: "refused", message: outcome.status };
    pinned.run?.free();
    pinned = { text, run: outcome.run };
  }
  return pinned.run;
}

/** The pinned run as A and the present one as B, over the whole time and at one moment. */
const compared = (text, lang) => pinnedRun(text).comparison(run, lang);
const compared_at = (text, event) => pinnedRun(text).compare_at(run, run.snapshot(event).at);

const ABOUT_THE_RUN = { moment, rows, compared, compared_at };

function answer(id, method, args) {
  if (method === "simulate") return simulate(id, ...args);
  const combined = ABOUT_THE_RUN[method];
  if (combined || method in engine.Run.prototype) {
    if (run === null) throw { kind: "no_run", message: "no run" };
    return combined ? combined(...args) : run[method](...args);
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
