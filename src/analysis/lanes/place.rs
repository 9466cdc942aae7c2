//! Putting things in a row: the order is kept, neighbours keep their distance, and each stands
//! as near to its wish as the others let it.

/// A run of things pushed together, which moves as one.
struct Block {
    wishes: Vec<i32>,
}

impl Block {
    /// The place that leaves as many members as possible exactly where they wish to be.
    fn place(&self) -> i32 {
        let middle = self.wishes.len().saturating_sub(1) / 2;
        self.wishes.get(middle).copied().unwrap_or_default()
    }
}

/// Places for things that wish to be at `wishes`, the i-th at least `apart[i]` after the one
/// before it (`apart[0]` is not read), all within `low..=high` when there is room for that.
///
/// The sum of the distances to the wishes is the least possible.
pub(super) fn spread(wishes: &[i32], apart: &[i32], low: i32, high: i32) -> Vec<i32> {
    let mut offsets = Vec::with_capacity(wishes.len());
    let mut offset = 0;
    for (index, _) in wishes.iter().enumerate() {
        if index > 0 {
            offset += apart.get(index).copied().unwrap_or_default();
        }
        offsets.push(offset);
    }
    let high = (high - offset).max(low);
    let mut blocks: Vec<Block> = Vec::new();
    for (wish, offset) in wishes.iter().zip(&offsets) {
        let mut block = Block {
            wishes: vec![(wish - offset).clamp(low, high)],
        };
        while let Some(before) = blocks.pop_if(|before| before.place() > block.place()) {
            block.wishes.extend(before.wishes);
            block.wishes.sort_unstable();
        }
        blocks.push(block);
    }
    blocks
        .iter()
        .flat_map(|block| block.wishes.iter().map(|_| block.place()))
        .zip(offsets)
        .map(|(place, offset)| place + offset)
        .collect()
}
