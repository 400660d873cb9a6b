//! What holds for every body.
