// How long the engine in wasm takes for many payments, and how much memory it keeps: measured, never asserted.
//
// Usage: node measure.mjs ENGINE_JS [PAYMENTS …]     (after `cargo xtask build`: target/engine-node/engine.js)
//
// Two shops, ten days around National Day, half of the payments each. Prints one Markdown row a size and
// mode: time to compile and play, nanoseconds a payment, bytes of wasm memory a payment (the whole memory,
// which never shrinks, so each size runs in a process of its own), events, and one look into the middle.

import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [engineFile, ...sizes] = process.argv.slice(2);

const party = (id, kind, more = {}) => ({ id, kind, name: id, ...more });

function scenario(payments, mode) {
    const shops = ['a', 'b'];
    const split = { provider: 'mall', splits: [{ to: 'mall', rate: '0.02' }] };
    return JSON.stringify({
        format: 'daycut/1',
        title: `${payments} payments, ${mode}`,
        starts: '2018-09-28T00:00:00',
        days: 10,
        seed: 42,
        parties: [
            party('wx', 'channel', { reserve_bank: 'hs' }),
            party('hs', 'bank', { book: { cut_off: '22:00:00' } }),
            party('mall', 'platform', { book: { cut_off: '00:00:00' } }),
            ...shops.map((id) => party(id, 'merchant')),
        ],
        accounts: ['mall', ...shops].map((owner) => ({ id: `${owner}.bank`, kept_by: 'hs', owner })),
        fee_plans: [{ id: 'std', rate: '0.006' }],
        settlement_rules: [{ id: 't1', cycle: 'T+1' }],
        contracts: shops.map((id) => ({
            id: `${id}-wx`, mode, channel: 'wx', collector: id, fee_plan: 'std', settlement_rule: 't1',
            ...(mode === 'sub_merchant' ? split : {}),
        })),
        routes: shops.map((seller) => ({ seller, channel: 'wx', contract: `${seller}-wx` })),
        traffic: shops.map((seller) => ({
            seller, channel: 'wx', per_day: payments / 20, amount: { from: '1.00', to: '90.00' }, hours: 'retail',
        })),
    });
}

function measure(payments, mode) {
    const engine = createRequire(import.meta.url)(resolve(engineFile));
    const text = scenario(payments, mode);
    const before = process.memoryUsage().rss;
    const start = process.hrtime.bigint();
    const { status, run } = engine.simulate(text, () => {});
    const millis = Number(process.hrtime.bigint() - start) / 1e6;
    if (status !== 'ok') throw new Error(`the engine answered ${status}`);
    const kept = process.memoryUsage().rss - before;
    const { events } = run.summary();
    const look = process.hrtime.bigint();
    run.snapshot(Math.floor(events / 2) + 2000);
    const looked = Number(process.hrtime.bigint() - look) / 1e6;
    const cells = [payments, mode, millis.toFixed(0), (millis * 1e6 / payments).toFixed(0), (kept / payments).toFixed(0), events, looked.toFixed(2)];
    console.log(`| ${cells.join(' | ')} |`);
}

if (sizes[0] === '--one') {
    measure(Number(sizes[1]), sizes[2]);
} else {
    console.log('| payments | mode | ms | ns a payment | bytes a payment | events | ms to look at a moment |');
    console.log('|---:|---|---:|---:|---:|---:|---:|');
    for (const size of sizes.length ? sizes : ['10000', '100000', '1000000']) {
        for (const mode of ['direct', 'sub_merchant']) {
            execFileSync(process.execPath, [fileURLToPath(import.meta.url), engineFile, '--one', size, mode], { stdio: 'inherit' });
        }
    }
}
