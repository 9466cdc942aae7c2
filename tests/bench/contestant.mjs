// One program of the bench in a process of its own. It plays a round for every line on standard input and
// answers with the processor time of that round in microseconds; `told` asks for what must be equal.
//
// Usage: node contestant.mjs engine|fen|decimal|typed PAYMENTS PATH
//        PATH is the engine's Node module, or the folder with the npm packages.

import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';
import { TERMS, payments, scenario } from './mall.mjs';
import * as money from './money.mjs';
import * as objects from './objects.mjs';
import * as typed from './typed_arrays.mjs';

const [kind, size, path] = process.argv.slice(2);
const count = Number(size);

const CONTESTANTS = {
    engine() {
        const engine = createRequire(import.meta.url)(path);
        const text = scenario(count);
        return {
            // The first call of `progress` comes when the scenario is read, checked and drawn.
            play(lap) {
                let first = true;
                const answer = engine.simulate(text, () => {
                    if (first) lap();
                    first = false;
                });
                if (answer.status !== 'ok') throw new Error(JSON.stringify(answer));
                return answer.run;
            },
            told: engineTold,
            drop: (run) => run.free(),
        };
    },
    fen: () => withObjects(money.fen),
    decimal: () => withObjects(money.decimals(path)),
    typed() {
        const drawn = payments(count);
        const columns = {
            at: Float64Array.from(drawn, (payment) => payment.at),
            shop: Uint8Array.from(drawn, (payment) => payment.shop),
            amount: Float64Array.from(drawn, (payment) => payment.amount),
        };
        return {
            play(lap) {
                lap();
                return typed.play(columns, TERMS);
            },
            told: typed.told,
            drop: () => {},
        };
    },
};

function withObjects(kindOfMoney) {
    const drawn = payments(count).map((payment) => ({ ...payment, amount: kindOfMoney.ofFen(payment.amount) }));
    return {
        play(lap) {
            lap();
            return objects.play(drawn, TERMS, kindOfMoney);
        },
        told: objects.told,
        drop: () => {},
    };
}

/** The same facts, from the files and tables of a run. */
function engineTold(run) {
    const { bytes } = run.export('closings', '', null).file;
    const lines = new TextDecoder().decode(bytes).replace('\uFEFF', '').trim().split(/\r?\n/).slice(1);
    const closings = lines.map((line) => line.split(',')).filter((row) => row[6] !== '0' && row[1] >= '2018-09-28');
    const summary = run.summary();
    const parties = summary.parties.map((party) => party.id);
    return {
        closings: closings.map(([book, date, , code, , , signed]) => [book, date, code, signed].join(',')).sort(),
        batches: run.batches().map((batch) => [parties[batch.owner], batch.channel_date, batch.amount].join(',')).sort(),
        fees: summary.fees,
        paidOut: summary.paid_out,
        payouts: summary.payouts,
    };
}

const contestant = CONTESTANTS[kind]();
const micros = () => {
    const { user, system } = process.cpuUsage();
    return user + system;
};
for await (const line of createInterface({ input: process.stdin })) {
    let lapped = 0;
    const start = micros();
    const run = contestant.play(() => {
        lapped = micros();
    });
    const end = micros();
    const answer = { whole: end - start, play: end - lapped };
    if (line === 'told') answer.told = contestant.told(run);
    if (line === 'memory') answer.memory = process.memoryUsage().rss;
    contestant.drop(run);
    console.log(JSON.stringify(answer));
}
