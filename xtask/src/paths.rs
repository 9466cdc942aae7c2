//! Where things are, so that every chore works from any directory inside the repository.

use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_path_buf()
}

/// Cargo's output, and ours that nobody keeps.
pub fn target() -> PathBuf {
    root().join("target")
}

/// The site as it is served and published.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The engine as a Node module, for the parity stage.
pub fn engine_node() -> PathBuf {
    target().join("engine-node")
}

/// Outside tools that the tests install for themselves.
pub fn tools() -> PathBuf {
    root().join(".tools")
}
