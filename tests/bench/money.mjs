// What an amount is, for the peers made of objects.

import { createRequire } from 'node:module';

/** Whole fen in numbers. */
export const fen = {
    zero: 0,
    ofFen: (amount) => amount,
    toFen: (amount) => amount,
    plus: (one, other) => one + other,
    minus: (one, other) => one - other,
    negated: (amount) => -amount,
    isZero: (amount) => amount === 0,
    portionHalfUp: (amount, ppm) => Math.floor((amount * ppm + 500_000) / 1_000_000),
    portionDown: (amount, ppm) => Math.floor((amount * ppm) / 1_000_000),
};

/** Yuan as decimals of decimal.js, found in the folder `modules`. */
export function decimals(modules) {
    const Decimal = createRequire(`${modules}/`)('decimal.js');
    const hundred = new Decimal(100);
    const million = new Decimal(1_000_000);
    const portion = (rounding) => (amount, ppm) => amount.times(ppm).div(million).toDecimalPlaces(2, rounding);
    return {
        zero: new Decimal(0),
        ofFen: (amount) => new Decimal(amount).div(hundred),
        toFen: (amount) => amount.times(hundred).toNumber(),
        plus: (one, other) => one.plus(other),
        minus: (one, other) => one.minus(other),
        negated: (amount) => amount.negated(),
        isZero: (amount) => amount.isZero(),
        portionHalfUp: portion(Decimal.ROUND_HALF_UP),
        portionDown: portion(Decimal.ROUND_DOWN),
    };
}
