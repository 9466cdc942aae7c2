// The bench: the engine, natively and in wasm, beside three programs that do the same in JavaScript.
//
// Usage: node run.mjs ENGINE_JS NATIVE NODE_MODULES_PARENT [PAYMENTS …]
//
// Every program lives in a process of its own. After one round to warm up, all programs play one round after
// another, in turn, and the medians of their processor times are compared. No ratio is printed before all
// have told the same closings, batches, fees and payouts. A figure that misses its gate fails the bench.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deepStrictEqual } from 'node:assert';
import { scenario } from './mall.mjs';

const [engine, native, modules, ...given] = process.argv.slice(2);
const SIZES = given.length ? given.map(Number) : [1_000, 10_000, 100_000, 1_000_000];
const ROUNDS = 5;
const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'daycut-bench-'));

class Contestant {
    constructor(command, args) {
        this.process = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
        this.answers = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
        this.whole = [];
        this.play = [];
    }

    async ask(what) {
        this.process.stdin.write(`${what}\n`);
        const { value, done } = await this.answers.next();
        if (done) throw new Error(`${this.process.spawnargs.join(' ')} gave no answer`);
        return JSON.parse(value);
    }

    async round() {
        const { whole, play } = await this.ask('go');
        this.whole.push(whole);
        this.play.push(play);
    }

    leave() {
        this.process.stdin.end();
    }
}

const contestant = (kind, size, path) => new Contestant(process.execPath, [join(here, 'contestant.mjs'), kind, size, resolve(path)]);

function entries(size) {
    const file = join(folder, `${size}.json`);
    writeFileSync(file, scenario(size));
    return {
        native: new Contestant(native, [file]),
        wasm: contestant('engine', size, engine),
        'plain objects': contestant('fen', size, modules),
        'decimal.js': contestant('decimal', size, modules),
        'typed arrays': contestant('typed', size, modules),
    };
}

const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
const perPayment = (micros, size) => (micros * 1000 / size).toFixed(0);

async function measure(size) {
    const all = entries(size);
    const facts = {};
    // One warm round each, which also tells what must be equal.
    for (const [name, one] of Object.entries(all)) facts[name] = (await one.ask('told')).told;
    for (const name of Object.keys(all)) {
        deepStrictEqual(facts[name], facts.native, `${name} and native disagree at ${size} payments`);
    }
    // Small sizes are over before a just-in-time compiler has woken up; it wakes for all of them alike.
    const rounds = Math.max(ROUNDS, Math.min(101, Math.floor(200_000 / size)));
    for (let round = 0; round < rounds; round += 1) {
        for (const one of Object.values(all)) await one.round();
    }
    for (const one of Object.values(all)) one.leave();
    const play = Object.fromEntries(Object.entries(all).map(([name, one]) => [name, median(one.play)]));
    const whole = Object.fromEntries(Object.entries(all).map(([name, one]) => [name, median(one.whole)]));
    return { size, play, whole };
}

/** A process of its own each, since wasm memory never shrinks. */
async function memory(size) {
    const bytes = async (count) => {
        const one = contestant('engine', count, engine);
        const { memory } = await one.ask('memory');
        one.leave();
        return memory;
    };
    return (await bytes(size) - await bytes(20)) / size;
}

const results = [];
for (const size of SIZES) results.push(await measure(size));

console.log('\nNanoseconds of processor time a payment, median; play alone, and for the engine the whole (read, check, draw, play).\n');
console.log('| payments | native | native, whole | wasm | wasm, whole | plain objects | decimal.js | typed arrays |');
console.log('|---:|---:|---:|---:|---:|---:|---:|---:|');
for (const { size, play, whole } of results) {
    const cells = [play.native, whole.native, play.wasm, whole.wasm, play['plain objects'], play['decimal.js'], play['typed arrays']];
    console.log(`| ${size} | ${cells.map((micros) => perPayment(micros, size)).join(' | ')} |`);
}

const gates = [];
const gate = (figure, value, holds, limit, goal) => gates.push({ figure, value, holds, limit, goal });
const at = (size) => results.find((result) => result.size === size);
const largest = results.at(-1);
if (largest.size < 1_000_000) {
    console.log('\nThe gates are about 1,000,000 payments; nothing is judged without them.');
    rmSync(folder, { recursive: true });
    process.exit(0);
}
const ratio = (name) => largest.play[name] / largest.play.wasm;
gate('wasm / native speed', (largest.play.native / largest.play.wasm).toFixed(2), largest.play.native / largest.play.wasm >= 0.5, '≥ 0.5', '≥ 0.8');
gate('× plain JavaScript objects', ratio('plain objects').toFixed(1), ratio('plain objects') >= 10, '≥ 10', '≥ 30');
gate('× decimal.js', ratio('decimal.js').toFixed(1), ratio('decimal.js') >= 40, '≥ 40', '≥ 100');
gate('× tuned typed arrays', ratio('typed arrays').toFixed(2), true, 'printed', '≥ 3');
for (const [size, limit, goal] of [[10_000, 16, 3], [100_000, 80, 16], [1_000_000, 1_000, 200]]) {
    const result = at(size);
    if (!result) continue;
    const millis = result.whole.wasm / 1000;
    gate(`${size} payments simulated again in wasm, ms`, millis.toFixed(1), millis < limit, `< ${limit}`, `< ${goal}`);
}
if (at(10_000) && at(1_000_000)) {
    const growth = at(1_000_000).play.wasm / 100 / at(10_000).play.wasm;
    gate('growth of a payment from 10k to 1M', growth.toFixed(2), growth <= 2, '≤ 2.0', '≤ 1.2');
}
const kept = await memory(largest.size);
gate('bytes a payment, everything kept', kept.toFixed(0), kept <= 250, '≤ 250', '≤ 120');

console.log('\n| figure | measured | gate | goal | |');
console.log('|---|---:|---:|---:|---|');
for (const { figure, value, holds, limit, goal } of gates) {
    console.log(`| ${figure} | ${value} | ${limit} | ${goal} | ${holds ? '' : 'misses the gate'} |`);
}
rmSync(folder, { recursive: true });
process.exitCode = gates.every(({ holds }) => holds) ? 0 : 1;
