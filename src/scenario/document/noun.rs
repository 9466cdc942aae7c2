//! How the tables, the reading and the writing of one kind of entry are made from a single list of fields.
//!
//! An entry is listed once, as `noun!(Party { needed id: Id = "…", … })`. From that list come the table
//! that documents are checked against, the way from the tree to the typed entry and the way back.

/// Gives an enum of the scenario its words in the document.
macro_rules! words {
    ($($name:ident { $($variant:ident = $word:literal),* $(,)? })*) => {$(
        impl $crate::scenario::document::codec::Codec for $name {
            type Value = $name;
            const KIND: Kind = Kind::OneOf(&[$($word),*]);

            fn take(node: &Node<'_>) -> Option<$name> {
                match node.as_text()? {
                    $($word => Some($name::$variant),)*
                    _ => None,
                }
            }

            fn give(value: &$name) -> Node<'_> {
                Node::text(match value {
                    $($name::$variant => $word,)*
                })
            }
        }
    )*};
}

/// Lists the fields of an entry: `needed`, `optional`, `usual("default")`, `given(default value)`,
/// `list(most)` or `some(most)`, then the field, its form and a sentence about it.
macro_rules! noun {
    ($name:ident { $($fields:tt)* }) => {
        impl $crate::scenario::document::codec::Codec for $name {
            type Value = $name;
            const KIND: Kind = Kind::Object(&Shape {
                name: stringify!($name),
                fields: table!($($fields)*),
            });

            fn take(node: &Node<'_>) -> Option<$name> {
                taken!(node, $name, $($fields)*)
            }

            fn give(value: &$name) -> Node<'_> {
                let mut fields = Vec::new();
                given!(value, fields, $name, $($fields)*);
                Node::Object(fields)
            }
        }
    };
}

/// The same for an enum whose variants are told apart by the word in one field.
macro_rules! tagged {
    ($name:ident by $tag:literal { $($word:literal $variant:ident { $($fields:tt)* })* }) => {
        impl $crate::scenario::document::codec::Codec for $name {
            type Value = $name;
            const KIND: Kind = Kind::Tagged {
                tag: $tag,
                variants: &[$((
                    $word,
                    &Shape { name: stringify!($variant), fields: table!($($fields)*) },
                )),*],
            };

            fn take(node: &Node<'_>) -> Option<$name> {
                match node.field($tag)?.as_text()? {
                    $($word => taken!(node, $name::$variant, $($fields)*),)*
                    _ => None,
                }
            }

            fn give(value: &$name) -> Node<'_> {
                let mut fields = Vec::new();
                let mut tag = |word: &'static str| {
                    fields.push((std::borrow::Cow::Borrowed($tag), Node::text(word)));
                };
                match value {
                    $($name::$variant { .. } => tag($word),)*
                }
                $(given_if!(value, fields, $name::$variant, $($fields)*);)*
                Node::Object(fields)
            }
        }
    };
}

macro_rules! table {
    ($($how:ident $(($with:expr))? $field:ident : $form:ty = $about:literal),* $(,)?) => {
        &[$(Field {
            name: stringify!($field),
            need: need!($how $(($with))?),
            kind: kind!($how $(($with))?; $form),
            about: $about,
        }),*]
    };
}

macro_rules! need {
    (needed) => {
        Need::Needed
    };
    (some($max:expr)) => {
        Need::Needed
    };
    (usual($text:expr)) => {
        Need::Usual($text)
    };
    ($other:ident $(($with:expr))?) => {
        Need::Optional
    };
}

macro_rules! kind {
    (list($max:expr); $form:ty) => { kind!(@list 0, $max, $form) };
    (some($max:expr); $form:ty) => { kind!(@list 1, $max, $form) };
    ($how:ident $(($with:expr))?; $form:ty) => { <$form as Codec>::KIND };
    (@list $min:expr, $max:expr, $form:ty) => {
        Kind::List { of: &<$form as Codec>::KIND, min: $min, max: $max }
    };
}

macro_rules! taken {
    ($node:ident, $($path:ident)::+, $($how:ident $(($with:expr))? $field:ident : $form:ty = $about:literal),* $(,)?) => {{
        $(let $field = take_field!($node, $how $(($with))? $field $form);)*
        Some($($path)::+ { $($field),* })
    }};
}

macro_rules! take_field {
    ($node:ident, needed $field:ident $form:ty) => {
        codec::needed::<$form>($node, stringify!($field))?
    };
    ($node:ident, optional $field:ident $form:ty) => {
        codec::optional::<$form>($node, stringify!($field))?
    };
    ($node:ident, usual($text:expr) $field:ident $form:ty) => {
        match codec::optional::<$form>($node, stringify!($field))? {
            Some(value) => value,
            None => <$form as Codec>::take(&codec::usual_node::<$form>($text))?,
        }
    };
    ($node:ident, given($value:expr) $field:ident $form:ty) => {
        codec::optional::<$form>($node, stringify!($field))?.unwrap_or($value)
    };
    ($node:ident, $list:ident($max:expr) $field:ident $form:ty) => {
        codec::list::<$form>($node, stringify!($field))?
    };
}

macro_rules! given {
    ($value:ident, $fields:ident, $($path:ident)::+, $($how:ident $(($with:expr))? $field:ident : $form:ty = $about:literal),* $(,)?) => {
        let $($path)::+ { $($field),* } = $value;
        $(give_field!($fields, $how $(($with))? $field $form);)*
    };
}

macro_rules! given_if {
    ($value:ident, $fields:ident, $($path:ident)::+, $($how:ident $(($with:expr))? $field:ident : $form:ty = $about:literal),* $(,)?) => {
        if let $($path)::+ { $($field),* } = $value {
            $(give_field!($fields, $how $(($with))? $field $form);)*
        }
    };
}

macro_rules! give_field {
    ($fields:ident, $how:ident $(($with:expr))? $field:ident $form:ty) => {
        give_field!(@ $fields, stringify!($field), $how $(($with))? $field $form)
    };
    (@ $fields:ident, $name:expr, needed $field:ident $form:ty) => {
        $fields.push(($name.into(), <$form as Codec>::give($field)))
    };
    (@ $fields:ident, $name:expr, optional $field:ident $form:ty) => {
        if let Some(value) = $field {
            $fields.push(($name.into(), <$form as Codec>::give(value)));
        }
    };
    (@ $fields:ident, $name:expr, usual($text:expr) $field:ident $form:ty) => {
        let node = <$form as Codec>::give($field);
        if node != codec::usual_node::<$form>($text) {
            $fields.push(($name.into(), node));
        }
    };
    (@ $fields:ident, $name:expr, given($value:expr) $field:ident $form:ty) => {
        if *$field != $value {
            $fields.push(($name.into(), <$form as Codec>::give($field)));
        }
    };
    (@ $fields:ident, $name:expr, $list:ident($max:expr) $field:ident $form:ty) => {
        if !$field.is_empty() {
            $fields.push(($name.into(), codec::items::<$form>($field)));
        }
    };
}

pub(crate) use {
    give_field, given, given_if, kind, need, noun, table, tagged, take_field, taken, words,
};
