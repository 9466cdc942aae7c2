//! An amount on screen: right-aligned, always two decimals, zero in the second ink, minus marked.

use daycut::facade::Money;
use yew::prelude::*;

/// An amount.
#[derive(Properties, PartialEq, Clone, Copy)]
pub struct AmountProps {
    /// The amount, positive on the account's normal side.
    pub value: Money,
}

/// An amount in a line of text or a cell.
#[component]
pub fn Amount(props: &AmountProps) -> Html {
    html! { <span class={amount_class(props.value)}>{props.value.grouped()}</span> }
}

/// The classes of an amount.
pub fn amount_class(value: Money) -> Classes {
    let tone = if value.is_zero() {
        "zero"
    } else if value.is_negative() {
        "minus"
    } else {
        "plus"
    };
    classes!("amount", tone)
}
