// Peers 1 and 2: the same business in everyday JavaScript, with objects and `Map`; everything is kept.
// What an amount is comes from `money.mjs`: whole fen, or decimals of decimal.js.

import { DAY } from './mall.mjs';

const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);

class Book {
    constructor(id, cutOff, money) {
        this.id = id;
        this.money = money;
        this.cutOff = cutOff;
        this.accounts = new Map();
    }

    /** The accounting date of a moment, as a day number. */
    date(at) {
        return Math.floor((at + (DAY - this.cutOff) % DAY) / DAY);
    }

    account(code) {
        let account = this.accounts.get(code);
        if (!account) {
            account = { code, current: this.money.zero, previousDay: this.money.zero, asOf: 0, previousFrom: 0 };
            this.accounts.set(code, account);
        }
        return account;
    }

    move(code, date, amount) {
        const account = this.account(code);
        if (date > account.asOf) {
            account.previousFrom = account.asOf;
            account.previousDay = account.current;
            account.asOf = date;
        } else if (date < account.asOf) {
            throw new Error(`late: ${this.id} ${code}`);
        }
        account.current = this.money.plus(account.current, amount);
    }
}

class World {
    constructor(terms, money) {
        this.terms = terms;
        this.money = money;
        this.books = new Map(Object.entries(terms.cutOff).map(([id, cutOff]) => [id, new Book(id, cutOff, money)]));
        this.events = [];
        this.batches = new Map();
        this.payoutDays = new Map();
        this.closings = [];
        this.fees = money.zero;
        this.paidOut = money.zero;
        this.payouts = 0;
    }

    post(event, bookId, debit, credit, amount) {
        if (this.money.isZero(amount)) return;
        const book = this.books.get(bookId);
        const date = book.date(event.at);
        book.move(debit, date, amount);
        book.move(credit, date, this.money.negated(amount));
        event.legs.push({ book: bookId, date, debit, credit, amount });
    }

    happen(kind, at, subject) {
        const event = { kind, at, subject, legs: [] };
        this.events.push(event);
        return event;
    }

    capture(payment) {
        const shop = this.terms.shops[payment.shop];
        const fee = this.money.portionHalfUp(payment.amount, this.terms.feePpm);
        const event = this.happen('captured', payment.at, payment);
        this.post(event, 'hs', '1003', '2012.01.wx', payment.amount);
        this.post(event, 'wx', '1002', `2241.03.${shop}`, payment.amount);
        this.post(event, 'wx', `2241.03.${shop}`, '6001', fee);
        this.fees = this.money.plus(this.fees, fee);
        this.happen('notified', payment.at, payment);
        return { payment, shop, fee };
    }

    split({ payment, shop, fee }) {
        const at = payment.at + this.terms.splitDelay;
        const share = this.money.portionDown(payment.amount, this.terms.sharePpm);
        const rest = this.money.minus(this.money.minus(payment.amount, fee), share);
        const event = this.happen('split', at, payment);
        this.post(event, 'wx', `2241.03.${shop}`, '2241.01.mall', share);
        this.post(event, 'mall', '1122', '6001', share);
        this.post(event, 'wx', `2241.03.${shop}`, `2241.01.${shop}`, rest);
        this.owe('mall', at, share);
        this.owe(shop, at, rest);
    }

    owe(payee, at, amount) {
        if (this.money.isZero(amount)) return;
        const date = this.books.get('wx').date(at);
        const key = `${payee}/${date}`;
        let batch = this.batches.get(key);
        if (!batch) {
            batch = { payee, date, due: this.dueDay(date), amount: this.money.zero, items: 0 };
            this.batches.set(key, batch);
            const run = this.payoutDays.get(batch.due) ?? new Map();
            run.set(payee, [...(run.get(payee) ?? []), batch]);
            this.payoutDays.set(batch.due, run);
        }
        batch.amount = this.money.plus(batch.amount, amount);
        batch.items += 1;
    }

    /** T+1: the first working day after the date. */
    dueDay(date) {
        const day = this.terms.workingDays.find((day) => day > iso(date));
        return Date.parse(day) / DAY;
    }

    payOut(day) {
        const run = this.payoutDays.get(day);
        if (!run) return;
        for (const [payee, batches] of run) {
            const amount = batches.reduce((sum, batch) => this.money.plus(sum, batch.amount), this.money.zero);
            const at = day * DAY + this.terms.paysAt;
            this.post(this.happen('settled', at, payee), 'wx', `2241.01.${payee}`, `2241.02.${payee}`, amount);
            this.post(this.happen('sent', at, payee), 'wx', `2241.02.${payee}`, `2242.${payee}`, amount);
            const arrived = this.happen('arrived', at, payee);
            this.post(arrived, 'hs', '2012.01.wx', `2011.01.${payee}`, amount);
            this.post(arrived, 'wx', `2242.${payee}`, '1002', amount);
            if (payee === 'mall') this.post(arrived, 'mall', '1001', '1122', amount);
            this.paidOut = this.money.plus(this.paidOut, amount);
            this.payouts += 1;
        }
    }

    cut(book, date) {
        this.happen('cut', (date + 1) * DAY - ((DAY - book.cutOff) % DAY), book.id);
        for (const account of book.accounts.values()) {
            this.closings.push([book.id, iso(date), account.code, account.current]);
        }
    }
}

/** Everything that is due at given moments: cuts first, then payouts. */
function control(world) {
    const first = world.terms.starts / DAY;
    const due = [];
    for (let day = first; day <= first + world.terms.days; day += 1) {
        for (const book of world.books.values()) {
            const at = (day + 1) * DAY - ((DAY - book.cutOff) % DAY);
            due.push({ at, phase: 0, run: () => world.cut(book, day) });
        }
        due.push({ at: day * DAY + world.terms.paysAt, phase: 1, run: () => world.payOut(day) });
    }
    return due.sort((one, other) => one.at - other.at || one.phase - other.phase);
}

export function play(payments, terms, money) {
    const world = new World(terms, money);
    const due = control(world);
    const waiting = [];
    let split = 0;
    let next = 0;
    const until = (at, phase) => {
        for (;;) {
            const work = due[next];
            const order = waiting[split];
            const splitAt = order ? order.payment.at + terms.splitDelay : Infinity;
            const controlAt = work ? work.at : Infinity;
            if (Math.min(splitAt, controlAt) >= at + phase) return;
            if (splitAt < controlAt || (splitAt === controlAt && work.phase === 1)) {
                world.split(order);
                split += 1;
            } else {
                work.run();
                next += 1;
            }
        }
    };
    for (const payment of payments) {
        until(payment.at, 0);
        while (next < due.length && due[next].at === payment.at && due[next].phase === 0) {
            due[next].run();
            next += 1;
        }
        waiting.push(world.capture(payment));
    }
    until(Infinity, 0);
    return world;
}

/** What must be equal before a ratio is printed. */
export function told(world) {
    const fen = world.money.toFen;
    const closings = world.closings.map(([book, date, code, amount]) => [book, date, code, fen(amount)]);
    return {
        closings: closings.filter(([, , , amount]) => amount !== 0).map((row) => row.join(',')).sort(),
        batches: [...world.batches.values()].map(({ payee, date, amount }) => [payee, iso(date), fen(amount)].join(',')).sort(),
        fees: fen(world.fees),
        paidOut: fen(world.paidOut),
        payouts: world.payouts,
    };
}
