// Peer 3: the same business in JavaScript tuned by hand. Typed columns, accounts by number, no objects in
// the loop. It keeps the events as columns and derives no leg twice; roughly the most that JavaScript gives.

import { DAY } from './mall.mjs';

const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);

// Accounts by number: those of the bank, then of the channel, then of the mall.
const CODES = {
    hs: ['1003', '2012.01.wx', '2011.01.mall', '2011.01.a', '2011.01.b'],
    wx: ['1002', '6001', '2241.03.a', '2241.03.b', '2241.01.mall', '2241.01.a', '2241.01.b',
        '2241.02.mall', '2241.02.a', '2241.02.b', '2242.mall', '2242.a', '2242.b'],
    mall: ['1001', '1122', '6001'],
};
const BOOKS = Object.keys(CODES);
const FIRST = { hs: 0, wx: 5, mall: 18 };
const ACCOUNTS = 21;
const BOUNDARY = 0, RESERVE_DEPOSIT = 1, DEPOSIT = 2;
const RESERVE = 5, FEES = 6, FROZEN = 7, PENDING = 9, AVAILABLE = 12, IN_TRANSIT = 15;
const OWN_BANK = 18, RECEIVABLE = 19, COMMISSION = 20;
const MALL = 0;

export function play({ at, shop, amount }, terms) {
    const count = at.length;
    const firstDay = terms.starts / DAY;
    const days = terms.days + 1;
    const current = new Float64Array(ACCOUNTS);
    const previous = new Float64Array(ACCOUNTS);
    const asOf = new Int32Array(ACCOUNTS);
    const batches = new Float64Array(3 * days);
    const items = new Uint32Array(3 * days);
    const closings = [];
    const dueOf = new Int32Array(days);
    for (let day = 0; day < days; day += 1) {
        const due = terms.workingDays.find((working) => working > iso(firstDay + day));
        dueOf[day] = due ? Date.parse(due) / DAY - firstDay : -1;
    }
    const capacity = 3 * count + 1024;
    const log = {
        at: new Float64Array(capacity), kind: new Uint8Array(capacity), subject: new Uint32Array(capacity),
        amount: new Float64Array(capacity), fee: new Float64Array(capacity), length: 0,
    };
    let fees = 0, paidOut = 0, payouts = 0;

    const happen = (when, kind, subject, main, fee) => {
        const place = log.length;
        log.at[place] = when;
        log.kind[place] = kind;
        log.subject[place] = subject;
        log.amount[place] = main;
        log.fee[place] = fee;
        log.length = place + 1;
    };
    const move = (account, date, value) => {
        if (date > asOf[account]) {
            previous[account] = current[account];
            asOf[account] = date;
        }
        current[account] += value;
    };
    const post = (date, debit, credit, value) => {
        if (value === 0) return;
        move(debit, date, value);
        move(credit, date, -value);
    };
    const owe = (payee, date, value) => {
        const place = payee * days + date;
        batches[place] += value;
        items[place] += 1;
    };
    const cutAfter = (book, day) => (firstDay + day + 1) * DAY - ((DAY - terms.cutOff[book]) % DAY);

    // The next moment at which a book turns, or payouts run; days count from the first.
    const open = { hs: 0, wx: 0, mall: 0 };
    let payoutDay = 0;
    const payoutAt = () => (payoutDay < days ? (firstDay + payoutDay) * DAY + terms.paysAt : Infinity);
    const cutAt = (book) => (open[book] < days ? cutAfter(book, open[book]) : Infinity);
    const runPayouts = () => {
        const when = payoutAt();
        const bankDate = open.hs, date = open.wx, mallDate = open.mall;
        for (let payee = 0; payee < 3; payee += 1) {
            let sum = 0;
            for (let day = 0; day < days; day += 1) {
                if (dueOf[day] === payoutDay) sum += batches[payee * days + day];
            }
            if (sum === 0) continue;
            happen(when, 3, payee, sum, 0);
            post(date, PENDING + payee, AVAILABLE + payee, sum);
            happen(when, 4, payee, sum, 0);
            post(date, AVAILABLE + payee, IN_TRANSIT + payee, sum);
            happen(when, 5, payee, sum, 0);
            post(bankDate, RESERVE_DEPOSIT, DEPOSIT + payee, sum);
            post(date, IN_TRANSIT + payee, RESERVE, sum);
            if (payee === MALL) post(mallDate, OWN_BANK, RECEIVABLE, sum);
            paidOut += sum;
            payouts += 1;
        }
        payoutDay += 1;
    };
    const cut = (book) => {
        happen(cutAt(book), 6, 0, 0, 0);
        CODES[book].forEach((code, place) => {
            const value = current[FIRST[book] + place];
            if (value !== 0) closings.push([book, iso(firstDay + open[book]), code, value]);
        });
        open[book] += 1;
    };
    let nextControl = 0;
    const findControl = () => {
        nextControl = Math.min(payoutAt(), cutAt('hs'), cutAt('wx'), cutAt('mall'));
    };
    const control = () => {
        const book = BOOKS.find((book) => cutAt(book) === nextControl);
        if (book) cut(book);
        else runPayouts();
        findControl();
    };
    findControl();

    let split = 0;
    const feeOf = (value) => Math.floor((value * terms.feePpm + 500_000) / 1_000_000);
    const doSplit = () => {
        const value = amount[split], which = shop[split];
        const fee = feeOf(value);
        const share = Math.floor((value * terms.sharePpm) / 1_000_000);
        const rest = value - fee - share;
        const date = open.wx;
        happen(at[split] + terms.splitDelay, 2, split, value, fee);
        post(date, FROZEN + which, PENDING + MALL, share);
        post(open.mall, RECEIVABLE, COMMISSION, share);
        post(date, FROZEN + which, PENDING + 1 + which, rest);
        if (share !== 0) owe(MALL, date, share);
        if (rest !== 0) owe(1 + which, date, rest);
        split += 1;
    };
    for (let line = 0; line <= count; line += 1) {
        const when = line < count ? at[line] : Infinity;
        for (;;) {
            const splitAt = split < line ? at[split] + terms.splitDelay : Infinity;
            if (splitAt < when && splitAt < nextControl) doSplit();
            else if (nextControl <= when && nextControl < Infinity) control();
            else break;
        }
        if (line === count) break;
        const value = amount[line], which = shop[line];
        const fee = feeOf(value);
        happen(when, 0, line, value, fee);
        post(open.hs, BOUNDARY, RESERVE_DEPOSIT, value);
        post(open.wx, RESERVE, FROZEN + which, value);
        post(open.wx, FROZEN + which, FEES, fee);
        fees += fee;
        happen(when, 1, line, value, fee);
    }
    return { closings, batches, items, days, firstDay, fees, paidOut, payouts };
}

/** What must be equal before a ratio is printed. */
export function told(run) {
    const rows = [];
    ['mall', 'a', 'b'].forEach((payee, place) => {
        for (let day = 0; day < run.days; day += 1) {
            const index = place * run.days + day;
            if (run.items[index] > 0) rows.push([payee, iso(run.firstDay + day), run.batches[index]].join(','));
        }
    });
    return {
        closings: run.closings.map((row) => row.join(',')).sort(),
        batches: rows.sort(),
        fees: run.fees,
        paidOut: run.paidOut,
        payouts: run.payouts,
    };
}
