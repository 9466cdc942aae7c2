//! The one door to the engine: every shell (page, command line, JavaScript, tests) enters here.
