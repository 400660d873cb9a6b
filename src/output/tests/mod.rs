//! Tests of the whole module that need its insides.

mod faults;
mod image;
mod power;
mod publish;
mod spare;
