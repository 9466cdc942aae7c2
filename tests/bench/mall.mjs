// The scenario of the bench: two shops of a mall as sub-merchants, ten days around National Day 2018, T+1.
//
// `scenario` is what the engine reads. `payments` draws the same payments again by the recipe of the engine
// (SplitMix64, one stream a rule), for the programs that it is compared with. Drawing is not timed.

export const SHOPS = ['a', 'b'];
export const DAYS = 10;
export const STARTS = Date.UTC(2018, 8, 28);
export const DAY = 86_400_000;
const SEED = 42;
const FROM = 100;
const TO = 9_000;
// Weight of each hour of a retail day.
const RETAIL = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 8, 10, 7, 5, 5, 6, 9, 12, 12, 9, 5, 0, 0];

/** Terms that the peers need in their own words; the scenario below says the same. */
export const TERMS = {
    shops: SHOPS,
    starts: STARTS,
    days: DAYS,
    cutOff: { wx: 0, hs: 22 * 3_600_000, mall: 0 },
    feePpm: 6_000,
    sharePpm: 20_000,
    splitDelay: 60_000,
    paysAt: (9 * 60 + 30) * 60_000,
    // The working days from the first day on: National Day rests from 10-01 to 10-07.
    workingDays: ['2018-09-28', '2018-09-29', '2018-09-30', '2018-10-08', '2018-10-09'],
};

export function scenario(payments) {
    const party = (id, kind, more = {}) => ({ id, kind, name: id, ...more });
    const cuts = (cut_off) => ({ book: { cut_off } });
    return JSON.stringify({
        format: 'daycut/1',
        title: `${payments} payments`,
        starts: '2018-09-28T00:00:00',
        days: DAYS,
        seed: SEED,
        parties: [
            party('wx', 'channel', { reserve_bank: 'hs' }),
            party('hs', 'bank', cuts('22:00:00')),
            party('mall', 'platform', cuts('00:00:00')),
            ...SHOPS.map((id) => party(id, 'merchant')),
        ],
        accounts: ['mall', ...SHOPS].map((owner) => ({ id: `${owner}.bank`, kept_by: 'hs', owner })),
        fee_plans: [{ id: 'std', rate: '0.006' }],
        settlement_rules: [{ id: 't1', cycle: 'T+1' }],
        contracts: SHOPS.map((id) => ({
            id: `${id}-wx`, mode: 'sub_merchant', channel: 'wx', collector: id, fee_plan: 'std', settlement_rule: 't1',
            provider: 'mall', splits: [{ to: 'mall', rate: '0.02' }],
        })),
        routes: SHOPS.map((seller) => ({ seller, channel: 'wx', contract: `${seller}-wx` })),
        traffic: SHOPS.map((seller) => ({
            seller, channel: 'wx', per_day: perDay(payments), amount: { from: '1.00', to: '90.00' }, hours: 'retail',
        })),
    });
}

const perDay = (payments) => payments / (DAYS * SHOPS.length);

const WORD = (1n << 64n) - 1n;

function stream(label) {
    let hash = 0xcbf29ce484222325n;
    for (const byte of new TextEncoder().encode(label)) {
        hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & WORD;
    }
    let state = hash ^ ((BigInt(SEED) * 0x9e3779b97f4a7c15n) & WORD);
    return (bound) => {
        state = (state + 0x9e3779b97f4a7c15n) & WORD;
        let z = state;
        z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & WORD;
        z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & WORD;
        z ^= z >> 31n;
        return Number((z * BigInt(bound)) >> 64n);
    };
}

/** All payments in time order: `{ at, shop, amount }`, milliseconds and fen. */
export function payments(count) {
    const total = RETAIL.reduce((sum, weight) => sum + weight, 0);
    const drawn = [];
    SHOPS.forEach((_, shop) => {
        const below = stream(`traffic/${shop}`);
        for (let day = 0; day < DAYS; day += 1) {
            for (let n = 0; n < perDay(count); n += 1) {
                let lot = below(total);
                let hour = 0;
                while (lot >= RETAIL[hour]) {
                    lot -= RETAIL[hour];
                    hour += 1;
                }
                const at = STARTS + day * DAY + hour * 3_600_000 + below(3_600) * 1_000;
                drawn.push({ at, shop, amount: FROM + below(TO - FROM + 1) });
            }
        }
    });
    return drawn.sort((one, other) => one.at - other.at || one.shop - other.shop || one.amount - other.amount);
}
