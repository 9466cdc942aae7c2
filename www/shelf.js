// The shelf: where works stand in the browser, in IndexedDB. The page's program and the guard beside it use the
// same one, so it is a script and not part of the program. It decides nothing: it writes what it is told to, where
// the shelf is still as whoever writes has seen it, and says whether that has happened.

const NAME = "daycut";
// The line that says what a slot holds stands apart from the text, so that listing works reads no texts.
const STORES = ["heads", "texts"];
/** A browser that does not answer for so long is one without a shelf. */
const PATIENCE_MS = 8_000;

let opening = null;
let onLost = () => {};

function patient(promise) {
  return Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error("no answer")), PATIENCE_MS))]);
}

function opened() {
  opening ??= patient(new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME);
    request.onupgradeneeded = () => {
      for (const store of STORES) request.result.createObjectStore(store);
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const shelf = request.result;
      // Somebody clears the browser's storage, or a later version of this page wants another shelf.
      const lost = () => { opening = null; onLost(); };
      shelf.onclose = lost;
      shelf.onversionchange = () => { shelf.close(); lost(); };
      resolve(shelf);
    };
  }));
  opening.catch(() => { opening = null; });
  return opening;
}

/** One transaction: all of it happens, or nothing. */
async function within(mode, steps) {
  const shelf = await opened();
  return patient(new Promise((resolve, reject) => {
    let answer;
    let transaction;
    try {
      transaction = shelf.transaction(STORES, mode);
    } catch (error) {
      opening = null;
      throw error;
    }
    transaction.oncomplete = () => resolve(answer);
    transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
    const [heads, texts] = STORES.map((store) => transaction.objectStore(store));
    steps({ heads, texts, tell: (told) => { answer = told; }, done: () => transaction.commit?.() });
  }));
}

/** Every key with its line: `[[key, line], …]`. */
function lines() {
  return within("readonly", ({ heads, tell }) => {
    const found = [];
    tell(found);
    heads.openCursor().onsuccess = ({ target: { result: cursor } }) => {
      if (cursor === null) return;
      found.push([String(cursor.key), String(cursor.value)]);
      cursor.continue();
    };
  });
}

/** The line and the text under a key: `[line, text]`, `null` for what is not there. */
function read(key) {
  return within("readonly", ({ heads, texts, tell }) => {
    const found = [null, null];
    tell(found);
    heads.get(key).onsuccess = ({ target }) => { found[0] = target.result ?? null; };
    texts.get(key).onsuccess = ({ target }) => { found[1] = target.result ?? null; };
  });
}

/** Writes under one of the keys, if all of them still have the lines that were seen; whether they had. */
function put(keys, seen, place, line, text) {
  return within("readwrite", ({ heads, texts, tell, done }) => {
    tell(false);
    const found = [];
    keys.forEach((key, at) => {
      heads.get(key).onsuccess = ({ target }) => {
        found[at] = target.result ?? null;
        if (at + 1 < keys.length || found.some((line, at) => line !== seen[at])) return;
        heads.put(line, keys[place]);
        texts.put(text, keys[place]);
        tell(true);
        done();
      };
    });
  });
}

/** Writes under a key whatever is there: for a page that is about to go and cannot look first. */
function leave(key, line, text) {
  return within("readwrite", ({ heads, texts, tell, done }) => {
    heads.put(line, key);
    texts.put(text, key);
    tell(true);
    done();
  });
}

/** Takes keys off the shelf. */
function remove(keys) {
  return within("readwrite", ({ heads, texts }) => {
    for (const key of keys) {
      heads.delete(key);
      texts.delete(key);
    }
  });
}

// Tabs tell each other what they have kept. A browser without these lets the shelf's own check notice it later.
const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(NAME) : null;

let letGo = () => {};
let turn = 0;

/** Whether no other tab has this work open; until another is held, other tabs are told that this one has. */
function hold(id) {
  letGo();
  letGo = () => {};
  const mine = ++turn;
  if (!navigator.locks || id === "") return Promise.resolve(true);
  return new Promise((resolve) => {
    navigator.locks.request(`${NAME}.${id}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      // Another may have been asked for meanwhile: then this one is let go at once.
      if (lock && mine === turn) return new Promise((done) => { letGo = done; });
      return undefined;
    }).catch(() => resolve(true));
  });
}

/** Bytes in use and bytes allowed; -1 where the browser does not say. */
async function room() {
  try {
    const { usage = -1, quota = -1 } = await navigator.storage.estimate();
    return [usage, quota];
  } catch {
    return [-1, -1];
  }
}

/** Asks the browser not to clear works by itself; whether it agreed. */
async function persist() {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return false;
  }
}

export const shelf = Object.freeze({
  lines,
  read,
  put,
  leave,
  remove,
  hold,
  room,
  persist,
  /** Tells the other tabs. */
  tell: (id, line) => { try { channel?.postMessage([id, line]); } catch { /* Their own check will notice. */ } },
  /** Calls whenever another tab has told something, and when the shelf was taken away under the page's feet. */
  listen: (told, lost) => {
    if (channel) channel.onmessage = ({ data }) => told(String(data[0]), String(data[1]));
    onLost = lost;
  },
});
