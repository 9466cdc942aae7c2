// The engine in its worker: one question at a time is answered, cancelling ends the worker and
// starts a fresh one. The worker is a blob, so that the page's policy binds it too.

/** The policy allows exactly one maker of script addresses: this one. */
const policy = globalThis.trustedTypes?.createPolicy("app-worker", {
  createScriptURL: (url) => {
    if (!url.startsWith("blob:")) throw new TypeError("only our own worker");
    return url;
  },
});

async function fetched(name) {
  const answer = await fetch(new URL(name, import.meta.url));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer;
}

async function parts() {
  const [module, glue, worker] = await Promise.all([
    fetched("engine_bg.wasm").then(compiled),
    fetched("engine.js").then((answer) => answer.text()),
    fetched("worker.js").then((answer) => answer.text()),
  ]);
  const blob = new Blob([glue, "\n", worker], { type: "text/javascript" });
  return { module, url: URL.createObjectURL(blob) };
}

/** Compiled while it arrives, or afterwards where the server names no type for it. */
async function compiled(answer) {
  if (answer.headers.get("content-type")?.startsWith("application/wasm")) {
    return WebAssembly.compileStreaming(answer);
  }
  return WebAssembly.compile(await answer.arrayBuffer());
}

export class Engine {
  #parts = null;
  #worker = null;
  #waiting = new Map();
  #next = 1;
  #closed = false;

  /** Asks the engine; `progress(done, total)` is told now and then. */
  async ask(method, args = [], progress = undefined) {
    if (this.#closed) throw new Error("closed");
    const worker = await this.#ready();
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, progress, worker });
      worker.postMessage({ id, method, args });
    });
  }

  /** Fetches and starts the engine ahead of the first question; whoever asks first learns of a failure. */
  warm() {
    if (!this.#closed) this.#ready().catch(() => {});
  }

  /** Ends whatever the engine is doing; its run is gone, and a fresh worker is made ready. */
  cancel() {
    this.#drop("cancelled");
    this.warm();
  }

  /** Ends the engine for good, and tells nobody: whoever waits may be the program that has failed. */
  close() {
    this.#closed = true;
    this.#waiting.clear();
    this.#drop("cancelled");
  }

  #drop(kind, message = kind) {
    const worker = this.#worker;
    this.#worker = null;
    worker?.then((ended) => ended.terminate(), () => {});
    for (const [id, { reject }] of this.#waiting) {
      this.#waiting.delete(id);
      reject({ kind, message });
    }
  }

  #ready() {
    this.#worker ??= this.#start().catch((error) => {
      this.#worker = null;
      this.#parts = null;
      throw { kind: "unreachable", message: String(error?.message ?? error) };
    });
    return this.#worker;
  }

  async #start() {
    this.#parts ??= parts();
    const { module, url } = await this.#parts;
    const worker = new Worker(policy ? policy.createScriptURL(url) : url);
    worker.onmessage = ({ data }) => this.#answered(worker, data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#drop("trapped", event.message ?? "worker");
    };
    worker.postMessage({ module });
    return worker;
  }

  #answered(worker, { id, ok, value, error, progress }) {
    const asked = this.#waiting.get(id);
    if (!asked || asked.worker !== worker) return;
    if (progress) {
      asked.progress?.(progress.done, progress.total);
      return;
    }
    this.#waiting.delete(id);
    if (ok) {
      asked.resolve(value);
      return;
    }
    asked.reject(error);
    // After a trap the instance cannot be trusted: everything in it goes.
    if (error.kind === "trapped") this.#drop("trapped", error.message);
  }
}
