//! A small random generator whose sequence never changes, so that a shared link replays for ever.
//!
//! Only `compile` draws from it; files spell made-up numbers with it. It has no floating point and no clock.

/// SplitMix64: one 64-bit state, one output a step.
#[derive(Clone, Debug)]
pub(crate) struct SplitMix64(u64);

impl SplitMix64 {
    /// A stream named by the scenario's seed and a label, so that one stream never disturbs another.
    pub(crate) fn named(seed: u32, label: &str) -> SplitMix64 {
        // FNV-1a spreads the label over the state; the first outputs are mixed anyway.
        let hash = label.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        SplitMix64(hash ^ u64::from(seed).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    pub(crate) fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number in `0..bound`, by multiplication; 0 when `bound` is 0.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        let wide = u128::from(self.next_u64()) * u128::from(bound);
        // The high half of a 64×64 product is below 2^64 by construction.
        u64::try_from(wide >> 64).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Published outputs of SplitMix64 for state 1234567.
    #[test]
    fn the_sequence_is_the_published_one() {
        let mut prng = SplitMix64(1_234_567);
        let drawn: Vec<u64> = (0..5).map(|_| prng.next_u64()).collect();
        assert_eq!(
            drawn,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423,
                4_593_380_528_125_082_431,
                16_408_922_859_458_223_821
            ]
        );
    }

    #[test]
    fn named_streams_are_frozen() {
        let mut prng = SplitMix64::named(42, "traffic/0");
        let drawn: Vec<u64> = (0..4).map(|_| prng.below(1000)).collect();
        let mut again = SplitMix64::named(42, "traffic/0");
        assert_eq!(drawn, (0..4).map(|_| again.below(1000)).collect::<Vec<_>>());
        let mut other = SplitMix64::named(42, "traffic/1");
        assert_ne!(drawn, (0..4).map(|_| other.below(1000)).collect::<Vec<_>>());
        assert!((0..1000).all(|_| prng.below(7) < 7));
        assert_eq!(prng.below(0), 0);
    }
}
