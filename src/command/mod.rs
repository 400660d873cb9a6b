//! The verbs that a person types. Each gives back what is to be said and done; printing belongs to `cli`.

pub mod build;
pub mod clock;
pub mod explain;
#[cfg(feature = "external")]
pub mod external;
pub mod init;
pub mod inventory;
mod leaks;
pub mod list;
pub mod lock;
pub mod new;
pub mod new_file;
pub mod publish;
pub mod refusal;
pub mod rename;
pub mod schema;
#[cfg(feature = "serve")]
pub mod serve;
pub mod suggest;
